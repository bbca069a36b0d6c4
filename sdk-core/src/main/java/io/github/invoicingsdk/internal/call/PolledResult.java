package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.vocabulary.Pending;
import io.github.invoicingsdk.vocabulary.Polling;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The result of work in the background, asked for until it is there. */
final class PolledResult implements Pending<Object> {

  /** Longer is as good as for ever, and nanoseconds can still count it. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Caller caller;
  private final BoundOperation operation;
  private final Polling polling;
  private final Object[] arguments;

  PolledResult(Caller caller, BoundOperation operation, Polling polling, Object[] arguments) {
    this.caller = caller;
    this.operation = operation;
    this.polling = polling;
    this.arguments = arguments;
  }

  @Override
  public Optional<Object> poll() {
    return poll(newContext());
  }

  @Override
  public Object await(Duration atMost) {
    if (Objects.requireNonNull(atMost, "atMost").isNegative() || atMost.isZero()) {
      throw new IllegalArgumentException("atMost is " + atMost + ": it must be positive");
    }
    Time time = caller.time();
    Deadline deadline = Deadline.after(atMost.compareTo(LONGEST) < 0 ? atMost : LONGEST, time);
    Duration pause = Duration.ofMillis(polling.intervalMillis());
    while (true) {
      CallContext context = newContext();
      Optional<Object> result = poll(context);
      if (result.isPresent()) {
        return result.get();
      }
      if (deadline.remaining().compareTo(pause) < 0) {
        throw caller.translator().call(context, null).pollingTimedOut(atMost);
      }
      sleep(time, pause, context);
    }
  }

  @Override
  public String toString() {
    return "Pending{" + operation.info().id() + "}";
  }

  private CallContext newContext() {
    return caller.context(
        operation.info(), OperationInfo.queryParameters(arguments), OptionalInt.empty());
  }

  private Optional<Object> poll(CallContext context) {
    return caller.call(
        operation,
        arguments,
        context,
        (reader, answer) ->
            answer.status() == polling.pendingStatus()
                ? Optional.empty()
                : Optional.of(reader.payload(operation.info(), arguments, answer.json())));
  }

  private void sleep(Time time, Duration pause, CallContext context) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw caller.translator().call(context, null).interrupted(true, e);
    }
  }
}
