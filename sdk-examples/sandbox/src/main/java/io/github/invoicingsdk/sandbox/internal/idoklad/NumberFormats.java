package io.github.invoicingsdk.sandbox.internal.idoklad;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes document numbers by a format, and says which formats are allowed. */
final class NumberFormats {
  private static final Pattern SERIAL = Pattern.compile("\\{(N+)\\}");
  private static final int MAX_LENGTH = 10;

  private NumberFormats() {}

  static String format(String format, LocalDate date, long serial) {
    String dated =
        format
            .replace("{RRRR}", padded(date.getYear(), 4))
            .replace("{RR}", padded(date.getYear() % 100, 2))
            .replace("{MM}", padded(date.getMonthValue(), 2))
            .replace("{M}", padded(date.getMonthValue(), 1))
            .replace("{DD}", padded(date.getDayOfMonth(), 2))
            .replace("{D}", padded(date.getDayOfMonth(), 1));
    return SERIAL
        .matcher(dated)
        .replaceAll(match -> Matcher.quoteReplacement(padded(serial, match.group(1).length())));
  }

  /** What is wrong with a format for the next number, or null if it is allowed. */
  static @Nullable String problem(String format, LocalDate today, long lastNumber) {
    if (!SERIAL.matcher(format).find()) {
      return "must contain a serial number such as {NNNN}";
    }
    String next = format(format, today, lastNumber + 1);
    return next.length() > MAX_LENGTH
        ? "makes the number " + next + ", which is longer than " + MAX_LENGTH + " characters"
        : null;
  }

  /** The digits of a document number without leading zeros, ten at most. */
  static String variableSymbol(String documentNumber) {
    String digits = documentNumber.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    return digits.substring(0, Math.min(MAX_LENGTH, digits.length()));
  }

  private static String padded(long number, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
