package io.github.invoicingsdk.internal.call;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import feign.QueryMapEncoder;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of generated interfaces, each interface read by Feign's contract when it is first
 * asked for. Thread-safe.
 */
final class Interfaces {

  private final Map<Class<?>, Map<Method, BoundOperation>> operations = new ConcurrentHashMap<>();
  private final Contract contract = new DefaultContract();
  private final QueryMapEncoder queryObjects;
  private final BodyEncoder bodies;
  private final String baseUrl;

  Interfaces(EngineParts parts, Payloads payloads) {
    this.baseUrl = parts.baseUrl().toString();
    this.queryObjects = new QueryObjectEncoder(parts.models());
    this.bodies = new BodyEncoder(payloads);
  }

  /** What a method's annotations say, and what makes its requests. */
  BoundOperation operation(Class<?> type, Method method) {
    return Objects.requireNonNull(
        operations.computeIfAbsent(type, this::read).get(method), method::toString);
  }

  private Map<Method, BoundOperation> read(Class<?> type) {
    Map<Method, BoundOperation> read = new HashMap<>();
    for (MethodMetadata metadata : contract.parseAndValidateMetadata(type)) {
      read.put(
          metadata.method(),
          new BoundOperation(
              OperationInfo.of(metadata.method()),
              new RequestMaker(baseUrl, metadata, queryObjects, bodies)));
    }
    return Map.copyOf(read);
  }
}
