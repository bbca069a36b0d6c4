package io.github.invoicingsdk.internal.error;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.internal.model.JsonFormats;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's error body says, whichever of its many shapes it has. Nothing is redacted here.
 *
 * @param code the provider's code as it wrote it; null when it gave none
 * @param messages its texts, apart from those about fields
 * @param fieldErrors its texts about fields of the request, by the field's name
 * @param status the HTTP status that stands inside iDoklad's envelope; null when there is none
 */
public record ErrorBody(
    @Nullable String code,
    List<String> messages,
    Map<String, List<String>> fieldErrors,
    @Nullable Integer status) {

  /** Larger bodies are no error messages: a tree of them would only cost memory. */
  private static final int LONGEST_JSON = 1 << 20;

  /** More than will be shown, so that the cut can be made where no secret is cut in two. */
  private static final int LONGEST_PLAIN_TEXT = ErrorTranslator.LONGEST_TEXTS + 1;

  private static final int LONGEST_MARKUP = 64 * 1024;

  /**
   * Reads a body. Anything is understood somehow: what is neither JSON nor a page is the message.
   */
  public static ErrorBody parse(byte[] body, @Nullable String contentType) {
    return parse(BodyText.decode(body, contentType, LONGEST_JSON + 1));
  }

  static ErrorBody parse(String text) {
    ErrorBodyCollector collector = new ErrorBodyCollector();
    if (BodyText.isMarkup(text)) {
      String headline = BodyText.headline(beginning(text, LONGEST_MARKUP));
      if (headline != null) {
        collector.addMessage(headline);
      }
      return collector.toErrorBody();
    }
    JsonElement json = readJson(text);
    if (json != null) {
      collector.collect(json);
    }
    if (collector.isEmpty() && !saysNothing(json)) {
      collector.addMessage(beginning(text, LONGEST_PLAIN_TEXT));
    }
    return collector.toErrorBody();
  }

  /** Whether there is JSON, but nothing in it that a message could be made of. */
  private static boolean saysNothing(@Nullable JsonElement json) {
    if (json == null) {
      return false;
    }
    return json.isJsonNull()
        || (json instanceof JsonArray array && array.isEmpty())
        || (json instanceof JsonObject object && (object.isEmpty() || object.has("IsSuccess")));
  }

  private static @Nullable JsonElement readJson(String text) {
    if (text.isBlank() || text.length() > LONGEST_JSON) {
      return null;
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    // A lenient reader takes the first word of any plain text for a JSON string.
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement json = JsonFormats.ELEMENT.read(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? json : null;
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      return null;
    }
  }

  private static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
