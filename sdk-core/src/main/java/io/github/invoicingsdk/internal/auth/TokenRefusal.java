package io.github.invoicingsdk.internal.auth;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.internal.error.Redactor;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be shown of a response that brings no token that could be used. It may bring one all the
 * same, under another name or in another format, and nobody would know it for a secret.
 */
final class TokenRefusal {

  /** An error says what it says at its beginning. */
  private static final int LONGEST = 64 * 1024;

  /** Of a response of success; those that tell of an error (RFC 6749, section 5.2). */
  private static final Set<String> ERROR_MEMBERS =
      Set.of("error", "error_description", "error_uri");

  /** No word has so many letters, digits and signs. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._~+=%-]{24,}");

  private TokenRefusal() {}

  /**
   * The body of a refusal as far as it may be shown.
   *
   * @param status the status of the response
   * @param body the body as it came
   * @param credentials what was sent
   */
  static byte[] body(int status, byte[] body, ClientCredentials credentials) {
    int length = Math.min(body.length, LONGEST);
    String text = new String(Arrays.copyOf(body, length), StandardCharsets.UTF_8);
    String shown = status >= 200 && status <= 299 ? errorOnly(text) : text;
    String redacted = new Redactor(credentials.values()).forFailure(List.of()).redact(shown);
    return OPAQUE.matcher(redacted).replaceAll("***").getBytes(StandardCharsets.UTF_8);
  }

  private static String errorOnly(String text) {
    StringWriter error = new StringWriter();
    boolean any = false;
    try (JsonReader in = new JsonReader(new StringReader(text));
        JsonWriter out = new JsonWriter(error)) {
      in.beginObject();
      out.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        if (ERROR_MEMBERS.contains(name) && in.peek() == JsonToken.STRING) {
          out.name(name).value(in.nextString());
          any = true;
        } else {
          in.skipValue();
        }
      }
      out.endObject();
    } catch (IOException | IllegalStateException e) {
      // What is no JSON object is nothing that is known.
      return "";
    }
    return any ? error.toString() : "";
  }
}
