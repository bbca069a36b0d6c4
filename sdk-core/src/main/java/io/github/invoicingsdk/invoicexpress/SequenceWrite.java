package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.model.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What became of a write whose response was no plain success, by what is found in reading.
 *
 * @param <R> the results that the write can have
 * @param operation the operation's name
 * @param howToFindOut how somebody can find out what became of it
 * @param now the result if the write itself may have done it
 * @param before the result if somebody else has done it
 * @param refused the result if the provider refused
 * @param doneElsewhere the codes which say that somebody else has done it, or is doing it
 */
record SequenceWrite<R>(
    String operation,
    String howToFindOut,
    Function<Sequence, R> now,
    Function<Sequence, R> before,
    BiFunction<ErrorCode, ApiException, R> refused,
    List<ErrorCode> doneElsewhere) {

  /**
   * What became of it after it failed.
   *
   * @param found reads back what the write was to bring about
   */
  Plan<R> afterFailure(RuntimeException failure, Plan<Optional<Sequence>> found) {
    if (failure instanceof OutcomeUnknownException unknown) {
      return afterUnknown(unknown, found);
    }
    if (failure instanceof DecodingException unreadable) {
      // A response that nobody can read says as little as none.
      return afterUnknown(unknown(unreadable), found);
    }
    return failure instanceof ApiException refusal
        ? refusal
            .errorCode()
            .map(reason -> afterRefusal(reason, refusal, found))
            .orElseGet(() -> Plan.failed(refusal))
        : Plan.failed(failure);
  }

  /** What is said when reading back fails after the provider accepted the write. */
  RuntimeException acceptedButUnread(RuntimeException failure) {
    return failure instanceof InvoicingException reason
            && !(failure instanceof CallInterruptedException)
        ? unknown(reason)
        : failure;
  }

  /** The call, for exceptions. */
  FailedCall call() {
    return FailedCall.of(Provider.INVOICEXPRESS, operation);
  }

  /** If nothing is found, or reading fails as well, the outcome stays unknown. */
  private Plan<R> afterUnknown(OutcomeUnknownException unknown, Plan<Optional<Sequence>> found) {
    return found.either(
        sequence ->
            sequence
                .map(known -> Plan.<R>of(now.apply(known)))
                .orElseGet(() -> Plan.failed(unknown)),
        failure -> {
          if (failure instanceof CallInterruptedException) {
            failure.addSuppressed(unknown);
            return Plan.failed(failure);
          }
          unknown.addSuppressed(failure);
          return Plan.failed(unknown);
        });
  }

  private Plan<R> afterRefusal(
      ErrorCode reason, ApiException refusal, Plan<Optional<Sequence>> found) {
    R failed = refused.apply(reason, refusal);
    return doneElsewhere.stream().anyMatch(refusal::is)
        ? found.map(sequence -> sequence.map(before).orElse(failed))
        : Plan.of(failed);
  }

  private OutcomeUnknownException unknown(InvoicingException reason) {
    return call().outcomeUnknown(reason, howToFindOut);
  }
}
