package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Lets a request out only when the provider's limit allows it. Requests wait in the order in which
 * they came, each no longer than its call's deadline and its thread's patience. The time of an
 * attempt does not run while it waits.
 */
public final class RateLimitingClient implements Client {

  /** The part of a minute's requests that may be sent at once. */
  private static final int BURST_DIVISOR = 10;

  private final Client next;
  private final Bucket bucket;
  private final BlockingStrategy sleeper;

  /**
   * Decorates a client.
   *
   * @param next the next client
   * @param bucket one token is taken out of it for every request
   * @param time sleeps while a request waits
   */
  public RateLimitingClient(Client next, Bucket bucket, Time time) {
    this.next = next;
    this.bucket = bucket;
    this.sleeper = nanos -> time.sleep(Duration.ofNanos(nanos));
  }

  /**
   * A bucket that never lets more requests out within any 60 seconds than the limit: what may be
   * sent at once and what flows in during a minute make the limit together.
   *
   * @param requestsPerMinute the limit, at least 1
   * @param time the clock
   */
  public static Bucket bucket(int requestsPerMinute, Time time) {
    int burst = Math.max(1, requestsPerMinute / BURST_DIVISOR);
    int flow = Math.max(1, requestsPerMinute - burst);
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder().capacity(burst).refillGreedy(flow, Duration.ofMinutes(1)).build())
        .withCustomTimePrecision(
            new TimeMeter() {
              @Override
              public long currentTimeNanos() {
                return time.nanoTime();
              }

              @Override
              public boolean isWallClockBased() {
                return false;
              }
            })
        .build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Deadline deadline = CallContext.of(options).callDeadline();
    try {
      long patience = deadline.remaining().toNanos();
      if (patience <= 0 || !bucket.asBlocking().tryConsume(1, patience, sleeper)) {
        throw new NotSentInTimeException(
            "the client-side rate limit allows no request before the deadline");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted while waiting for its turn");
    }
    return next.execute(request, options);
  }
}
