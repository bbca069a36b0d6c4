package io.github.invoicingsdk;

import com.google.gson.JsonElement;
import io.github.invoicingsdk.internal.error.BodyText;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.internal.model.JsonTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response of success as the provider sent it: for what the SDK does not decode, and for those
 * who must keep what they received.
 *
 * <p>Immutable and thread-safe. {@link #toString} shows neither headers nor body.
 */
public final class RawResponse {

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Creates a response, as tests of one's own may need it.
   *
   * @param status the status, such as 200
   * @param headers the headers
   * @param body the bytes of the body, after decompression; they are copied
   */
  public RawResponse(int status, Map<String, ? extends Collection<String>> headers, byte[] body) {
    this.status = status;
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) ->
            copy.computeIfAbsent(name, key -> new ArrayList<>()).addAll(List.copyOf(values)));
    copy.replaceAll((name, values) -> List.copyOf(values));
    this.headers = Collections.unmodifiableMap(copy);
    this.body = body.clone();
  }

  /**
   * The status.
   *
   * @return 200 to 299
   */
  public int status() {
    return status;
  }

  /**
   * All headers.
   *
   * @return the values by name; capital and small letters in names are the same
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * One header.
   *
   * @param name its name, in capital or small letters
   * @return its first value; empty when there is none
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of()).stream()
        .findFirst();
  }

  /**
   * The body.
   *
   * @return a copy of its bytes, after decompression; empty when there was none
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The body as a text.
   *
   * @return the bytes, decoded with the charset that {@code Content-Type} names, or with UTF-8 if
   *     it names none; empty if there was no body
   */
  public String text() {
    return BodyText.decode(body, header("Content-Type").orElse(null));
  }

  /**
   * The body as JSON. A model can be read from a part of it, such as {@code
   * Item.fromJson(response.json().getAsJsonObject().get("item").toString())}.
   *
   * @return the JSON value
   * @throws com.google.gson.JsonParseException if the body is empty, {@code null} or no JSON
   */
  public JsonElement json() {
    return JsonTexts.read(JsonFormats.ELEMENT, text());
  }

  @Override
  public String toString() {
    return "RawResponse{status=" + status + ", " + body.length + " bytes}";
  }
}
