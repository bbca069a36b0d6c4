package io.github.invoicingsdk.internal.auth;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The members of a token endpoint's JSON response, each null when it is absent or not of its type.
 *
 * @param accessToken the token
 * @param tokenType how the token is to be used
 * @param expiresIn the lifetime in seconds, whether it came as a number or as a string
 */
record TokenResponse(
    @Nullable String accessToken, @Nullable String tokenType, @Nullable Double expiresIn) {

  /**
   * Reads a response.
   *
   * @throws IOException when the body is not one JSON object; the text quotes nothing of it
   */
  static TokenResponse read(byte[] body) throws IOException {
    String accessToken = null;
    String tokenType = null;
    String expiresIn = null;
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8))) {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "access_token" -> accessToken = text(json, false);
          case "token_type" -> tokenType = text(json, false);
          case "expires_in" -> expiresIn = text(json, true);
          default -> json.skipValue();
        }
      }
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
    } catch (IOException | IllegalStateException e) {
      // Not chained: the reader's text quotes the path, and the content is not to be trusted.
      throw new IOException("not a JSON object");
    }
    return new TokenResponse(accessToken, tokenType, number(expiresIn));
  }

  /** Shows none of the values. */
  @Override
  public String toString() {
    return "TokenResponse[***]";
  }

  private static @Nullable String text(JsonReader json, boolean numberToo) throws IOException {
    JsonToken next = json.peek();
    if (next == JsonToken.STRING || (numberToo && next == JsonToken.NUMBER)) {
      return json.nextString();
    }
    json.skipValue();
    return null;
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
