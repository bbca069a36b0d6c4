package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.Serial;

/** A response arrived but its content encoding is broken or unknown. */
public final class CorruptContentException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception; the message becomes part of what the user reads. */
  public CorruptContentException(String message) {
    super(message);
  }

  /** Creates the exception with the failure below it. */
  public CorruptContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
