package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.call.Caller.Reading;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Exchange;
import io.github.invoicingsdk.internal.http.Steps;
import io.github.invoicingsdk.internal.observation.Observation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes calls for which no thread waits. Thread-safe. */
final class NonBlockingCaller implements AsyncCaller {

  private final Caller caller;
  private final Exchange pipeline;

  NonBlockingCaller(Caller caller, Exchange pipeline) {
    this.caller = caller;
    this.pipeline = pipeline;
  }

  @Override
  public <T> CompletableFuture<T> call(
      BoundOperation operation,
      Object[] arguments,
      Supplier<CallContext> contexts,
      Reading<T> reading) {
    CallContext context = contexts.get();
    Observation observation = context.observation();
    observation.started();
    Steps<T> steps = new Steps<>();
    steps.atEnd(failure -> observation.ended(context.attempts(), failure));
    try {
      steps.then(
          pipeline.executeAsync(operation.request(arguments), context),
          response -> steps.succeed(caller.read(context, Answer.of(response), reading)),
          steps::fail);
    } catch (RuntimeException failure) {
      steps.fail(failure);
    }
    return steps.result();
  }
}
