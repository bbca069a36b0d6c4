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

  /** The same without a reserve: what may be sent flows in from now on, first for what is owed. */
  public static BucketLimit owing(long requests, int requestsPerMinute, Clock time) {
    Bucket empty = bucket(requestsPerMinute, 0, time);
    if (requests > 0) {
      long unusedNanos = empty.consumeIgnoringRateLimits(requests);
    }
    return new BucketLimit(empty);
  }

  /**
   * What machines share: as for one client, but with a tenth less, for the moments in which they do
   * not agree whether the shared bucket is there; and empty when it is new, because it may be one
   * that was lost.
   *
   * @param requestsPerMinute the limit of all machines together, at least 1
   * @param name tells a bucket from those that were there before it
   */
  public static BucketConfiguration sharedConfiguration(int requestsPerMinute, String name) {
    int burst = burst(requestsPerMinute);
    return configuration(burst, Math.max(1, requestsPerMinute - 2 * burst), 0, name);
  }

  /** The name that a bucket was made with. */
  public static String nameOf(BucketConfiguration configuration) {
    return configuration.getBandwidths()[0].getId();
  }

  private static BucketConfiguration configuration(
      int burst, int flow, long initialTokens, String name) {
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(burst)
                    .refillGreedy(flow, Duration.ofMinutes(1))
                    .initialTokens(initialTokens)
                    .id(name))
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
  static Bucket bucket(int requestsPerMinute, Clock time) {
    return bucket(requestsPerMinute, burst(requestsPerMinute), time);
  }

  private static Bucket bucket(int requestsPerMinute, long initialTokens, Clock time) {
    int burst = burst(requestsPerMinute);
    return Bucket.builder()
        .addLimit(
            configuration(burst, Math.max(1, requestsPerMinute - burst), initialTokens, "own")
                .getBandwidths()[0])
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
  public Place reserve(Duration patience) throws NotSentInTimeException {
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
    return Place.after(wait.time);
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
