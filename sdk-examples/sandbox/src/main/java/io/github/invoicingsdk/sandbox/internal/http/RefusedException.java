package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;

/** Ends the handling of a request early, with a response. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CannedResponse response;

  /**
   * Creates the exception.
   *
   * @param response what to send
   */
  public RefusedException(CannedResponse response) {
    super("refused with " + response);
    this.response = response;
  }

  /**
   * What to send.
   *
   * @return the response
   */
  public CannedResponse response() {
    return response;
  }
}
