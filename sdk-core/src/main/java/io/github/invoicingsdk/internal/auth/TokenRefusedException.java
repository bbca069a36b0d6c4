package io.github.invoicingsdk.internal.auth;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint answered, but not with a token.
 *
 * <p>The request for which the token was wanted has not been sent, or was answered with 401 and
 * therefore not processed.
 */
public final class TokenRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String url;
  private final int status;
  private final transient Map<String, Collection<String>> headers;
  private final transient byte @Nullable [] body;

  TokenRefusedException(
      String message,
      String url,
      int status,
      Map<String, Collection<String>> headers,
      byte[] body) {
    super(message);
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The address of the token endpoint. */
  public String url() {
    return url;
  }

  /** The HTTP status of the response, which may be 200. */
  public int status() {
    return status;
  }

  /** The headers of the response, whose names are case-insensitive. */
  public Map<String, Collection<String>> headers() {
    // Lost when the exception was serialized.
    return headers == null ? Map.of() : headers;
  }

  /** The body of the response, as far as it may be shown. */
  public byte[] body() {
    // Lost when the exception was serialized.
    return body == null ? new byte[0] : body.clone();
  }
}
