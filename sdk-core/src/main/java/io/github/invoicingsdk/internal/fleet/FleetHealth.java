package io.github.invoicingsdk.internal.fleet;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.Causes;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.observation.FleetStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows whether what a client shares is there, and tells listeners once when it goes away and once
 * when it comes back. While it is away, one call every few seconds tries it; all others do without
 * it at once. Thread-safe.
 */
public final class FleetHealth {

  /** How long what is shared is left alone after a failure. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final Provider provider;
  private final Listeners listeners;
  private final Time time;
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicLong nextTry = new AtomicLong();

  /**
   * Creates a state, in which what is shared is taken to be there.
   *
   * @param provider the provider that the client calls
   * @param listeners are told of changes
   * @param time measures the pauses
   */
  public FleetHealth(Provider provider, Listeners listeners, Time time) {
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
    if (away.compareAndSet(false, true)) {
      // The text of the exception is not shown, since it may hold the address with its password.
      String reason = failure.getClass().getSimpleName();
      listeners.fleetChanged(new FleetStatus(provider, false, reason));
    }
  }

  private void found() {
    if (away.compareAndSet(true, false)) {
      listeners.fleetChanged(new FleetStatus(provider, true, "it answers again"));
    }
  }

  /** Uses what is shared. */
  @FunctionalInterface
  public interface Use<T, E extends Exception> {

    /** Does so. */
    T run() throws E;
  }
}
