package io.github.invoicingsdk.internal.observation;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.error.SensitiveText;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes bodies fit to be shown: of JSON, everything but what names or forms tell to be a secret or
 * to identify somebody; of a form, the names; of anything else, the size and the type. Never throws
 * for whatever bytes. Thread-safe.
 */
public final class BodyMask {

  /** What is shown of a text at most, in characters. */
  static final int LONGEST = 10_000;

  /** Masks make a text shorter, so that more of it is made than is shown. */
  private static final int ENOUGH = 4 * LONGEST;

  /** Larger bodies are not looked at, in bytes. */
  static final int LARGEST = 1024 * 1024;

  private final Redactor redactor;

  /**
   * Creates a mask.
   *
   * @param redactor knows the secrets of the client
   */
  public BodyMask(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * The text of a body, in one line.
   *
   * @param body the bytes
   * @param contentType the type that its header states; null when there is none
   * @param secrets makes the client's redactor one that knows the request's secrets too
   * @return the text; empty for an empty body
   */
  public String text(byte[] body, @Nullable String contentType, UnaryOperator<Redactor> secrets) {
    if (body.length == 0) {
      return "";
    }
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (body.length > LARGEST) {
      return size(body);
    }
    String text = new String(body, StandardCharsets.UTF_8);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return cut(names(text));
    }
    try {
      return cut(secrets.apply(redactor).redact(masked(text)));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return size(body);
    }
  }

  /** What is told of a body that is not shown; empty for an empty one. */
  static String size(byte[] body) {
    return body.length == 0 ? "" : "(" + body.length + " bytes that are not shown)";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** Whatever a form holds was sent to get a token. */
  private static String names(String form) {
    return Stream.of(form.split("&", -1))
        .map(field -> field.split("=", 2)[0])
        .filter(name -> name.matches("[A-Za-z0-9_.-]{1,40}"))
        .map(name -> name + "=***")
        .collect(Collectors.joining("&"));
  }

  private static String masked(String json) throws IOException {
    StringWriter text = new StringWriter();
    JsonReader in = new JsonReader(new StringReader(json));
    in.setStrictness(Strictness.STRICT);
    JsonWriter out = new JsonWriter(text);
    out.setHtmlSafe(false);
    for (JsonToken token = in.peek();
        token != JsonToken.END_DOCUMENT && text.getBuffer().length() < ENOUGH;
        token = in.peek()) {
      copy(token, in, out);
    }
    return text.toString();
  }

  private static void copy(JsonToken token, JsonReader in, JsonWriter out) throws IOException {
    switch (token) {
      case BEGIN_OBJECT -> {
        in.beginObject();
        out.beginObject();
      }
      case END_OBJECT -> {
        in.endObject();
        out.endObject();
      }
      case BEGIN_ARRAY -> {
        in.beginArray();
        out.beginArray();
      }
      case END_ARRAY -> {
        in.endArray();
        out.endArray();
      }
      case NAME -> {
        String name = in.nextName();
        out.name(SensitiveText.masked(name));
        if (SensitiveText.isSensitiveName(name) && in.peek() != JsonToken.NULL) {
          in.skipValue();
          out.value(SensitiveText.MASK);
        }
      }
      case STRING -> out.value(SensitiveText.masked(in.nextString()));
      case NUMBER -> out.jsonValue(in.nextString());
      case BOOLEAN -> out.value(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        out.nullValue();
      }
      case END_DOCUMENT -> throw new IllegalStateException("nothing is left");
    }
  }
}
