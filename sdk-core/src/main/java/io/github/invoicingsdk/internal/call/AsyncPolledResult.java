package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.result.AsyncPending;
import io.github.invoicingsdk.result.PollProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The result of work in the background, asked for without a thread that waits. */
final class AsyncPolledResult implements AsyncPending<Object> {

  private final PollRequest request;
  private final AsyncCaller caller;

  AsyncPolledResult(PollRequest request, AsyncCaller caller) {
    this.request = request;
    this.caller = caller;
  }

  @Override
  public CompletableFuture<Optional<Object>> poll() {
    return caller.call(request::request, request::context, request.reading());
  }

  @Override
  public CompletableFuture<Object> await(Duration atMost, Consumer<? super PollProgress> progress) {
    Waiting waiting = new Waiting(request, atMost, progress);
    CancellableFuture<Object> steps = new CancellableFuture<>();
    ask(waiting, steps, request.capture());
    return steps.result();
  }

  private void ask(Waiting waiting, CancellableFuture<Object> steps, CapturedContext captured) {
    steps.then(
        captured.supply(this::poll),
        result -> {
          Optional<Duration> pause = waiting.afterPoll(result);
          if (pause.isPresent()) {
            steps.then(
                request.time().delay(pause.get()),
                over -> ask(waiting, steps, captured),
                steps::fail);
          } else {
            steps.succeed(result.orElseThrow());
          }
        },
        steps::fail);
  }

  @Override
  public String toString() {
    return "AsyncPending{" + request.name() + "}";
  }
}
