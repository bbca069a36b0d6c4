package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.time.Instant;

/** The clock and the sleeper of a client; tests put their own in its place. */
public interface Time {

  /** The time of day, which may jump when somebody sets the clock. */
  Instant now();

  /** A count of nanoseconds that never jumps, of use only for differences. */
  long nanoTime();

  /** Waits; throws at once when the thread is or becomes interrupted. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's own clock. */
  static Time system() {
    return SystemTime.INSTANCE;
  }
}
