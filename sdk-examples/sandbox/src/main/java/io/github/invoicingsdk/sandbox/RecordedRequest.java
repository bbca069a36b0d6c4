package io.github.invoicingsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.sandbox.internal.http.FormText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reached the sandbox. Immutable and thread-safe.
 *
 * <p>It holds whatever the client sent, credentials included; {@link #toString()} shows only method
 * and path.
 */
public final class RecordedRequest {
  private final Instant instant;
  private final String method;
  private final String path;
  private final String rawQuery;
  private final Map<String, List<String>> queryParameters;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  RecordedRequest(
      Instant instant,
      String method,
      String path,
      @Nullable String rawQuery,
      Map<String, List<String>> headers,
      byte[] body) {
    this.instant = instant;
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery == null ? "" : rawQuery;
    this.queryParameters = FormText.parse(this.rawQuery);
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> byName.put(name, List.copyOf(values)));
    this.headers = Collections.unmodifiableMap(byName);
    this.body = body;
  }

  /**
   * When the request arrived, by the sandbox's clock.
   *
   * @return the instant
   */
  public Instant instant() {
    return instant;
  }

  /**
   * The HTTP method, such as {@code PUT}.
   *
   * @return the method
   */
  public String method() {
    return method;
  }

  /**
   * The path as sent, still percent-encoded, without the query.
   *
   * @return the path, such as {@code /invoicexpress/sequences.json}
   */
  public String path() {
    return path;
  }

  /**
   * The query as sent, still percent-encoded.
   *
   * @return the text behind the question mark; empty if there is none
   */
  public String rawQuery() {
    return rawQuery;
  }

  /**
   * The decoded query parameters, in the order they were sent.
   *
   * @return an unmodifiable map from name to values
   */
  public Map<String, List<String>> queryParameters() {
    return queryParameters;
  }

  /**
   * The first value of a query parameter.
   *
   * @param name the parameter's name; the case of letters counts
   * @return the decoded value, or null if the parameter was not sent
   */
  public @Nullable String queryParameter(String name) {
    List<String> values = queryParameters.get(name);
    return values == null ? null : values.get(0);
  }

  /**
   * The headers.
   *
   * @return an unmodifiable map from name to values; its look-up ignores the case of letters
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name; the case of letters does not count
   * @return the value, or null if the header was not sent
   */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /**
   * The body as text.
   *
   * @return the body read as UTF-8; empty if there is none
   */
  public String body() {
    return new String(body, UTF_8);
  }

  /**
   * The body as it was sent.
   *
   * @return a copy of the bytes; empty if there is no body
   */
  public byte[] bodyBytes() {
    return body.clone();
  }

  /** Method and path only: query, headers and body may hold credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
