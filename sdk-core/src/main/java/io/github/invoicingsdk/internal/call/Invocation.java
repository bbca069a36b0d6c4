package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.vocabulary.Pagination;
import io.github.invoicingsdk.vocabulary.Polling;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One invocation of a generated method, with arguments that have been checked. */
final class Invocation {

  private static final Object[] NO_ARGUMENTS = {};

  private final BoundOperation operation;
  private final Object[] arguments;
  private final Caller caller;

  private Invocation(BoundOperation operation, Object[] arguments, Caller caller) {
    this.operation = operation;
    this.arguments = arguments;
    this.caller = caller;
  }

  /**
   * Refuses arguments that the spec does not allow, before anything is sent. Options may be left
   * out, or be told to their builder by the last argument.
   */
  static Invocation of(BoundOperation operation, Object @Nullable [] given, Caller caller) {
    Object[] arguments = given == null ? NO_ARGUMENTS : given;
    int last = arguments.length - 1;
    if (last >= 0 && arguments[last] instanceof Consumer<?> told) {
      arguments = arguments.clone();
      arguments[last] = BuiltOptions.of(operation.info().options(), told);
    }
    operation.info().check(arguments);
    return new Invocation(operation, arguments, caller);
  }

  /** Makes the request; nothing is sent. */
  Request request() {
    return operation.request(arguments);
  }

  OperationInfo info() {
    return operation.info();
  }

  /** The context of the call, when it is neither a page nor a poll. */
  CallContext context() {
    return caller.context(info(), Map.of(), OptionalInt.empty());
  }

  /** Reads the payload; empty when the method returns nothing. */
  Caller.Reading<Optional<Object>> reading() {
    OperationInfo info = info();
    if (info.returnsNothing()) {
      return (reader, response) -> Optional.empty();
    }
    return info.mayLackBody()
        ? (reader, response) ->
            Optional.of(
                response.isBlank() ? Optional.empty() : Optional.of(payload(reader, response)))
        : (reader, response) -> Optional.of(payload(reader, response));
  }

  private Object payload(PayloadReader reader, SuccessResponse response) throws IOException {
    return reader.payload(
        info(), arguments, response::json, response::statesOnlyId, response::passOver);
  }

  /** The pages of the list that the method returns. */
  PageRequest pages(Pagination pagination) {
    return new PageRequest(caller, operation, pagination, arguments);
  }

  /** The requests for the result that the method returns. */
  PollRequest polls(Polling polling) {
    return new PollRequest(caller, operation, polling, arguments);
  }
}
