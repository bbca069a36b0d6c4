package io.github.invoicingsdk.internal.fleet;

import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.NotSentInTimeException;
import io.github.invoicingsdk.internal.http.RequestLimit;
import io.github.invoicingsdk.internal.http.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a rate limit that all machines of a fleet share, and while that is away to this
 * machine's part of it.
 *
 * <p>The provider's limit holds for all of them in any 60 seconds, also around an outage: the local
 * limit starts without a reserve, since the reserve of the shared one may have been used just
 * before; and when the shared one is back, what was sent meanwhile is taken out of the reserve that
 * it gathered. Thread-safe.
 */
public final class SharedLimit implements RequestLimit {

  private final Fleet fleet;
  private final String account;
  private final int requestsPerMinute;
  private final FleetHealth health;
  private final Time time;
  private final AtomicLong sentAlone = new AtomicLong();
  private final Object lock = new Object();
  private @Nullable RequestLimit alone;

  /**
   * Creates a limit.
   *
   * @param fleet has the shared bucket
   * @param account whose limit it is
   * @param requestsPerMinute how many requests all machines may send in any 60 seconds
   * @param health knows whether the fleet is there
   * @param time the clock of the local limit
   */
  public SharedLimit(
      Fleet fleet, String account, int requestsPerMinute, FleetHealth health, Time time) {
    this.fleet = fleet;
    this.account = account;
    this.requestsPerMinute = requestsPerMinute;
    this.health = health;
    this.time = time;
  }

  @Override
  public Duration reserve(Duration patience) throws NotSentInTimeException {
    Optional<Duration> pause = health.attempt(() -> reserveShared(patience));
    if (pause.isPresent()) {
      return pause.get();
    }
    Duration alonePause = alone().reserve(patience);
    sentAlone.incrementAndGet();
    return alonePause;
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  private Duration reserveShared(Duration patience) throws NotSentInTimeException {
    Bucket bucket = fleet.bucket(account, requestsPerMinute);
    long debt = sentAlone.getAndSet(0);
    if (debt > 0) {
      try {
        long unused = bucket.tryConsumeAsMuchAsPossible(debt);
      } catch (RuntimeException e) {
        sentAlone.addAndGet(debt);
        throw e;
      }
    }
    Duration pause = new BucketLimit(bucket).reserve(patience);
    synchronized (lock) {
      alone = null;
    }
    return pause;
  }

  private RequestLimit alone() {
    synchronized (lock) {
      RequestLimit limit = alone;
      if (limit == null) {
        limit = BucketLimit.startingEmpty(Math.max(1, requestsPerMinute / fleet.machines()), time);
        alone = limit;
      }
      return limit;
    }
  }
}
