package io.github.invoicingsdk.observation;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a call ended. Immutable.
 *
 * @param outcome the kind of end
 * @param status the status of the last response; empty when none came
 * @param attempts how many requests were sent
 * @param duration from the start of the call to its end, with all waiting
 * @param failure what the caller gets instead of a value; empty when the call succeeded
 */
public record CallResult(
    Outcome outcome,
    OptionalInt status,
    int attempts,
    Duration duration,
    Optional<Throwable> failure) {

  /**
   * Creates the description of an end.
   *
   * @param outcome the kind of end
   * @param status the status of the last response; empty when none came
   * @param attempts how many requests were sent
   * @param duration from the start of the call to its end
   * @param failure what the caller gets instead of a value; empty when the call succeeded
   */
  public CallResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(failure, "failure");
  }

  /** The kinds of end. */
  public enum Outcome {
    /** The caller got the response. */
    SUCCEEDED,
    /** The provider refused the call, as with status 404 or 422. */
    REFUSED,
    /** The provider answered with something that cannot be read. */
    UNREADABLE,
    /**
     * The call failed in another way: without a connection, by a timeout, by the provider's fault.
     */
    FAILED,
    /** A write whose fate is not known: it may have been carried out. */
    OUTCOME_UNKNOWN,
    /** The caller gave up: its thread was interrupted, or the future was cancelled. */
    CANCELLED
  }
}
