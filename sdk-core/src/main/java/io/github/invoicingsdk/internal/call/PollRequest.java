package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.vocabulary.Polling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks once whether work in the background is done. Thread-safe. */
final class PollRequest {

  private final Caller caller;
  private final BoundOperation operation;
  private final Polling polling;
  private final Object[] arguments;

  PollRequest(Caller caller, BoundOperation operation, Polling polling, Object[] arguments) {
    this.caller = caller;
    this.operation = operation;
    this.polling = polling;
    this.arguments = arguments;
  }

  /** The result, or an empty value while there is none. */
  Optional<Object> poll() {
    return caller.call(this::request, context(), reading());
  }

  /** Makes one request; nothing is sent. */
  Request request() {
    return operation.request(arguments);
  }

  /** The context of one request. */
  CallContext context() {
    return caller.context(operation.info(), Map.of(), OptionalInt.empty());
  }

  /** Tells the result from a response that there is none yet. */
  Caller.Reading<Optional<Object>> reading() {
    return (reader, response) ->
        response.status() == polling.pendingStatus()
            ? Optional.empty()
            : Optional.of(
                reader.payload(
                    operation.info(),
                    arguments,
                    response::json,
                    response::statesOnlyId,
                    response::passOver));
  }

  /** How long to wait between two requests. */
  Duration pause() {
    return Duration.ofMillis(polling.intervalMillis());
  }

  /** The exception for waiting that was not long enough. */
  RuntimeException timedOut(Duration atMost) {
    return caller.translator().call(context(), null).pollingTimedOut(atMost);
  }

  /** The exception for a thread that was interrupted between two requests. */
  RuntimeException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return caller.translator().call(context(), null).interrupted(true, cause);
  }

  /** What listeners remember of this thread, for polls that follow on other ones. */
  CapturedContext capture() {
    return caller.capture();
  }

  Clock time() {
    return caller.time();
  }

  /** The operation's name in the spec. */
  String name() {
    return operation.info().id();
  }
}
