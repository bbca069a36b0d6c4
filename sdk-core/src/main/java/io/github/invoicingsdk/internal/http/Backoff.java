package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/** Chooses the pause before an attempt: exponential growth, full jitter. */
final class Backoff {

  /** Beyond this many doublings every policy has reached its longest delay. */
  private static final int MOST_DOUBLINGS = 40;

  /** Longer than any call may last; a policy may hold times that overflow in milliseconds. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final LongUnaryOperator random;

  /** Creates a backoff whose pauses nobody can foresee. */
  Backoff() {
    this(new FullJitter());
  }

  /**
   * Creates a backoff.
   *
   * @param random a number between 0 and its argument, both included
   */
  Backoff(LongUnaryOperator random) {
    this.random = random;
  }

  /** The pause after so many attempts. */
  Duration after(int attempts, RetryPolicy policy) {
    long first = millis(policy.firstDelay());
    long longest = millis(policy.longestDelay());
    long factor = 1L << Math.min(attempts - 1, MOST_DOUBLINGS);
    long bound = first > longest / factor ? longest : first * factor;
    return Duration.ofMillis(random.applyAsLong(bound));
  }

  private static long millis(Duration delay) {
    return (delay.compareTo(LONGEST) > 0 ? LONGEST : delay).toMillis();
  }

  /** Any number up to the bound. */
  private static final class FullJitter implements LongUnaryOperator {

    @Override
    public long applyAsLong(long bound) {
      return ThreadLocalRandom.current().nextLong(bound + 1);
    }
  }
}
