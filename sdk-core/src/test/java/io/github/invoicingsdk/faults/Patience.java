package io.github.invoicingsdk.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads, or the system, will have done in a moment. */
final class Patience {

  private static final long PAUSE_NANOS = 5_000_000;

  private Patience() {}

  /** Waits until it is so; false when the time is over. */
  static boolean until(Duration atMost, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (System.nanoTime() - start > atMost.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
