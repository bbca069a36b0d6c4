package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time of futures by the JDK's own timer, whose thread it leaves asleep.
 *
 * <p>A timeout that is the first to expire wakes that thread, so that it learns how long to sleep,
 * and timeouts are gone again when their futures are done. With one call after the other each would
 * be the first, and would cost two switches of threads. Therefore one timeout that nobody takes
 * back is kept before them; it expires unseen, about once in the time that a call may take.
 *
 * <p>Thread-safe. Threads that race may keep more than one such timeout, which does no harm.
 */
public final class QuietTimer {

  /** The timer goes by the machine's clock, whichever clock a client has. */
  private static final Clock CLOCK = Clock.system();

  /** When the timer wakes next, as far as is known; in the past when it need not wake. */
  private static final AtomicLong NEXT_WAKING = new AtomicLong(CLOCK.nanoTime());

  private QuietTimer() {}

  /**
   * Makes a future fail with a {@link java.util.concurrent.TimeoutException} that is not done in
   * time.
   *
   * @param <T> the type of its value
   * @param future the future
   * @param time how long it may take from now on
   * @return the same future
   */
  public static <T> CompletableFuture<T> limit(CompletableFuture<T> future, Duration time) {
    long nanos = time.toNanos();
    wakeWithin(nanos);
    return future.orTimeout(nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * Waits by the machine's clock.
   *
   * @return done after the time, on the timer's thread; cancelling it takes it back
   */
  static CompletableFuture<@Nullable Void> after(Duration time) {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    complete(over, time);
    return over;
  }

  /** Completes a future after the time, on the timer's thread; cancelling it takes that back. */
  @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"}) // A future of nothing is null.
  static void complete(CompletableFuture<@Nullable Void> over, Duration time) {
    over.completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @SuppressWarnings({"FutureReturnValueIgnored", "NullAway"}) // It is there for its timeout only.
  private static void wakeWithin(long nanos) {
    long now = CLOCK.nanoTime();
    long next = NEXT_WAKING.get();
    boolean wakesBefore = next - now > 0 && next - now <= nanos;
    if (!wakesBefore && NEXT_WAKING.compareAndSet(next, now + nanos)) {
      new CompletableFuture<Void>().completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
    }
  }
}
