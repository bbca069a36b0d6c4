package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Counts the requests of the last minute. */
public final class SlidingRateLimit implements RateLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final Deque<Instant> admitted = new ArrayDeque<>();
  private @Nullable Integer limit;
  private @Nullable Duration retryAfter;

  /**
   * Creates a limit.
   *
   * @param clock what the minute is measured with
   * @param perMinute requests within a minute
   */
  public SlidingRateLimit(Clock clock, int perMinute) {
    this.clock = clock;
    this.limit = perMinute;
  }

  @Override
  public synchronized void allowPerMinute(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "requests must be at least 1, but is " + requests + "; allowAll() removes the limit");
    }
    limit = requests;
  }

  @Override
  public synchronized void allowAll() {
    limit = null;
    admitted.clear();
  }

  @Override
  public synchronized void sendRetryAfter(@Nullable Duration wait) {
    retryAfter = wait;
  }

  /**
   * Counts a request.
   *
   * @return the refusal, or null if the request is within the limit
   */
  public synchronized @Nullable CannedResponse admit() {
    if (limit == null) {
      return null;
    }
    Instant now = clock.instant();
    while (!admitted.isEmpty() && !admitted.getFirst().plus(WINDOW).isAfter(now)) {
      admitted.removeFirst();
    }
    if (admitted.size() < limit) {
      admitted.addLast(now);
      return null;
    }
    CannedResponse refusal =
        CannedResponse.of(429).withBody("text/plain; charset=utf-8", "Too Many Requests");
    return retryAfter == null
        ? refusal
        : refusal.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
  }
}
