package io.github.invoicingsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The provider could not be reached, or the connection broke before the whole response was there.
 *
 * <p>{@link #mayHaveBeenProcessed()} is false when the failure proves that the provider did not see
 * the request: connection refused, unknown host, failed TLS handshake, no connection in time, no
 * socket to be had, a proxy that wants credentials or refuses the way to an https address.
 */
public final class ConnectionException extends TransportException {

  @Serial private static final long serialVersionUID = 1L;

  ConnectionException(
      FailedCall call, String problem, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    super(call, OneLine.of(problem, 300), mayHaveBeenProcessed, cause);
  }

  @Override
  public String guideKey() {
    return "connection";
  }
}
