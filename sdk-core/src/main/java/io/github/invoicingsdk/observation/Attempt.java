package io.github.invoicingsdk.observation;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One request that was sent, and what became of it. Immutable; the bodies can be read only while
 * the listener is being told.
 *
 * @param number which request of the call it was, from 1; requests after the first are repetitions
 * @param outcome what the response, or its lack, says
 * @param status the status of the response; empty when none came
 * @param duration from sending to the last byte of the response, or to the failure
 * @param requestBytes the size of the request's body
 * @param responseBytes the size of the response's body, after decompression; 0 when none came
 * @param requestBody the request's body
 * @param responseBody the response's body; for a download always empty
 */
public record Attempt(
    int number,
    Outcome outcome,
    OptionalInt status,
    Duration duration,
    long requestBytes,
    long responseBytes,
    MaskedBody requestBody,
    MaskedBody responseBody) {

  /**
   * Creates the description of a request.
   *
   * @param number which request of the call it was, from 1
   * @param outcome what the response, or its lack, says
   * @param status the status of the response; empty when none came
   * @param duration from sending to the last byte of the response, or to the failure
   * @param requestBytes the size of the request's body
   * @param responseBytes the size of the response's body; 0 when none came
   * @param requestBody the request's body
   * @param responseBody the response's body
   */
  public Attempt {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(requestBody, "requestBody");
    Objects.requireNonNull(responseBody, "responseBody");
  }

  /** What the response to a request, or its lack, says. */
  public enum Outcome {
    /** The provider accepted it: a status of success. */
    ACCEPTED,
    /** The provider refused it for good. */
    REFUSED,
    /** It was certainly not carried out, such as without a connection. */
    NOT_PROCESSED,
    /** It may have been carried out, as after a timeout, with status 500 or after a redirect. */
    UNKNOWN
  }
}
