package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * A number that may come bare or in quotes.
 *
 * @param <T> the number's type
 */
final class Numeric<T> extends TypeAdapter<T> {

  /** Longer than any amount of money, short enough that no input can make arithmetic slow. */
  private static final int MAX_LENGTH = 100;

  private static final int MAX_SCALE = 1_000;

  private final String kind;
  private final Function<String, T> parse;
  private final Writer<T> writer;

  Numeric(String kind, Function<String, T> parse, Writer<T> writer) {
    this.kind = kind;
    this.parse = parse;
    this.writer = writer;
  }

  @Override
  @SuppressWarnings("UnusedException") // Its message may hold the text, which may be a secret.
  public T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token != JsonToken.NUMBER && token != JsonToken.STRING) {
      throw Wire.unexpected(in, kind);
    }
    String text = in.nextString();
    try {
      return parse.apply(text);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new JsonSyntaxException(
          "Expected " + kind + " but found another value at path " + in.getPreviousPath());
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    writer.write(out, value);
  }

  static int int32(String text) {
    return isShortAndWhole(text)
        ? Math.toIntExact(Long.parseLong(text))
        : decimal(text).intValueExact();
  }

  static long int64(String text) {
    return isShortAndWhole(text) ? Long.parseLong(text) : decimal(text).longValueExact();
  }

  /** What nearly every number is: up to 18 digits, so that it cannot overflow. */
  private static boolean isShortAndWhole(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    if (text.length() == first || text.length() > 18) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static BigDecimal decimal(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NumberFormatException("longer than " + MAX_LENGTH + " characters");
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new NumberFormatException("an exponent beyond " + MAX_SCALE);
    }
    return value;
  }

  /** Writes a number. */
  interface Writer<T> {
    @SuppressWarnings("UnusedReturnValue")
    Object write(JsonWriter out, T value) throws IOException;
  }
}
