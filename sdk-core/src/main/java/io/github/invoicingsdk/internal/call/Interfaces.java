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
  private final String userAgent;

  Interfaces(EngineParts parts, Payloads payloads) {
    this.baseUrl = parts.baseUrl().toString();
    this.userAgent = parts.userAgent();
    this.queryObjects = new QueryObjectEncoder(parts.models());
    this.bodies = new BodyEncoder(payloads);
  }

  /**
   * What is known of the operation that a method calls, and what makes its requests. An operation
   * with optional parameters has several methods of the same name, of which one is annotated.
   */
  BoundOperation operation(Method method) {
    BoundOperation known = operations.get(method);
    if (known != null) {
      return known;
    }
    BoundOperation operation = operations.computeIfAbsent(annotated(method), this::read);
    operations.put(method, operation);
    return operation;
  }

  private static Method annotated(Method method) {
    if (!method.isDefault()) {
      return method;
    }
    for (Method other : method.getDeclaringClass().getMethods()) {
      if (other.getName().equals(method.getName()) && !other.isDefault()) {
        return other;
      }
    }
    throw new IllegalStateException(method + " has no operation of the same name beside it");
  }

  private BoundOperation read(Method method) {
    MethodMetadata metadata = Holder.CONTRACT.read(method);
    return new BoundOperation(
        OperationInfo.of(method),
        new RequestMaker(baseUrl, userAgent, metadata, queryObjects, bodies));
  }

  /**
   * One serves all clients. It comes into memory with the first call, and with it much of Feign.
   */
  private static final class Holder {

    private static final GeneratedContract CONTRACT = new GeneratedContract();
  }
}
