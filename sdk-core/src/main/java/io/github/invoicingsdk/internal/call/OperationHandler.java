package io.github.invoicingsdk.internal.call;

import feign.InvocationHandlerFactory.MethodHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Carries out the methods of one generated interface. Thread-safe. */
final class OperationHandler implements InvocationHandler {

  private static final Object[] NO_ARGUMENTS = {};

  private final Class<?> type;
  private final Map<Method, MethodHandler> handlers;
  private final Caller caller;
  private final Map<Method, OperationInfo> operations = new ConcurrentHashMap<>();

  OperationHandler(Class<?> type, Map<Method, MethodHandler> handlers, Caller caller) {
    this.type = type;
    this.handlers = handlers;
    this.caller = caller;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
    Object[] arguments = given == null ? NO_ARGUMENTS : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    OperationInfo operation = operations.computeIfAbsent(method, OperationInfo::of);
    operation.check(arguments);
    MethodHandler handler = Objects.requireNonNull(handlers.get(method), method::toString);
    if (operation.pagination() != null) {
      return new LazyPaged(
          caller, operation, operation.pagination(), handler, arguments, OptionalInt.empty());
    }
    if (operation.polling() != null) {
      return new PolledResult(caller, operation, operation.polling(), handler, arguments);
    }
    var context =
        caller.context(operation, OperationInfo.queryParameters(arguments), OptionalInt.empty());
    Answer answer = caller.send(handler, arguments, context);
    return answer == null ? null : caller.payload(operation, arguments, context, answer);
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
