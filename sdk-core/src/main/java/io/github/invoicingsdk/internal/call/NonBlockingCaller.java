package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.internal.call.Caller.Reading;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.observation.Observation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes calls for which no thread waits. Thread-safe. */
final class NonBlockingCaller implements AsyncCaller {

  private final Caller caller;
  private final Stage pipeline;

  NonBlockingCaller(Caller caller, Stage pipeline) {
    this.caller = caller;
    this.pipeline = pipeline;
  }

  @Override
  public <T> CompletableFuture<T> call(
      Supplier<Request> request, Supplier<CallContext> contexts, Reading<T> reading) {
    CallContext context = contexts.get();
    Observation observation = context.observation();
    observation.started();
    CancellableFuture<T> steps = new CancellableFuture<>();
    // Whoever waits for the result must not go on before listeners have been told.
    steps.atEnd(failure -> observation.ended(context.attempts(), failure));
    try {
      steps.then(
          pipeline.executeAsync(request.get(), context),
          response -> {
            T value = read(context, SuccessResponse.of(response), reading);
            observation.ended(context.attempts(), null);
            steps.succeed(value);
          },
          failure -> {
            observation.ended(context.attempts(), failure);
            steps.fail(failure);
          });
    } catch (RuntimeException failure) {
      observation.ended(context.attempts(), failure);
      steps.fail(failure);
    }
    return steps.result();
  }

  private <T> T read(CallContext context, SuccessResponse response, Reading<T> reading) {
    try {
      return caller.read(context, response, reading);
    } catch (RuntimeException | Error failure) {
      context.observation().ended(context.attempts(), failure);
      throw failure;
    }
  }
}
