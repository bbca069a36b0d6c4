package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.result.PollProgress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Says after each request whether to go on waiting for work in the background. For one thread. */
final class Waiting {

  /** Longer is as good as for ever, and nanoseconds can still count it. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final PollRequest request;
  private final Duration atMost;
  private final Consumer<? super PollProgress> progress;
  private final Deadline deadline;
  private int polls;

  Waiting(PollRequest request, Duration atMost, Consumer<? super PollProgress> progress) {
    if (Objects.requireNonNull(atMost, "atMost").isNegative() || atMost.isZero()) {
      throw new IllegalArgumentException("atMost is " + atMost + ": it must be positive");
    }
    this.request = request;
    this.atMost = atMost;
    this.progress = Objects.requireNonNull(progress, "progress");
    this.deadline =
        Deadline.after(atMost.compareTo(LONGEST) < 0 ? atMost : LONGEST, request.time());
  }

  /**
   * Takes notice of a response.
   *
   * @return the pause before the next request; empty when the work is done
   * @throws io.github.invoicingsdk.error.PollingTimeoutException when no time is left for it
   */
  Optional<Duration> afterPoll(Optional<Object> result) {
    polls++;
    Duration elapsed = deadline.allowed().minus(deadline.remaining());
    progress.accept(new PollProgress(polls, result.isPresent(), elapsed));
    if (result.isPresent()) {
      return Optional.empty();
    }
    if (deadline.remaining().compareTo(request.pause()) < 0) {
      throw request.timedOut(atMost);
    }
    return Optional.of(request.pause());
  }
}
