package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.internal.call.Caller.Reading;
import io.github.invoicingsdk.internal.http.BlockingWork;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
      Supplier<Request> request, Supplier<CallContext> context, Reading<T> reading) {
    CapturedContext captured = caller.capture();
    return BlockingWork.on(
        executor, () -> captured.supply(() -> caller.call(request, context.get(), reading)));
  }
}
