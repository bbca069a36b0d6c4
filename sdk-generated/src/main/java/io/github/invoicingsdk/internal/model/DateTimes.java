package io.github.invoicingsdk.internal.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The providers' forms of dates and times. */
final class DateTimes {

  static final DateTimeFormatter DAY_MONTH_YEAR =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  static final DateTimeFormatter DAY_MONTH_YEAR_TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .toFormatter(Locale.ROOT);

  static final DateTimeFormatter OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private static final int DATE_LENGTH = "2026-01-31".length();

  private DateTimes() {}

  static LocalDate parseDate(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T'
        ? parseLocalDateTime(text).toLocalDate()
        : LocalDate.parse(text);
  }

  static LocalDate parseDayMonthYear(String text) {
    return LocalDate.parse(text, DAY_MONTH_YEAR);
  }

  static LocalDateTime parseDayMonthYearTime(String text) {
    return LocalDateTime.parse(text, DAY_MONTH_YEAR_TIME);
  }

  static LocalDateTime parseLocalDateTime(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException withoutOffset) {
      try {
        return OffsetDateTime.parse(text).toLocalDateTime();
      } catch (DateTimeParseException withOffset) {
        withoutOffset.addSuppressed(withOffset);
        throw withoutOffset;
      }
    }
  }
}
