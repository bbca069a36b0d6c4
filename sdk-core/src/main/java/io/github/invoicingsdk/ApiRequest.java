package io.github.invoicingsdk;

import com.google.gson.JsonParseException;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.internal.model.JsonTexts;
import io.github.invoicingsdk.internal.model.Utf8;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that the SDK has no method for, to be sent by {@link ApiClient#send} or {@link
 * AsyncApiClient#send}. It says what the provider documents of the operation: method, path, query,
 * body. Host and credentials are the client's.
 *
 * <pre>{@code
 * RawResponse response =
 *     client.send(ApiRequest.get("/items.json").query("page", "1").query("per_page", "30"));
 * JsonElement items = response.json();
 *
 * client.send(
 *     ApiRequest.post("/items.json")
 *         .json("{\"item\":{\"name\":\"Tea\",\"unit_price\":\"4.50\"}}"));
 * }</pre>
 *
 * <p>Immutable and thread-safe: each method returns another request. {@link #toString} shows
 * neither query nor headers nor body.
 */
public final class ApiRequest {

  private static final String GET = "GET";

  private final String method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final @Nullable String body;
  private final boolean repeatable;

  private ApiRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      @Nullable String body,
      boolean repeatable) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.repeatable = repeatable;
  }

  /**
   * A request that reads. It is {@linkplain #repeatable() repeatable}.
   *
   * @param path what follows the base URL, such as {@code /items.json}; percent-encoded where that
   *     is needed
   * @return the request
   * @throws IllegalArgumentException if the path does not begin with one slash; or holds an empty
   *     segment, {@code .} or {@code ..} as a segment in any encoding, a query, a fragment, or a
   *     character that must not stand in a path
   */
  public static ApiRequest get(String path) {
    return of(GET, path);
  }

  /**
   * A request that creates something, or starts an action.
   *
   * @param path what follows the base URL, as for {@link #get}
   * @return the request, without a body
   * @throws IllegalArgumentException if the path is not allowed, as for {@link #get}
   */
  public static ApiRequest post(String path) {
    return of("POST", path);
  }

  /**
   * A request that replaces something, or starts an action.
   *
   * @param path what follows the base URL, as for {@link #get}
   * @return the request, without a body
   * @throws IllegalArgumentException if the path is not allowed, as for {@link #get}
   */
  public static ApiRequest put(String path) {
    return of("PUT", path);
  }

  /**
   * A request that changes a part of something.
   *
   * @param path what follows the base URL, as for {@link #get}
   * @return the request, without a body
   * @throws IllegalArgumentException if the path is not allowed, as for {@link #get}
   */
  public static ApiRequest patch(String path) {
    return of("PATCH", path);
  }

  /**
   * A request that deletes something.
   *
   * @param path what follows the base URL, as for {@link #get}
   * @return the request, without a body
   * @throws IllegalArgumentException if the path is not allowed, as for {@link #get}
   */
  public static ApiRequest delete(String path) {
    return of("DELETE", path);
  }

  private static ApiRequest of(String method, String path) {
    return new ApiRequest(
        method, ApiPath.checked(path), Map.of(), Map.of(), null, method.equals(GET));
  }

  /**
   * The same request with one more query parameter. One that is there under the same name stays.
   *
   * @param name the name, not encoded
   * @param value the value, not encoded; may be empty
   * @return the request
   * @throws IllegalArgumentException if the name is blank, or one of both holds a control character
   *     such as a line break, or an unpaired surrogate
   */
  public ApiRequest query(String name, String value) {
    if (Objects.requireNonNull(name, "name").isBlank()) {
      throw new IllegalArgumentException("name is blank: give the name of a query parameter");
    }
    checkText("name", name);
    checkText("value", Objects.requireNonNull(value, "value"));
    Map<String, List<String>> more = new LinkedHashMap<>(query);
    List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
    values.add(value);
    more.put(name, List.copyOf(values));
    return new ApiRequest(
        method, path, Collections.unmodifiableMap(more), headers, body, repeatable);
  }

  /**
   * The same request with a header, in place of one of the same name. It also takes the place of
   * one that {@link CallOptions#headers()} has.
   *
   * @param name the name; not one that the SDK decides, such as {@code Authorization} or {@code
   *     Content-Type}, and not one that carries credentials, such as {@code Cookie}
   * @param value the value, in visible ASCII characters and spaces
   * @return the request
   * @throws IllegalArgumentException if the name or the value is not allowed
   */
  public ApiRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(ExtraHeader.withoutCredentials(name), ExtraHeader.checkedValue(name, value));
    return new ApiRequest(method, path, query, Collections.unmodifiableMap(more), body, repeatable);
  }

  /**
   * The same request with a JSON body, in place of one that it has.
   *
   * @param json one JSON value, which is sent as it stands
   * @return the request
   * @throws IllegalArgumentException if the text is no JSON, or holds an unpaired surrogate; the
   *     message does not show it
   * @throws IllegalStateException if the request is a GET, which has no body
   */
  public ApiRequest json(String json) {
    if (method.equals(GET)) {
      throw new IllegalStateException(
          "a GET has no body: give what it needs to query(name, value)");
    }
    try {
      JsonTexts.read(JsonFormats.ELEMENT, Objects.requireNonNull(json, "json"));
    } catch (JsonParseException e) {
      // Not chained: the reader's text may quote the content.
      throw new IllegalArgumentException(
          "json is not one JSON value: check quotes, commas and ends");
    }
    Utf8.check("json", json);
    return new ApiRequest(method, path, query, headers, json, repeatable);
  }

  /**
   * The same request with a model as its body, as {@link JsonModel#toJson()} writes it, without an
   * envelope.
   *
   * @param model a model of the SDK
   * @return the request
   * @throws IllegalStateException if the request is a GET, which has no body
   */
  public ApiRequest json(JsonModel model) {
    return json(Objects.requireNonNull(model, "model").toJson());
  }

  /**
   * The same request, of which the caller says that sending it twice has the effect of sending it
   * once. Then it is sent again after a failure that leaves open whether it was processed, as
   * {@link RetryPolicy} says. Without this word, such a failure of anything but a GET ends in an
   * {@link io.github.invoicingsdk.error.OutcomeUnknownException}.
   *
   * @return the request
   */
  public ApiRequest repeatable() {
    return new ApiRequest(method, path, query, headers, body, true);
  }

  /**
   * The method.
   *
   * @return its name in upper case
   */
  public String method() {
    return method;
  }

  /**
   * The path below the base URL.
   *
   * @return the path as it was given
   */
  public String path() {
    return path;
  }

  /**
   * The query parameters.
   *
   * @return the values by name, not encoded, in the order in which they were given
   */
  public Map<String, List<String>> query() {
    return query;
  }

  /**
   * The headers beside those of the SDK and of the call options.
   *
   * @return the values by name; names are case-insensitive
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * The body.
   *
   * @return a JSON text; empty if there is none
   */
  public Optional<String> body() {
    return Optional.ofNullable(body);
  }

  /**
   * Whether sending the request twice has the effect of sending it once.
   *
   * @return true for a GET, and for what was declared {@link #repeatable()}
   */
  public boolean isRepeatable() {
    return repeatable;
  }

  private static void checkText(String argument, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          argument + " holds a line break or another control character: leave it out");
    }
    // Refuses what cannot be sent.
    QueryValue.encode(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiRequest that
        && method.equals(that.method)
        && path.equals(that.path)
        && query.equals(that.query)
        && headers.equals(that.headers)
        && Objects.equals(body, that.body)
        && repeatable == that.repeatable;
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, path, query, headers, body, repeatable);
  }

  /** Shows method and path. */
  @Override
  public String toString() {
    return "ApiRequest{" + method + " " + path + "}";
  }
}
