package io.github.invoicingsdk.internal.call;

import feign.MethodMetadata;
import feign.QueryMapEncoder;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of generated interfaces, each method read when it is first called: a program calls
 * few of the many that an interface has. Thread-safe.
 */
final class Interfaces {

  private final Map<Method, BoundOperation> operations = new ConcurrentHashMap<>();
  private final QueryMapEncoder queryObjects;
  private final BodyEncoder bodies;
  private final String baseUrl;

  Interfaces(EngineParts parts, Payloads payloads) {
    this.baseUrl = parts.baseUrl().toString();
    this.queryObjects = new QueryObjectEncoder(parts.models());
    this.bodies = new BodyEncoder(payloads);
  }

  /** What a method's annotations say, and what makes its requests. */
  BoundOperation operation(Method method) {
    BoundOperation known = operations.get(method);
    return known != null ? known : operations.computeIfAbsent(method, this::read);
  }

  private BoundOperation read(Method method) {
    MethodMetadata metadata = Holder.CONTRACT.read(method);
    return new BoundOperation(
        OperationInfo.of(method), new RequestMaker(baseUrl, metadata, queryObjects, bodies));
  }

  /**
   * One serves all clients. It comes into memory with the first call, and with it much of Feign.
   */
  private static final class Holder {

    private static final GeneratedContract CONTRACT = new GeneratedContract();
  }
}
