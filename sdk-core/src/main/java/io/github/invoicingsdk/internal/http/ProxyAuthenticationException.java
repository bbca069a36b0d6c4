package io.github.invoicingsdk.internal.http;

import java.io.Serial;
import java.net.ConnectException;

/**
 * The proxy asked for credentials, or refused those that it got, so that nothing was sent to the
 * provider. The next attempt would meet the same.
 */
public final class ProxyAuthenticationException extends ConnectException {

  @Serial private static final long serialVersionUID = 1L;

  ProxyAuthenticationException(String message) {
    super(message);
  }
}
