package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.observation.FleetStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the client of one account does: how many calls are under way, how the last one ended,
 * and whether its fleet is there. Thread-safe.
 */
final class AccountActivity {

  private final InvoicingAccount account;
  private final InstantSource clock;
  private final CallListener listener = new Listener();
  private final Object lock = new Object();

  private int running;
  private CompletableFuture<@Nullable Void> idle = CompletableFuture.completedFuture(null);
  private volatile @Nullable LastCall last;
  private volatile @Nullable Boolean fleetAvailable;

  /** Creates the activity of an account, for Spring. */
  static AccountActivity of(Provider provider, String name) {
    return new AccountActivity(new InvoicingAccount(provider, name), InstantSource.system());
  }

  AccountActivity(InvoicingAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  InvoicingAccount account() {
    return account;
  }

  InstantSource clock() {
    return clock;
  }

  /** Tells this of the calls; to be given to the account's client. */
  CallListener listener() {
    return listener;
  }

  /** How many calls are under way. */
  int running() {
    synchronized (lock) {
      return running;
    }
  }

  /** Ends when no call is under way, on the thread that ended the last one. */
  CompletableFuture<@Nullable Void> idle() {
    synchronized (lock) {
      return idle;
    }
  }

  /** How the last call ended; null when none has. Calls that their caller gave up say nothing. */
  @Nullable LastCall last() {
    return last;
  }

  /** Whether what is shared with other machines is there; null while it has not changed. */
  @Nullable Boolean fleetAvailable() {
    return fleetAvailable;
  }

  /**
   * How a call ended. Immutable.
   *
   * @param at when
   * @param operation its operation
   * @param outcome the kind of end
   * @param status the status of the last response; empty when none came
   * @param failure the type of what the caller got instead of a value; null when it got one
   */
  record LastCall(
      Instant at,
      String operation,
      CallResult.Outcome outcome,
      OptionalInt status,
      @Nullable Class<?> failure) {}

  /** Hears what the client does. */
  private final class Listener implements CallListener {

    @Override
    public void started(Call call) {
      synchronized (lock) {
        if (running == 0) {
          idle = new CompletableFuture<>();
        }
        running++;
      }
    }

    @Override
    public void ended(Call call, CallResult result) {
      if (result.outcome() != CallResult.Outcome.CANCELLED) {
        last =
            new LastCall(
                clock.instant(),
                call.operation(),
                result.outcome(),
                result.status(),
                result.failure().<Class<?>>map(Object::getClass).orElse(null));
      }
      CompletableFuture<@Nullable Void> ended = null;
      synchronized (lock) {
        running--;
        if (running == 0) {
          ended = idle;
        }
      }
      if (ended != null) {
        ended.complete(null);
      }
    }

    @Override
    public void fleetChanged(FleetStatus status) {
      fleetAvailable = status.available();
    }
  }
}
