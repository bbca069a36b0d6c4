package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.model.UnreadableValue.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Keeps what could not be read as it came. Of use only when something could not be read. */
final class RawValues {

  private RawValues() {}

  /** The exception for a value of another kind than the expected one, which is read whole. */
  static UnreadableValueException unexpected(JsonReader in, String expected) throws IOException {
    String message =
        "Expected " + expected + " but found " + in.peek() + " at path " + in.getPath();
    return new UnreadableValueException(message, PlainJsonFormats.ELEMENT.read(in));
  }

  /**
   * The exception for a text, number or boolean that was read and is not what was expected. The
   * message does not hold it, because it may be a secret.
   */
  static UnreadableValueException unexpected(
      JsonReader in, String expected, JsonToken token, String text) throws IOException {
    String found = text.isBlank() ? "an empty text" : "another value";
    return new UnreadableValueException(
        "Expected " + expected + " but found " + found + " at path " + in.getPreviousPath(),
        primitive(token, text));
  }

  /**
   * The exception for an array in which one element cannot be read.
   *
   * @param element what cannot be read; the reader stands behind it
   * @param before the elements before it
   */
  static <T> UnreadableValueException inArray(
      JsonReader in, UnreadableValueException element, List<T> before, TypeAdapter<T> adapter)
      throws IOException {
    JsonArray array = new JsonArray();
    for (T value : before) {
      array.add(tree(adapter, value));
    }
    array.add(element.value());
    while (in.hasNext()) {
      array.add(PlainJsonFormats.ELEMENT.read(in));
    }
    in.endArray();
    return element.within(array);
  }

  /**
   * The exception for an object in which one value cannot be read.
   *
   * @param value what cannot be read; the reader stands behind it
   * @param before the values before it
   */
  static <T> UnreadableValueException inObject(
      JsonReader in,
      String key,
      UnreadableValueException value,
      Map<String, T> before,
      TypeAdapter<T> adapter)
      throws IOException {
    JsonObject object = new JsonObject();
    for (Map.Entry<String, T> entry : before.entrySet()) {
      object.add(entry.getKey(), tree(adapter, entry.getValue()));
    }
    object.add(key, value.value());
    while (in.hasNext()) {
      object.add(in.nextName(), PlainJsonFormats.ELEMENT.read(in));
    }
    in.endObject();
    return value.within(object);
  }

  /** What a value is that could not be read. */
  static Kind kind(JsonElement value) {
    if (value instanceof JsonPrimitive primitive) {
      if (primitive.isString()) {
        return primitive.getAsString().isBlank() ? Kind.EMPTY_TEXT : Kind.TEXT;
      }
      return primitive.isNumber() ? Kind.NUMBER : Kind.BOOLEAN;
    }
    return value.isJsonArray() ? Kind.ARRAY : Kind.OBJECT;
  }

  private static JsonElement primitive(JsonToken token, String text) throws IOException {
    return switch (token) {
      case NUMBER -> PlainJsonFormats.ELEMENT.read(new JsonReader(new StringReader(text)));
      case BOOLEAN -> new JsonPrimitive(Boolean.valueOf(text));
      default -> new JsonPrimitive(text);
    };
  }

  /** Through text: a tree takes no number beyond the range of a double. */
  private static <T> JsonElement tree(TypeAdapter<T> adapter, T value) throws IOException {
    return PlainJsonFormats.ELEMENT.read(new JsonReader(new StringReader(adapter.toJson(value))));
  }
}
