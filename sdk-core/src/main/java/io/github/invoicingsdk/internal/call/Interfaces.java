package io.github.invoicingsdk.internal.call;

import feign.Feign;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.Target.HardCodedTarget;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
            .client((request, options) -> Preparation.keep(request, options))
            .encoder(new BodyEncoder(payloads))
            .queryMapEncoder(new QueryObjectEncoder(parts.models()))
            .decoder((response, type) -> null)
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

  /** Takes the request that Feign has made, in place of sending it. */
  static final class Preparation extends Request.Options {

    private @Nullable Request request;

    private static Response keep(Request request, Request.Options options) {
      ((Preparation) options).request = request;
      return Response.builder().status(204).request(request).headers(Map.of()).build();
    }

    Request request() {
      return Objects.requireNonNull(request, "Feign made no request");
    }
  }
}
