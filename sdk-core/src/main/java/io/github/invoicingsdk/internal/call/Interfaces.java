package io.github.invoicingsdk.internal.call;

import feign.Feign;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.Retryer;
import feign.Target.HardCodedTarget;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of generated interfaces, each interface read by Feign when it is first asked for.
 * Feign makes the requests; sending them is not its task. Thread-safe.
 */
final class Interfaces {

  private static final String USER_AGENT = "invoicing-sdk-java";

  private final Map<Class<?>, Map<Method, MethodHandler>> handlers = new ConcurrentHashMap<>();
  private final Map<Class<?>, Map<Method, MethodHandler>> justRead = new ConcurrentHashMap<>();
  private final Map<Method, OperationInfo> operations = new ConcurrentHashMap<>();
  private final Feign feign;
  private final String baseUrl;

  Interfaces(EngineParts parts, Payloads payloads) {
    this.baseUrl = parts.baseUrl().toString();
    this.feign =
        Feign.builder()
            .client(
                (request, options) -> {
                  throw new Prepared(request);
                })
            .encoder(new BodyEncoder(payloads))
            .queryMapEncoder(new QueryObjectEncoder(parts.models()))
            .retryer(Retryer.NEVER_RETRY)
            .requestInterceptor(template -> template.header("User-Agent", USER_AGENT))
            .invocationHandlerFactory(
                (target, methods) -> {
                  justRead.put(target.type(), Map.copyOf(methods));
                  return (proxy, method, arguments) -> null;
                })
            .build();
  }

  /** What a method's annotations say, and what makes its requests. */
  BoundOperation operation(Class<?> type, Method method) {
    Map<Method, MethodHandler> methods = handlers.computeIfAbsent(type, this::read);
    MethodHandler handler = Objects.requireNonNull(methods.get(method), method::toString);
    return new BoundOperation(operations.computeIfAbsent(method, OperationInfo::of), handler);
  }

  private Map<Method, MethodHandler> read(Class<?> type) {
    feign.newInstance(new HardCodedTarget<>(type, baseUrl));
    return Objects.requireNonNull(justRead.remove(type), type::toString);
  }

  /** Brings the request that Feign has made, in place of an answer that Feign would look into. */
  static final class Prepared extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Request request;

    Prepared(Request request) {
      super("the request is made", null, false, false);
      this.request = request;
    }

    Request request() {
      return request;
    }
  }
}
