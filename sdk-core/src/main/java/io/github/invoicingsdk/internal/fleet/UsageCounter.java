package io.github.invoicingsdk.internal.fleet;

import io.github.invoicingsdk.fleet.MonthlyUsage;
import io.github.invoicingsdk.fleet.UsageStore;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.observation.Attempt;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of a month, for a client alone or with a fleet. To a fleet they are reported
 * in the background, once a second at most; what could not be reported is kept for the next time.
 * Thread-safe; nothing is locked while the fleet is asked.
 */
public final class UsageCounter implements CallListener {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final @Nullable UsageStore store;
  private final String account;
  private final String zone;
  private final FleetHealth health;
  private final Clock time;
  private final Executor background;
  private final AtomicBoolean reporting = new AtomicBoolean();

  private final Object lock = new Object();

  /** What is not in the total yet, by month. */
  private final Map<YearMonth, MonthlyUsage> open = new TreeMap<>();

  private @Nullable MonthlyUsage total;
  private volatile @Nullable ZoneId months;
  private long nextReport;

  /**
   * Creates a counter.
   *
   * @param store counts for a fleet; null for a client alone
   * @param account whose calls they are
   * @param zone the id of the time zone by whose months the provider counts
   * @param health knows whether the fleet is there
   * @param time says which month it is
   * @param background reports to the fleet
   */
  public UsageCounter(
      @Nullable UsageStore store,
      String account,
      String zone,
      FleetHealth health,
      Clock time,
      Executor background) {
    this.store = store;
    this.account = account;
    this.zone = zone;
    this.health = health;
    this.time = time;
    this.background = background;
    this.nextReport = time.nanoTime();
  }

  /** A counter that reports to nobody. */
  public static UsageCounter alone(
      String zone, FleetHealth health, Clock time, Executor background) {
    return new UsageCounter(null, "", zone, health, time, background);
  }

  @Override
  public void attempted(Call call, Attempt attempt) {
    if (call.operation().equals(TOKEN) || call.operation().equals(DOWNLOAD)) {
      return;
    }
    boolean isTime;
    synchronized (lock) {
      add(new MonthlyUsage(month(), 1, attempt.outcome() == Attempt.Outcome.ACCEPTED ? 0 : 1));
      isTime = store != null && time.nanoTime() - nextReport >= 0;
      if (isTime) {
        nextReport = time.nanoTime() + PAUSE.toNanos();
      }
    }
    if (isTime) {
      background.execute(this::report);
    }
  }

  /** The count of this month, as far as it is known. */
  public MonthlyUsage usage() {
    report();
    synchronized (lock) {
      YearMonth month = month();
      MonthlyUsage none = new MonthlyUsage(month, 0, 0);
      MonthlyUsage known = total;
      return sum(
          open.getOrDefault(month, none),
          known == null || !known.month().equals(month) ? none : known);
    }
  }

  /** Reports what is open, and learns what the others have counted. */
  private void report() {
    UsageStore shared = store;
    if (shared == null || !reporting.compareAndSet(false, true)) {
      return;
    }
    try {
      Map<YearMonth, MonthlyUsage> reported;
      synchronized (lock) {
        open.putIfAbsent(month(), new MonthlyUsage(month(), 0, 0));
        reported = new TreeMap<>(open);
      }
      for (MonthlyUsage part : reported.values()) {
        Optional<MonthlyUsage> known =
            health.attempt(() -> shared.add(account, part.month(), part.calls(), part.failed()));
        known.ifPresent(whole -> settle(part, whole));
      }
    } finally {
      reporting.set(false);
    }
  }

  private void settle(MonthlyUsage part, MonthlyUsage whole) {
    synchronized (lock) {
      MonthlyUsage left =
          sum(
              open.getOrDefault(part.month(), new MonthlyUsage(part.month(), 0, 0)),
              new MonthlyUsage(part.month(), -part.calls(), -part.failed()));
      if (left.calls() == 0) {
        open.remove(part.month());
      } else {
        open.put(part.month(), left);
      }
      total = whole;
    }
  }

  private void add(MonthlyUsage part) {
    open.merge(part.month(), part, UsageCounter::sum);
  }

  private static MonthlyUsage sum(MonthlyUsage one, MonthlyUsage other) {
    return new MonthlyUsage(
        one.month(), one.calls() + other.calls(), one.failed() + other.failed());
  }

  /** The zone is read with the first call, which takes longer than making a client. */
  private YearMonth month() {
    ZoneId known = months;
    if (known == null) {
      known = ZoneId.of(zone);
      months = known;
    }
    return YearMonth.from(time.now().atZone(known));
  }
}
