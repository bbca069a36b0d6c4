package io.github.invoicingsdk.internal.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucket;
import java.time.Duration;

/** Takes one token out of a bucket for every request. Thread-safe. */
public final class BucketLimit implements RequestLimit {

  /** The part of a minute's requests that may be sent at once. */
  private static final int BURST_DIVISOR = 10;

  private final Bucket bucket;

  /**
   * Creates a limit.
   *
   * @param bucket whoever takes a token out of it that is yet to come has to wait for it
   */
  public BucketLimit(Bucket bucket) {
    this.bucket = bucket;
  }

  /** A limit for one client alone, in its own memory. */
  public static BucketLimit of(int requestsPerMinute, Time time) {
    return new BucketLimit(bucket(requestsPerMinute, time));
  }

  /** The same, of which nothing may be used at once: what may be sent flows in from now on. */
  public static BucketLimit startingEmpty(int requestsPerMinute, Time time) {
    return new BucketLimit(bucket(requestsPerMinute, 0, time));
  }

  /**
   * What may be sent at once and what flows in during a minute make the limit together, so that it
   * is never exceeded within any 60 seconds.
   *
   * @param requestsPerMinute the limit, at least 1
   * @param initialTokens what may be sent at once when the bucket is new
   */
  public static BucketConfiguration configuration(int requestsPerMinute, long initialTokens) {
    int burst = burst(requestsPerMinute);
    int flow = Math.max(1, requestsPerMinute - burst);
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(burst)
                    .refillGreedy(flow, Duration.ofMinutes(1))
                    .initialTokens(initialTokens))
        .build();
  }

  private static int burst(int requestsPerMinute) {
    return Math.max(1, requestsPerMinute / BURST_DIVISOR);
  }

  /**
   * A bucket that never lets more requests out within any 60 seconds than the limit: what may be
   * sent at once and what flows in during a minute make the limit together.
   *
   * @param requestsPerMinute the limit, at least 1
   * @param time the clock
   */
  static Bucket bucket(int requestsPerMinute, Time time) {
    return bucket(requestsPerMinute, burst(requestsPerMinute), time);
  }

  private static Bucket bucket(int requestsPerMinute, long initialTokens, Time time) {
    return Bucket.builder()
        .addLimit(configuration(requestsPerMinute, initialTokens).getBandwidths()[0])
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
  public Duration reserve(Duration patience) throws NotSentInTimeException {
    Wait wait = new Wait();
    try {
      // The bucket books the token and tells the time until it is there; waiting is not its job.
      if (!bucket.asBlocking().tryConsume(1, patience.toNanos(), wait::until)) {
        throw new NotSentInTimeException(
            "the client-side rate limit allows no request before the deadline");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("a bucket waited by itself and was interrupted", e);
    }
    return wait.time;
  }

  @Override
  public boolean mayBlock() {
    return !(bucket instanceof LocalBucket);
  }

  /** The time that a bucket asks to wait. */
  private static final class Wait {

    private Duration time = Duration.ZERO;

    void until(long nanos) {
      time = Duration.ofNanos(nanos);
    }
  }
}
