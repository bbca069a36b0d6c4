package io.github.invoicingsdk.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Reads a model by its own rules. They see all tokens: in a tree, the second of two properties of
 * one name would have replaced the first.
 *
 * @param <T> the model
 */
final class Jackson2ModelDeserializer<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  Jackson2ModelDeserializer(Class<T> type) {
    super(type);
    this.type = type;
  }

  /** Without the cause, of which nobody promises that it holds no value. */
  static String message(Class<?> type, JsonParseException failure) {
    return "Cannot read " + type.getSimpleName() + ": " + failure.getMessage();
  }

  @Override
  public boolean isCachable() {
    return true;
  }

  @Override
  public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
    StringWriter json = new StringWriter();
    copyValue(in, new JsonWriter(json), context);
    try {
      return ModelJson.read(type, json.toString());
    } catch (JsonParseException e) {
      throw MismatchedInputException.from(in, type, message(type, e));
    }
  }

  private void copyValue(JsonParser in, JsonWriter out, DeserializationContext context)
      throws IOException {
    switch (in.currentToken()) {
      // The last two when the type of the object was its first property.
      case START_OBJECT, FIELD_NAME, END_OBJECT -> copyObject(in, out, context);
      case START_ARRAY -> {
        out.beginArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          copyValue(in, out, context);
        }
        out.endArray();
      }
      case VALUE_STRING -> out.value(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(in, out, context);
      case VALUE_TRUE -> out.value(true);
      case VALUE_FALSE -> out.value(false);
      case VALUE_NULL -> out.nullValue();
      default ->
          context.reportInputMismatch(
              this,
              "Cannot read %s: %s is nothing of JSON",
              type.getSimpleName(),
              in.currentToken());
    }
  }

  private void copyObject(JsonParser in, JsonWriter out, DeserializationContext context)
      throws IOException {
    out.beginObject();
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      token = in.nextToken();
    }
    while (token == JsonToken.FIELD_NAME) {
      out.name(in.currentName());
      in.nextToken();
      copyValue(in, out, context);
      token = in.nextToken();
    }
    out.endObject();
  }

  private void copyNumber(JsonParser in, JsonWriter out, DeserializationContext context)
      throws IOException {
    String text = in.getText();
    if (ModelJson.isNumber(text)) {
      out.jsonValue(text);
    } else if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      out.value(in.getBigIntegerValue());
    } else if (in.isNaN()) {
      context.reportInputMismatch(
          this, "Cannot read %s: a number is not finite", type.getSimpleName());
    } else {
      out.value(in.getDecimalValue());
    }
  }
}
