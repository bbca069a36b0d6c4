package io.github.invoicingsdk.internal.fleet;

import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.NotSentInTimeException;
import io.github.invoicingsdk.internal.http.RequestLimit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a rate limit that all machines of a fleet share, and while that is away to this
 * machine's part of it.
 *
 * <p>The provider's limit is to hold for all of them in any 60 seconds, also around an outage. So
 * the local limit starts without a reserve, since the reserve of the shared one may have been used
 * just before, and owes what this machine has booked ahead. When the shared one is back, it is
 * charged with what was sent without it: wholly with what was sent while other machines may have
 * been using it already, and up to the reserve that it has gathered with what was sent before. For
 * the seconds in which some machines know of an outage or its end and others do not, a tenth of the
 * limit is held back ({@link BucketLimit#sharedConfiguration}).
 *
 * <p>A request that had to wait for its place asks, when its time has come, whether the shared
 * bucket is still the one that gave the place. If that one was lost, the place was lost with it,
 * and is taken anew from the bucket that came after, which started empty. So what is sent never
 * exceeds what the buckets that were there have let flow, however often one is lost.
 *
 * <p>Thread-safe; nothing is locked while the fleet is asked.
 */
public final class SharedLimit implements RequestLimit {

  /** Within this time every machine notices that what is shared is back. */
  private static final Duration NOTICED = FleetHealth.PAUSE.multipliedBy(2);

  private final Fleet fleet;
  private final String account;
  private final int requestsPerMinute;
  private final FleetHealth health;
  private final Clock time;

  private final Object lock = new Object();

  /** The local limit, while what is shared is away. */
  private @Nullable RequestLimit alone;

  /** The moments in the future at which requests are sent that the shared limit has allowed. */
  private final Deque<Long> booked = new ArrayDeque<>();

  /** The moments, also in the future, of the latest requests that it does not know of. */
  private final Deque<Long> owed = new ArrayDeque<>();

  /** How many the shared limit does not know of that were sent longer ago. */
  private long owedForLong;

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
      Fleet fleet, String account, int requestsPerMinute, FleetHealth health, Clock time) {
    this.fleet = fleet;
    this.account = account;
    this.requestsPerMinute = requestsPerMinute;
    this.health = health;
    this.time = time;
  }

  @Override
  public Place reserve(Duration patience) throws NotSentInTimeException {
    Optional<Place> shared = health.attempt(() -> reserveShared(patience));
    if (shared.isPresent()) {
      book(booked, shared.get().pause());
      return shared.get();
    }
    Place place = alone().reserve(patience);
    book(owed, place.pause());
    return place;
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  private Place reserveShared(Duration patience) throws NotSentInTimeException {
    Optional<String> before = fleet.bucketName(account);
    Bucket bucket = fleet.bucket(account, requestsPerMinute);
    settle(bucket);
    Duration pause = new BucketLimit(bucket).reserve(patience).pause();
    synchronized (lock) {
      alone = null;
    }
    if (pause.isZero()) {
      return Place.after(pause);
    }
    // A bucket that was not there before has its name now.
    Optional<String> giver = before.isPresent() ? before : fleet.bucketName(account);
    return new Place(pause, () -> isStillThere(giver));
  }

  /** While the fleet is away, what it has allowed before holds, as {@link #settle} takes it. */
  private boolean isStillThere(Optional<String> giver) {
    return health.attempt(() -> fleet.bucketName(account).equals(giver)).orElse(true);
  }

  /** Charges the shared limit with what was sent without it. */
  private void settle(Bucket bucket) {
    long recent;
    long earlier;
    synchronized (lock) {
      if (alone == null) {
        return;
      }
      forget();
      // What it has allowed before counts once more: it may have been lost meanwhile.
      recent = (long) owed.size() + booked.size();
      earlier = owedForLong;
      owed.clear();
      owedForLong = 0;
    }
    try {
      if (earlier > 0) {
        long unusedTaken = bucket.tryConsumeAsMuchAsPossible(earlier);
      }
      if (recent > 0) {
        long unusedNanos = bucket.consumeIgnoringRateLimits(recent);
      }
    } catch (RuntimeException stillAway) {
      synchronized (lock) {
        owedForLong += earlier + recent;
      }
      throw stillAway;
    }
  }

  private void book(Deque<Long> moments, Duration pause) {
    synchronized (lock) {
      forget();
      moments.addLast(time.nanoTime() + pause.toNanos());
    }
  }

  /** Forgets what was sent so long ago that only its number matters. */
  private void forget() {
    long now = time.nanoTime();
    booked.removeIf(moment -> moment - now <= 0);
    int before = owed.size();
    owed.removeIf(moment -> moment - now <= -NOTICED.toNanos());
    owedForLong += before - owed.size();
  }

  private RequestLimit alone() {
    synchronized (lock) {
      RequestLimit limit = alone;
      if (limit == null) {
        forget();
        int part = Math.max(1, (requestsPerMinute - requestsPerMinute / 10) / fleet.machines());
        limit = BucketLimit.owing((long) booked.size() + owed.size(), part, time);
        alone = limit;
      }
      return limit;
    }
  }
}
