package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Pending;
import io.github.invoicingsdk.result.PollProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The result of work in the background, asked for until it is there. */
final class PolledResult implements Pending<Object> {

  private final PollRequest request;

  PolledResult(PollRequest request) {
    this.request = request;
  }

  @Override
  public Optional<Object> poll() {
    return request.poll();
  }

  @Override
  public Object await(Duration atMost, Consumer<? super PollProgress> progress) {
    Waiting waiting = new Waiting(request, atMost, progress);
    while (true) {
      Optional<Object> result = poll();
      Optional<Duration> pause = waiting.afterPoll(result);
      if (pause.isEmpty()) {
        return result.orElseThrow();
      }
      try {
        request.time().sleep(pause.get());
      } catch (InterruptedException e) {
        throw request.interrupted(e);
      }
    }
  }

  @Override
  public String toString() {
    return "Pending{" + request.name() + "}";
  }
}
