package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.springboot.AccountActivity.LastCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Says how an account is, out of how its last call ended. Thread-safe.
 *
 * <p>It never throws, and shows no text that comes from outside. What it does not know is {@code
 * UNKNOWN} and not {@code DOWN}: an application that is taken out of service because of one failed
 * call would make no other call that could bring it back.
 */
final class AccountHealthIndicator implements HealthIndicator {

  private final AccountActivity activity;
  private final Duration maxAge;
  private final @Nullable AccountProbe probe;
  private final Duration interval;
  private final AtomicReference<Instant> nextProbe = new AtomicReference<>(Instant.MIN);

  /**
   * Creates the indicator of an account.
   *
   * @param activity what is known of the account
   * @param maxAge how long the outcome of a call counts
   * @param probe asks when nothing good is known; null when nothing is to be sent
   * @param interval the time between two probes, at least
   */
  AccountHealthIndicator(
      AccountActivity activity, Duration maxAge, @Nullable AccountProbe probe, Duration interval) {
    this.activity = activity;
    this.maxAge = maxAge;
    this.probe = probe;
    this.interval = interval;
  }

  @Override
  public Health health() {
    LastCall known = recent();
    if ((known == null || !isUp(known)) && probe != null && mayProbe()) {
      send(probe);
      known = recent();
    }
    Health.Builder health = new Health.Builder();
    if (known == null) {
      health.unknown();
    } else if (isUp(known)) {
      health.up();
    } else {
      health.down();
    }
    return details(health, activity.last()).build();
  }

  private @Nullable LastCall recent() {
    LastCall last = activity.last();
    return last == null || last.at().plus(maxAge).isBefore(activity.clock().instant())
        ? null
        : last;
  }

  /** Whether it is this caller's turn; the others go on with what is known, and do not wait. */
  private boolean mayProbe() {
    Instant now = activity.clock().instant();
    Instant next = Objects.requireNonNull(nextProbe.get());
    return !now.isBefore(next) && nextProbe.compareAndSet(next, now.plus(interval));
  }

  /** The activity learns how it ended; what does not even get so far leaves health unknown. */
  private static void send(AccountProbe probe) {
    try {
      probe.send();
    } catch (RuntimeException e) {
      // A message could come from outside, so that none is shown.
    }
  }

  /** A provider that refuses a call is there, unless it refuses everything for this account. */
  private static boolean isUp(LastCall last) {
    Class<?> failure = last.failure();
    return last.outcome() == CallResult.Outcome.SUCCEEDED
        || (last.outcome() == CallResult.Outcome.REFUSED
            && (failure == null || !AuthenticationException.class.isAssignableFrom(failure)));
  }

  private Health.Builder details(Health.Builder health, @Nullable LastCall last) {
    health.withDetail("callsUnderWay", activity.running());
    Boolean fleetAvailable = activity.fleetAvailable();
    if (fleetAvailable != null) {
      health.withDetail("fleet", fleetAvailable ? "available" : "away");
    }
    if (last != null) {
      health.withDetail("lastCall", last.operation());
      health.withDetail("lastCallAt", last.at().toString());
      health.withDetail("lastOutcome", last.outcome().name().toLowerCase(Locale.ROOT));
      last.status().ifPresent(status -> health.withDetail("lastStatus", status));
      Class<?> failure = last.failure();
      if (failure != null) {
        health.withDetail("lastFailure", failure.getSimpleName());
      }
    }
    return health;
  }
}
