package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.springboot.AccountActivity.LastCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Says how an account is, out of how its last call ended. Thread-safe. It knows none of Spring
 * Boot's types for health, which are other ones in each generation.
 *
 * <p>It never throws, and shows no text that comes from outside. What it does not know is {@code
 * UNKNOWN} and not {@code DOWN}: an application that is taken out of service because of one failed
 * call would make no other call that could bring it back.
 */
final class AccountHealth {

  private final AccountActivity activity;
  private final Duration maxAge;
  private final @Nullable AccountProbe probe;
  private final Duration interval;
  private final AtomicReference<Instant> nextProbe = new AtomicReference<>(Instant.MIN);

  /**
   * Creates the health of an account.
   *
   * @param activity what is known of the account
   * @param maxAge how long the outcome of a call counts
   * @param probe asks when nothing good is known; null when nothing is to be sent
   * @param interval the time between two probes, at least
   */
  AccountHealth(
      AccountActivity activity, Duration maxAge, @Nullable AccountProbe probe, Duration interval) {
    this.activity = activity;
    this.maxAge = maxAge;
    this.probe = probe;
    this.interval = interval;
  }

  /** How the account is now; may send a request, if there is a probe. */
  Reading read() {
    LastCall known = recent();
    if ((known == null || !isUp(known)) && probe != null && mayProbe()) {
      send(probe);
      known = recent();
    }
    return new Reading(condition(known), details(activity.last()));
  }

  private static Condition condition(@Nullable LastCall known) {
    if (known == null) {
      return Condition.UNKNOWN;
    }
    return isUp(known) ? Condition.UP : Condition.DOWN;
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

  private Map<String, Object> details(@Nullable LastCall last) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("callsUnderWay", activity.running());
    Boolean fleetAvailable = activity.fleetAvailable();
    if (fleetAvailable != null) {
      details.put("fleet", fleetAvailable ? "available" : "away");
    }
    if (last != null) {
      details.put("lastCall", last.operation());
      details.put("lastCallAt", last.at().toString());
      details.put("lastOutcome", last.outcome().name().toLowerCase(Locale.ROOT));
      last.status().ifPresent(status -> details.put("lastStatus", status));
      Class<?> failure = last.failure();
      if (failure != null) {
        details.put("lastFailure", failure.getSimpleName());
      }
    }
    return details;
  }

  /** How an account can be; the names are those of Spring Boot's statuses. */
  enum Condition {
    UP,
    DOWN,
    UNKNOWN
  }

  /**
   * How an account is.
   *
   * @param condition in one word
   * @param details what it was concluded from, in the order in which it is shown
   */
  record Reading(Condition condition, Map<String, Object> details) {}
}
