package io.github.invoicingsdk.internal.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out the methods of one generated interface. Thread-safe. */
final class OperationHandler implements InvocationHandler {

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
    if (method.getDeclaringClass() == Object.class) {
      return ObjectMethods.invoke(proxy, method, given, type);
    }
    Invocation invocation = Invocation.of(interfaces.operation(method), given, caller);
    OperationInfo info = invocation.info();
    if (info.pagination() != null) {
      return new LazyPaged(invocation.pages(info.pagination()));
    }
    if (info.polling() != null) {
      return new PolledResult(invocation.polls(info.polling()));
    }
    Optional<Object> value =
        caller.call(invocation::request, invocation.context(), invocation.reading());
    return value.orElse(null);
  }
}
