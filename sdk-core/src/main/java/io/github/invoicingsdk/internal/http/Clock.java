package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clock and the sleeper of a client; tests put their own in its place. */
public interface Clock {

  /** The time of day, which may jump when somebody sets the clock. */
  Instant now();

  /** A count of nanoseconds that never jumps, of use only for differences. */
  long nanoTime();

  /** Waits; throws at once when the thread is or becomes interrupted. */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Waits without a thread.
   *
   * @return done after the duration; what follows runs on a thread of the common pool
   */
  default CompletableFuture<@Nullable Void> delay(Duration duration) {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS)
        .execute(() -> over.complete(null));
    return over;
  }

  /** The machine's own clock. */
  static Clock system() {
    return SystemTime.INSTANCE;
  }
}
