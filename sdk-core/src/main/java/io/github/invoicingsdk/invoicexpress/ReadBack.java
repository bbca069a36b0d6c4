package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.api.SequencesApiAsync;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Reads sequences, with pauses in between, for as long as a caller waits. */
final class ReadBack {

  /** The provider responds at once; what it does was seen to show up some seconds later. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** In less than this, no response comes. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** More than anybody waits, and less than a count of nanoseconds can hold. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final ComposedCalls calls;
  private final Deadline deadline;

  /**
   * Starts the time.
   *
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  ReadBack(ComposedCalls calls, Duration atMost) {
    if (Objects.requireNonNull(atMost, "atMost").isNegative()) {
      throw new IllegalArgumentException(
          "atMost is " + atMost + "; give zero to wait for nothing, or more");
    }
    this.calls = calls;
    Duration waiting = atMost.compareTo(LONGEST) < 0 ? atMost : LONGEST;
    this.deadline = Deadline.after(waiting, calls.time());
  }

  /** How long the caller waits. */
  Duration atMost() {
    return deadline.allowed();
  }

  /**
   * Reads at once. Without time left the request has the client's own: one reading is always due.
   *
   * @return what the response holds; empty if the time is over before it comes
   */
  <T> Plan<Optional<T>> now(Function<SequencesApiAsync, CompletableFuture<T>> request) {
    return reading(request, () -> hasLeft(LEAST) ? calls.within(deadline) : calls.engine());
  }

  /**
   * Reads after a pause.
   *
   * @return what the response holds; empty if the time is over before it comes
   */
  <T> Plan<Optional<T>> afterPause(Function<SequencesApiAsync, CompletableFuture<T>> request) {
    return hasLeft(PAUSE)
        ? Plan.pause(PAUSE).then(over -> reading(request, this::withinTheRest))
        : Plan.of(Optional.empty());
  }

  private AsyncEngine withinTheRest() {
    return calls.within(hasLeft(LEAST) ? deadline : Deadline.after(LEAST, calls.time()));
  }

  private boolean hasLeft(Duration time) {
    return deadline.remaining().compareTo(time) >= 0;
  }

  private <T> Plan<Optional<T>> reading(
      Function<SequencesApiAsync, CompletableFuture<T>> request, Engines engine) {
    return Plan.request(() -> request.apply(engine.get().resource(SequencesApiAsync.class)))
        .map(Optional::of)
        .otherwise(
            failure ->
                failure instanceof DeadlineExceededException && deadline.hasPassed()
                    ? Plan.of(Optional.empty())
                    : Plan.failed(failure));
  }

  /** What makes the calls, chosen when one is due. */
  private interface Engines {
    AsyncEngine get();
  }
}
