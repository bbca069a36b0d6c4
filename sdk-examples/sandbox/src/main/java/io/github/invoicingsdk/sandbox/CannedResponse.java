package io.github.invoicingsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An HTTP response as the sandbox sends it: status, headers, body. Immutable and thread-safe.
 *
 * <pre>{@code
 * CannedResponse busy = CannedResponse.of(503).withHeader("Retry-After", "2").withBody("text/plain", "try later");
 * }</pre>
 */
public final class CannedResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private CannedResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * A response without headers of its own and with an empty body.
   *
   * @param status the HTTP status, 200 to 599
   * @return the response
   * @throws IllegalArgumentException if the status is out of range
   */
  public static CannedResponse of(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599, but is " + status);
    }
    return new CannedResponse(status, Map.of(), new byte[0]);
  }

  /**
   * The same response with one header set; an earlier value of the same name is replaced. {@code
   * Content-Length} is set by the server and cannot be chosen.
   *
   * @param name the header's name
   * @param value the header's value
   * @return a new response
   */
  public CannedResponse withHeader(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Map<String, String> copy = new LinkedHashMap<>(headers);
    copy.keySet().removeIf(name::equalsIgnoreCase);
    copy.put(name, value);
    return new CannedResponse(status, Collections.unmodifiableMap(copy), body);
  }

  /**
   * The same response with another body, encoded as UTF-8.
   *
   * @param contentType the value of {@code Content-Type}
   * @param text the body
   * @return a new response
   */
  public CannedResponse withBody(String contentType, String text) {
    return withBody(contentType, text.getBytes(UTF_8));
  }

  /**
   * The same response with another body.
   *
   * @param contentType the value of {@code Content-Type}
   * @param bytes the body, copied
   * @return a new response
   */
  public CannedResponse withBody(String contentType, byte[] bytes) {
    CannedResponse typed = withHeader("Content-Type", contentType);
    return new CannedResponse(status, typed.headers, bytes.clone());
  }

  /**
   * The HTTP status.
   *
   * @return the status
   */
  public int status() {
    return status;
  }

  /**
   * The headers, in the order they were set.
   *
   * @return an unmodifiable map
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * The body.
   *
   * @return a copy of the bytes; empty if there is no body
   */
  public byte[] body() {
    return body.clone();
  }

  /** Status and size only: a body may hold a token. */
  @Override
  public String toString() {
    return status + " (" + body.length + " bytes)";
  }
}
