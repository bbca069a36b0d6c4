package io.github.invoicingsdk.internal.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** A text that stands for itself. */
final class PlainText extends TypeAdapter<String> {

  @Override
  public String read(JsonReader in) throws IOException {
    return read(in, "a text");
  }

  @Override
  public void write(JsonWriter out, String value) throws IOException {
    out.value(value);
  }

  /**
   * Reads a text; a number or boolean is taken as its text.
   *
   * @param kind what was expected, for the exception
   */
  static String read(JsonReader in, String kind) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.STRING || token == JsonToken.NUMBER) {
      return in.nextString();
    }
    if (token == JsonToken.BOOLEAN) {
      return Boolean.toString(in.nextBoolean());
    }
    throw RawValues.unexpected(in, kind);
  }
}
