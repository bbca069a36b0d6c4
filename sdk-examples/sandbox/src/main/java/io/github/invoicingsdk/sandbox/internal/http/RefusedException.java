package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;

/** Ends the handling of a request early, with an answer. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CannedResponse answer;

  /**
   * Creates the exception.
   *
   * @param answer what to send
   */
  public RefusedException(CannedResponse answer) {
    super("refused with " + answer);
    this.answer = answer;
  }

  /**
   * What to send.
   *
   * @return the answer
   */
  public CannedResponse answer() {
    return answer;
  }
}
