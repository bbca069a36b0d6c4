package io.github.invoicingsdk.internal.fleet;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.Causes;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.observation.FleetStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows whether what a client shares is there, and tells listeners once when it goes away and once
 * when it is back. While it is away, one call every few seconds tries it; all others do without it
 * at once. It is used again as soon as it answers, but told to be back only when it has done so for
 * a while: listeners hear once of a network that comes and goes, not each time. Thread-safe.
 */
public final class FleetHealth {

  /** How long what is shared is left alone after a failure. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  /** For how long it must have answered to be called back. */
  static final Duration STEADY = Duration.ofSeconds(30);

  private final Provider provider;
  private final Listeners listeners;
  private final Clock time;
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicLong nextTry = new AtomicLong();

  /** Since when it has answered. */
  private final AtomicLong there = new AtomicLong();

  /** Whether listeners were told that it is away, and not yet that it is back. */
  private final AtomicBoolean toldAway = new AtomicBoolean();

  /**
   * Creates a state, in which what is shared is taken to be there.
   *
   * @param provider the provider that the client calls
   * @param listeners are told of changes
   * @param time measures the pauses
   */
  public FleetHealth(Provider provider, Listeners listeners, Clock time) {
    this.provider = provider;
    this.listeners = listeners;
    this.time = time;
  }

  /**
   * Uses what is shared.
   *
   * @param use uses it; what it throws unchecked means that what is shared is away
   * @return what came out; empty when it is away
   * @throws E what the use throws for reasons of its own
   */
  public <T, E extends Exception> Optional<T> attempt(Use<T, E> use) throws E {
    if (away.get() && !isToBeTried()) {
      return Optional.empty();
    }
    T result;
    try {
      result = use.run();
    } catch (RuntimeException failure) {
      lost(failure);
      return Optional.empty();
    }
    found();
    return Optional.of(result);
  }

  private boolean isToBeTried() {
    long at = nextTry.get();
    long now = time.nanoTime();
    return now - at >= 0 && nextTry.compareAndSet(at, now + PAUSE.toNanos());
  }

  private void lost(RuntimeException failure) {
    if (Thread.currentThread().isInterrupted()
        || Causes.include(failure, InterruptedException.class)) {
      // The caller gave up; that says nothing about what is shared.
      Thread.currentThread().interrupt();
      return;
    }
    nextTry.set(time.nanoTime() + PAUSE.toNanos());
    away.set(true);
    if (toldAway.compareAndSet(false, true)) {
      // The text of the exception is not shown, since it may hold the address with its password.
      String reason = failure.getClass().getSimpleName();
      listeners.fleetChanged(new FleetStatus(provider, listeners.account(), false, reason));
    }
  }

  private void found() {
    if (!toldAway.get()) {
      return;
    }
    long now = time.nanoTime();
    if (away.get()) {
      there.set(now);
      away.set(false);
    } else if (now - there.get() >= STEADY.toNanos() && toldAway.compareAndSet(true, false)) {
      listeners.fleetChanged(
          new FleetStatus(
              provider,
              listeners.account(),
              true,
              "it has answered for " + STEADY.toSeconds() + " seconds"));
    }
  }

  /** Uses what is shared. */
  @FunctionalInterface
  public interface Use<T, E extends Exception> {

    /** Does so. */
    T run() throws E;
  }
}
