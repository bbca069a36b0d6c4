package io.github.invoicingsdk.idoklad.query;

import io.github.invoicingsdk.internal.model.Utf8;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value of a term, and how each API version writes it. */
sealed interface Operand {

  /** The value as version 3 takes it. */
  String encoded();

  /**
   * The value as version 2 takes it.
   *
   * @throws IllegalArgumentException if version 2 has no way to say it
   */
  String legacyEncoded();

  /** What version 3 wants behind the operator: how the value is coded. */
  default String coding() {
    return "";
  }

  static Operand literal(String text) {
    return new Literal(text);
  }

  static Operand flag(boolean value) {
    return new Literal(Boolean.toString(value));
  }

  static Operand integer(long value) {
    return new Literal(Long.toString(value));
  }

  static Operand decimal(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    long integerDigits = (long) plain.precision() - plain.scale();
    if (integerDigits > 14 || plain.scale() > 28) {
      throw new IllegalArgumentException(
          "value "
              + value
              + " is out of range: iDoklad's decimals have at most 14 digits before the decimal"
              + " point and, here, at most 28 behind it");
    }
    return new Literal(plain.toPlainString());
  }

  static Operand text(String value) {
    return new Text(value);
  }

  static Operand date(LocalDate value) {
    return new Date(value);
  }

  static Operand dateTime(LocalDateTime value) {
    return new DateTime(value);
  }

  static Operand ids(List<Long> values) {
    return new Ids(values);
  }

  static Operand nothing() {
    return new Nothing();
  }

  /** A number, a flag or an enum value, written the same way in both versions. */
  record Literal(String encoded) implements Operand {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.+-]+");

    public Literal {
      if (!HARMLESS.matcher(Objects.requireNonNull(encoded, "encoded")).matches()) {
        throw new IllegalArgumentException(
            "value '"
                + encoded
                + "' is not a number or a name: only ASCII letters, digits and _ . + - can stand"
                + " in a filter as they are; filter text with a text field");
      }
    }

    @Override
    public String legacyEncoded() {
      return encoded;
    }
  }

  /** Free text: Base64 in version 3, raw in version 2. */
  record Text(String value) implements Operand {

    public Text {
      Utf8.check("value", value);
    }

    @Override
    public String encoded() {
      return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String coding() {
      return value.isEmpty() ? "" : ":base64";
    }

    @Override
    public String legacyEncoded() {
      if (value.isEmpty()) {
        throw new IllegalArgumentException(
            "value is empty: a filter of API version 2 cannot compare with an empty text");
      }
      if (value.indexOf('|') >= 0 || value.indexOf('~') >= 0) {
        throw new IllegalArgumentException(
            "value '"
                + value
                + "' holds | or ~, which separate the parts of a filter of API version 2 and cannot"
                + " be escaped there: filter by a part of the text without them");
      }
      return value;
    }
  }

  /** A calendar day. */
  record Date(LocalDate value) implements Operand {

    public Date {
      Timestamps.checkYear(value);
    }

    @Override
    public String encoded() {
      return Timestamps.WITH_MILLISECONDS.format(value.atStartOfDay());
    }

    @Override
    public String legacyEncoded() {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(value);
    }
  }

  /** A point in time, without a zone. */
  record DateTime(LocalDateTime value) implements Operand {

    public DateTime {
      Timestamps.checkYear(value.toLocalDate());
    }

    @Override
    public String encoded() {
      return Timestamps.WITH_MILLISECONDS.format(value);
    }

    @Override
    public String legacyEncoded() {
      if (value.getSecond() != 0 || value.getNano() != 0) {
        throw new IllegalArgumentException(
            "value "
                + value
                + " has seconds: API version 2 filters by the minute; choose one, for example with"
                + " truncatedTo(ChronoUnit.MINUTES)");
      }
      return Timestamps.WITH_MINUTES.format(value);
    }
  }

  /** Some ids, for the list form that version 3 alone has. */
  record Ids(List<Long> values) implements Operand {

    public Ids {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "ids is empty: pass at least one id, and ask for nothing if there is none to ask for");
      }
    }

    @Override
    public String encoded() {
      return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public String legacyEncoded() {
      throw new IllegalArgumentException(
          "ids "
              + values
              + " cannot be filtered as a list in API version 2: join one isEqualTo(id) per id with"
              + " LegacyFilter.anyOf");
    }
  }

  /** The absence of a value. */
  record Nothing() implements Operand {

    @Override
    public String encoded() {
      return "null";
    }

    @Override
    public String legacyEncoded() {
      throw new IllegalArgumentException(
          "value is null: a filter of API version 2 cannot ask for absent values");
    }
  }

  /** The formats of dates, and the years that iDoklad has. */
  final class Timestamps {

    static final DateTimeFormatter WITH_MILLISECONDS =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    static final DateTimeFormatter WITH_MINUTES =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Timestamps() {}

    static void checkYear(LocalDate date) {
      if (date.getYear() < 1753 || date.getYear() > 9999) {
        throw new IllegalArgumentException(
            "value " + date + " is out of range: iDoklad's dates lie in the years 1753 to 9999");
      }
    }
  }
}
