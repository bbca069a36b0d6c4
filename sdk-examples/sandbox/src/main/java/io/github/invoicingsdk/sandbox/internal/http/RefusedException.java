package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.Answer;

/** Ends the handling of a request early, with an answer. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  /**
   * Creates the exception.
   *
   * @param answer what to send
   */
  public RefusedException(Answer answer) {
    super("refused with " + answer);
    this.answer = answer;
  }

  /**
   * What to send.
   *
   * @return the answer
   */
  public Answer answer() {
    return answer;
  }
}
