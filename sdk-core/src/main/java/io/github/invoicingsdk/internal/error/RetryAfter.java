package io.github.invoicingsdk.internal.error;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header {@code Retry-After} in all the forms of HTTP. */
public final class RetryAfter {

  /** What is longer is cut: nobody waits for it, but it must not read as "no need to wait". */
  static final Duration LONGEST = Duration.ofDays(31);

  private static final String HEADER = "Retry-After";
  private static final Pattern SECONDS = Pattern.compile("[0-9]+(?:\\.[0-9]*)?");
  private static final int MOST_DIGITS = 9;

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private RetryAfter() {}

  /**
   * How long a response asks to wait from now.
   *
   * @param headers the response's headers, whose names are case-insensitive
   * @return as {@link #parse} says; empty as well when the header is not there
   */
  public static Optional<Duration> of(
      Map<String, ? extends Collection<String>> headers, Instant now) {
    return headers.entrySet().stream()
        .filter(header -> HEADER.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .flatMap(value -> parse(value, now));
  }

  /**
   * How long the header asks to wait from now.
   *
   * @return zero or more and at most 31 days; empty when the value cannot be read
   */
  public static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(seconds(text));
    }
    return date(text, now).map(moment -> limited(Duration.between(now, moment)));
  }

  /** HTTP asks every recipient to read three forms of dates; all are in GMT. */
  private static Optional<Instant> date(String text, Instant now) {
    return date(text, DateTimeFormatter.RFC_1123_DATE_TIME)
        // The day of the week is left out: it cannot be checked before the century is known.
        .or(() -> date(text.substring(text.indexOf(',') + 1).strip(), rfc850(now)))
        .or(() -> date(text, ASCTIME));
  }

  private static Optional<Instant> date(String text, DateTimeFormatter format) {
    try {
      TemporalAccessor parsed = format.parse(text);
      return Optional.of(
          parsed.isSupported(ChronoField.INSTANT_SECONDS)
              ? Instant.from(parsed)
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  /** Its year has two digits; one that seems far ahead is of the past. */
  private static DateTimeFormatter rfc850(Instant now) {
    LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(50);
    return new DateTimeFormatterBuilder()
        .appendPattern("dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH);
  }

  private static Duration seconds(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    if (whole.length() > MOST_DIGITS) {
      return LONGEST;
    }
    // Rounded up: a moment too late is right, a moment too early is refused again.
    long roundedUp = Long.parseLong(whole) + (point < 0 ? 0 : 1);
    return limited(Duration.ofSeconds(roundedUp));
  }

  private static Duration limited(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
