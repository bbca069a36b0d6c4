package io.github.invoicingsdk.internal.http;

import java.io.IOException;

/** A request was not sent, because the client's own rate limit left no time for it. */
public final class RateLimitReachedException extends IOException {

  private static final long serialVersionUID = 1L;

  RateLimitReachedException(String message) {
    super(message);
  }
}
