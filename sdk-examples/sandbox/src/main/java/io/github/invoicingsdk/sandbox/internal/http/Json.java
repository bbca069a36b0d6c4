package io.github.invoicingsdk.sandbox.internal.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.sandbox.CannedResponse;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** JSON trees to and from text, strictly by RFC 8259. */
public final class Json {
  /** The content type of every JSON response. */
  public static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /**
   * A response with a JSON body; null members are written.
   *
   * @param status the HTTP status
   * @param body the body
   * @return the response
   */
  public static CannedResponse response(int status, JsonElement body) {
    return CannedResponse.of(status).withBody(CONTENT_TYPE, GSON.toJson(body));
  }

  /**
   * An object with one member.
   *
   * @param name the member's name
   * @param value the member's value
   * @return the object
   */
  public static JsonObject object(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  /**
   * Reads an object.
   *
   * @param text the JSON text
   * @return the object, or null if the text is not valid JSON or holds something else
   */
  public static @Nullable JsonObject readObject(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      boolean complete = reader.peek() == JsonToken.END_DOCUMENT;
      return complete && element.isJsonObject() ? element.getAsJsonObject() : null;
    } catch (JsonParseException | IOException e) {
      return null;
    }
  }
}
