package io.github.invoicingsdk.internal.observation;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallerContext;
import io.github.invoicingsdk.observation.FleetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The listeners of one client, none of which can break a call. Thread-safe. */
public final class Listeners {

  /** Nobody listens. */
  public static final Listeners NONE =
      new Listeners(List.of(), new BodyMask(new Redactor(List.of())), Account.NONE, Clock.system());

  private final List<CallListener> all;
  private final BodyMask mask;
  private final Account account;
  private final Clock time;

  /**
   * Takes the listeners together.
   *
   * @param all the listeners, told in this order
   * @param mask makes bodies fit to be shown
   * @param account for whom the client works
   * @param time measures how long calls take
   */
  public Listeners(List<CallListener> all, BodyMask mask, Account account, Clock time) {
    this.all = List.copyOf(all);
    this.mask = mask;
    this.account = account;
    this.time = time;
  }

  /** A call that is about to start. */
  public Observation call(Provider provider, String operation, OptionalInt page) {
    return new Observation(this, provider, operation, page);
  }

  /** For whom the client works, by a name without secrets. */
  public String account() {
    return account.accountName();
  }

  /** Tells that what is shared went away or came back. */
  public void fleetChanged(FleetStatus status) {
    tell(listener -> listener.fleetChanged(status));
  }

  /** What the listeners remember of this thread, which is calling the client. */
  public CapturedContext capture() {
    List<CallerContext> contexts = null;
    for (CallListener listener : all) {
      try {
        CallerContext context = listener.capture();
        if (context != CallerContext.NONE) {
          contexts = contexts == null ? new ArrayList<>() : contexts;
          contexts.add(Objects.requireNonNull(context, "context"));
        }
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable dropped) {
        // Then nothing is current for this listener.
      }
    }
    return contexts == null ? CapturedContext.NOTHING : new CapturedContext(contexts);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  BodyMask mask() {
    return mask;
  }

  Clock time() {
    return time;
  }

  /** Tells every listener, whatever the ones before it throw. */
  void tell(Consumer<CallListener> event) {
    for (CallListener listener : all) {
      try {
        event.accept(listener);
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable dropped) {
        // A listener must not break a call, and there is nobody else to tell.
      }
    }
  }
}
