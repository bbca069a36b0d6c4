package io.github.invoicingsdk.internal.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A number that may come bare or in quotes.
 *
 * @param <T> the number's type
 */
abstract class Numeric<T extends Number> extends TypeAdapter<T> {

  /** Longer than any amount of money, short enough that no input can make arithmetic slow. */
  private static final int MAX_LENGTH = 100;

  private static final int MAX_SCALE = 1_000;

  /** So few digits cannot overflow. */
  private static final int MAX_SIMPLE_LENGTH = 18;

  private final String kind;
  private final boolean quoted;

  /**
   * Creates an adapter.
   *
   * @param kind what is expected, for the exception
   * @param quoted whether it is written as a text
   */
  private Numeric(String kind, boolean quoted) {
    this.kind = kind;
    this.quoted = quoted;
  }

  abstract T parse(String text);

  /** The number's digits, as they stand in quotes. */
  String digits(T value) {
    return value.toString();
  }

  @Override
  @SuppressWarnings("UnusedException") // Its message may hold the text, which may be a secret.
  public T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token != JsonToken.NUMBER && token != JsonToken.STRING) {
      throw RawValues.unexpected(in, kind);
    }
    String text = in.nextString();
    try {
      return parse(text);
    } catch (ArithmeticException | NumberFormatException e) {
      throw RawValues.unexpected(in, kind, token, text);
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    if (quoted) {
      out.value(digits(value));
    } else {
      out.value(value);
    }
  }

  /**
   * Reads nearly every number digit by digit, which takes a fraction of the time that the JDK's own
   * ways take; only one with a fraction, an exponent or more digits goes through them.
   */
  private static long int64(String text) {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    int first = negative ? 1 : 0;
    if (length == first || length > MAX_SIMPLE_LENGTH) {
      return decimal(text).longValueExact();
    }
    long value = 0;
    for (int i = first; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return decimal(text).longValueExact();
      }
      value = 10 * value + digit;
    }
    return negative ? -value : value;
  }

  private static BigDecimal decimal(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NumberFormatException("longer than " + MAX_LENGTH + " characters");
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new NumberFormatException("an exponent beyond " + MAX_SCALE);
    }
    return value;
  }

  /** A whole number of 32 bits. */
  static final class Int32 extends Numeric<Integer> {

    Int32() {
      super("a whole number of 32 bits", false);
    }

    @Override
    Integer parse(String text) {
      return Math.toIntExact(int64(text));
    }
  }

  /** A whole number of 64 bits. */
  static final class Int64 extends Numeric<Long> {

    Int64(boolean quoted) {
      super("a whole number of 64 bits", quoted);
    }

    @Override
    Long parse(String text) {
      return int64(text);
    }
  }

  /** A decimal number. */
  static final class Decimal extends Numeric<BigDecimal> {

    Decimal(boolean quoted) {
      super("a decimal number", quoted);
    }

    @Override
    BigDecimal parse(String text) {
      return decimal(text);
    }

    @Override
    String digits(BigDecimal value) {
      return value.toPlainString();
    }
  }
}
