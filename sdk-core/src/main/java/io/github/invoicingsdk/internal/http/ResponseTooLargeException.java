package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.Serial;

/** A response is larger than the client accepts. */
public final class ResponseTooLargeException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception; the message becomes part of what the user reads. */
  public ResponseTooLargeException(String message) {
    super(message);
  }
}
