package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;

/** A boolean that may come as a boolean, as 0 or 1, and as any of them in quotes. */
final class Flag extends TypeAdapter<Boolean> {

  private final Form form;

  Flag(Form form) {
    this.form = form;
  }

  @Override
  public Boolean read(JsonReader in) throws IOException {
    String text = PlainText.read(in, "a flag");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default ->
          throw new JsonSyntaxException(
              "Expected a flag but found another value at path " + in.getPreviousPath());
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
