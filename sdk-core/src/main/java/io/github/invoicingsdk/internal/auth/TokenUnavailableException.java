package io.github.invoicingsdk.internal.auth;

import java.io.IOException;

/**
 * No access token could be had, because the token endpoint could not be reached or did not answer;
 * the cause says why.
 *
 * <p>It sets this failure apart from the same failure of the request itself: whatever happened to
 * the token, the request for which it was wanted has not been processed.
 */
public final class TokenUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final IOException reason;

  TokenUnavailableException(IOException reason) {
    super("no access token could be had; the request itself was not processed", reason);
    this.reason = reason;
  }

  /** Why no token could be had. */
  public IOException reason() {
    return reason;
  }
}
