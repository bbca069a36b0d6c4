package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * How single values stand in JSON: one constant per format that a spec may name, spelled as there
 * but in upper case ({@code format: text-flag} is {@link #TEXT_FLAG}).
 *
 * <p>Reading is tolerant of what the providers really send, such as numbers in quotes; writing is
 * exact. What cannot be read ends in a {@link JsonParseException} that names the JSON path.
 *
 * <p>The formats of dates are named inside lambdas, so that they are not made before the first
 * date.
 */
public final class JsonFormats extends PlainJsonFormats {

  /** A secret text, sent as the Base64 form (RFC 4648) of its UTF-8 bytes. */
  public static final TypeAdapter<String> BASE64_TEXT =
      new Text<>("a text in Base64", Base64Text::decode, Base64Text::encode);

  /** A date such as {@code 2026-01-31}; a time after it is accepted and dropped. */
  public static final TypeAdapter<LocalDate> DATE =
      new Text<>("a date", DateTimes::parseDate, LocalDate::toString);

  /** A date such as {@code 31/01/2026}. */
  public static final TypeAdapter<LocalDate> DAY_MONTH_YEAR =
      new Text<>(
          "a date", DateTimes::parseDayMonthYear, value -> DateTimes.DAY_MONTH_YEAR.format(value));

  /** A date and time such as {@code 31/01/2026 12:00:00}. */
  public static final TypeAdapter<LocalDateTime> DAY_MONTH_YEAR_TIME =
      new Text<>(
          "a date and time",
          DateTimes::parseDayMonthYearTime,
          value -> DateTimes.DAY_MONTH_YEAR_TIME.format(value));

  /** A moment with its offset from UTC, such as {@code 2026-01-31T12:00:00Z}. */
  public static final TypeAdapter<OffsetDateTime> DATE_TIME =
      new Text<>(
          "a date and time with offset",
          OffsetDateTime::parse,
          value -> DateTimes.OFFSET.format(value));

  /** A date and time without an offset; an offset after it is accepted and dropped. */
  public static final TypeAdapter<LocalDateTime> LOCAL_DATE_TIME =
      new Text<>(
          "a date and time", DateTimes::parseLocalDateTime, value -> DateTimes.LOCAL.format(value));

  /** An absolute or relative address. */
  public static final TypeAdapter<URI> URI =
      new Text<>("a URI", java.net.URI::create, Object::toString);

  private JsonFormats() {}
}
