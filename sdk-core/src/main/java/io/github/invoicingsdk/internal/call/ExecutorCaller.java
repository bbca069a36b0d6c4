package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.call.Caller.Reading;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Steps;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Makes calls on the threads of an executor, one of which waits for each. Cancelling a call
 * interrupts its thread. Thread-safe.
 */
final class ExecutorCaller implements AsyncCaller {

  private final Caller caller;
  private final Executor executor;

  ExecutorCaller(Caller caller, Executor executor) {
    this.caller = caller;
    this.executor = executor;
  }

  @Override
  public <T> CompletableFuture<T> call(
      BoundOperation operation,
      Object[] arguments,
      Supplier<CallContext> context,
      Reading<T> reading) {
    Steps<T> steps = new Steps<>();
    AtomicBoolean over = new AtomicBoolean();
    Runnable call =
        () -> {
          try {
            T value = caller.call(operation, arguments, context.get(), reading);
            over.set(true);
            steps.succeed(value);
          } catch (Throwable failure) {
            over.set(true);
            steps.fail(failure);
          }
        };
    FutureTask<Boolean> task = new FutureTask<>(call, true);
    steps.atEnd(
        failure -> {
          // A call that is over must not interrupt its own thread, which has other work to do.
          if (!over.get()) {
            task.cancel(true);
          }
        });
    executor.execute(task);
    return steps.result();
  }
}
