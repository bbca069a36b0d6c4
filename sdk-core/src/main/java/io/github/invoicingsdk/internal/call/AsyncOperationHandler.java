package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.vocabulary.AsyncOf;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Carries out the methods of one generated asynchronous interface. Thread-safe. */
final class AsyncOperationHandler implements InvocationHandler {

  private final Class<?> type;
  private final Class<?> blockingType;
  private final Interfaces interfaces;
  private final Caller caller;
  private final AsyncCaller asyncCaller;
  private final Map<Method, Method> twins = new ConcurrentHashMap<>();

  AsyncOperationHandler(
      Class<?> type, Interfaces interfaces, Caller caller, AsyncCaller asyncCaller) {
    this.type = type;
    this.blockingType =
        Objects.requireNonNull(type.getAnnotation(AsyncOf.class), type::toString).value();
    this.interfaces = interfaces;
    this.caller = caller;
    this.asyncCaller = asyncCaller;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] given) {
    if (method.getDeclaringClass() == Object.class) {
      return ObjectMethods.invoke(proxy, method, given, type);
    }
    Method twin = twins.computeIfAbsent(method, this::twin);
    Invocation invocation = Invocation.of(interfaces.operation(twin), given, caller);
    OperationInfo info = invocation.info();
    if (info.pagination() != null) {
      return new LazyAsyncPaged(invocation.pages(info.pagination()), asyncCaller);
    }
    if (info.polling() != null) {
      return new AsyncPolledResult(invocation.polls(info.polling()), asyncCaller);
    }
    CancellableFuture<Object> steps = new CancellableFuture<>();
    steps.then(
        asyncCaller.call(invocation::request, invocation::context, invocation.reading()),
        value -> value.ifPresentOrElse(steps::succeed, steps::succeed),
        steps::fail);
    return steps.result();
  }

  private Method twin(Method method) {
    try {
      return blockingType.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(method + " has no twin in " + blockingType.getName(), e);
    }
  }
}
