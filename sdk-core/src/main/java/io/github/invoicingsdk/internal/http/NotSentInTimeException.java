package io.github.invoicingsdk.internal.http;

import java.io.IOException;

/** A request was not sent, because the call's time is over or would be before its turn came. */
public final class NotSentInTimeException extends IOException {

  private static final long serialVersionUID = 1L;

  NotSentInTimeException(String message) {
    super(message);
  }
}
