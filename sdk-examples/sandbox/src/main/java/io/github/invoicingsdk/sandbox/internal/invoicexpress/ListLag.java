package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides how late lists show a change: by the clock, by the lists that were answered since, or by
 * both. Guarded by the account's lock.
 */
final class ListLag {
  private final Clock clock;
  private Duration time = Duration.ZERO;
  private int requests;
  private long answered;

  ListLag(Clock clock) {
    this.clock = clock;
  }

  void time(Duration lag) {
    time = lag;
  }

  void requests(int lag) {
    requests = lag;
  }

  void reset() {
    time = Duration.ZERO;
    requests = 0;
  }

  void listWasSent() {
    answered++;
  }

  /** The moment of a change that happens now. */
  Moment now() {
    return new Moment(clock.instant(), answered);
  }

  /** Whether lists show a change of that moment. */
  boolean shows(Moment change) {
    // Without a lag a clock that was set back hides nothing.
    boolean lateEnough =
        time.isZero() || Duration.between(change.instant(), clock.instant()).compareTo(time) >= 0;
    return lateEnough && answered - change.answered() >= requests;
  }

  /**
   * When something changed.
   *
   * @param answered how many lists had been answered before
   */
  record Moment(Instant instant, long answered) {}
}
