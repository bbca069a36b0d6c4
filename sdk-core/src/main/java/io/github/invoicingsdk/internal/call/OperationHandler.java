package io.github.invoicingsdk.internal.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Carries out the methods of one generated interface. Thread-safe. */
final class OperationHandler implements InvocationHandler {

  private static final Object[] NO_ARGUMENTS = {};

  private final Class<?> type;
  private final Interfaces interfaces;
  private final Caller caller;

  OperationHandler(Class<?> type, Interfaces interfaces, Caller caller) {
    this.type = type;
    this.interfaces = interfaces;
    this.caller = caller;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
    Object[] arguments = given == null ? NO_ARGUMENTS : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    BoundOperation operation = interfaces.operation(type, method);
    OperationInfo info = operation.info();
    info.check(arguments);
    if (info.pagination() != null) {
      return new LazyPaged(caller, operation, info.pagination(), arguments, OptionalInt.empty());
    }
    if (info.polling() != null) {
      return new PolledResult(caller, operation, info.polling(), arguments);
    }
    var query = OperationInfo.queryParameters(arguments);
    Optional<Object> value =
        caller.call(
            operation,
            arguments,
            caller.context(info, query, OptionalInt.empty()),
            (reader, answer) ->
                info.returnsNothing()
                    ? Optional.empty()
                    : Optional.of(reader.payload(info, arguments, answer.json())));
    return value.orElse(null);
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
