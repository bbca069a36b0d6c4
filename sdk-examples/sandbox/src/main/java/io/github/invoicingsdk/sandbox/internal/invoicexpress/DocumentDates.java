package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as documents have them: the day first, with slashes. */
final class DocumentDates {
  private static final DateTimeFormatter DATE = strict("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = strict("dd/MM/uuuu HH:mm:ss");

  private DocumentDates() {}

  static String format(LocalDate date) {
    return date.format(DATE);
  }

  static String format(LocalDateTime time) {
    return time.format(TIME);
  }

  /** The date, or null if the text is none. */
  static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A member's date; one that is absent is refused, or today's if that is given. */
  static LocalDate read(JsonObject sent, String name, @Nullable LocalDate otherwise) {
    String text = Fields.text(sent, name);
    if (text == null && otherwise != null) {
      return otherwise;
    }
    LocalDate date = parse(required(sent, name, text));
    if (date == null) {
      throw DocumentErrors.refuse(name + " is not a date of the form dd/mm/yyyy");
    }
    return date;
  }

  /** A member's date and time, which must be there. */
  static LocalDateTime readTime(JsonObject sent, String name) {
    String text = required(sent, name, Fields.text(sent, name));
    try {
      return LocalDateTime.parse(text, TIME);
    } catch (DateTimeParseException e) {
      throw DocumentErrors.refuse(name + " is not a time of the form dd/mm/yyyy HH:mm:ss");
    }
  }

  private static String required(JsonObject sent, String name, @Nullable String text) {
    if (text == null) {
      throw DocumentErrors.refuse(name + " can't be blank");
    }
    if (Fields.isNumber(sent, name)) {
      throw DocumentErrors.refuse(ErrorResponses.LEAKED);
    }
    return text;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
