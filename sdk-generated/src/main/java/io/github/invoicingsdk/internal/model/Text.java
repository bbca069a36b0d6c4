package io.github.invoicingsdk.internal.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * A text that stands for something else.
 *
 * @param <T> the value
 */
final class Text<T> extends TypeAdapter<T> {

  private final String kind;
  private final Function<String, T> parse;
  private final Function<T, String> format;

  Text(String kind, Function<String, T> parse, Function<T, String> format) {
    this.kind = kind;
    this.parse = parse;
    this.format = format;
  }

  @Override
  @SuppressWarnings("UnusedException") // Its message holds the text, which may be a secret link.
  public T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    String text = PlainText.read(in, kind);
    if (text.isBlank()) {
      throw RawValues.unexpected(in, kind, token, text);
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw RawValues.unexpected(in, kind, token, text);
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(format.apply(value));
  }
}
