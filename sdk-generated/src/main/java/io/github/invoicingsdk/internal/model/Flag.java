package io.github.invoicingsdk.internal.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;

/** A boolean that may come as a boolean, as 0 or 1, and as any of them in quotes. */
final class Flag extends TypeAdapter<Boolean> {

  private static final String KIND = "a flag";

  private final Form form;

  Flag(Form form) {
    this.form = form;
  }

  @Override
  public Boolean read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    String text = PlainText.read(in, KIND);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw RawValues.unexpected(in, KIND, token, text);
    };
  }

  @Override
  public void write(JsonWriter out, Boolean value) throws IOException {
    switch (form) {
      case BOOLEAN -> out.value(value);
      case NUMBER -> out.value(value ? 1 : 0);
      case TEXT -> out.value(value ? "1" : "0");
    }
  }

  /** How the flag is written. */
  enum Form {
    BOOLEAN,
    NUMBER,
    TEXT
  }
}
