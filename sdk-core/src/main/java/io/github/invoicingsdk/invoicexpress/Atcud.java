package io.github.invoicingsdk.invoicexpress;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unique document code (ATCUD) of a Portuguese fiscal document: the validation code of its
 * series and its running number in it, joined by a hyphen.
 *
 * <p>Decreto-Lei 28/2019 and Portaria 195/2020, article 3, ask for it on every fiscally relevant
 * document since 2023, printed as {@code ATCUD:ABCD1234-1}.
 *
 * <pre>{@code
 * Atcud atcud = Atcud.of(ValidationCode.of("ABCD1234"), 1);
 * atcud.value();   // ABCD1234-1
 * atcud.printed(); // ATCUD:ABCD1234-1
 * }</pre>
 *
 * <p>An ATCUD computed from a sequence's next number is a forecast; the one to print is that of the
 * finalised document. ATCUDs are immutable and safe for use by several threads.
 */
public final class Atcud {

  private static final String PREFIX = "ATCUD:";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{8,}");
  private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]{8,})-([1-9][0-9]{0,18})");

  private final ValidationCode validationCode;
  private final String value;
  private final long number;

  private Atcud(ValidationCode validationCode, String code, long number) {
    this.validationCode = validationCode;
    this.value = code + "-" + number;
    this.number = number;
  }

  /**
   * Joins a validation code and a document's number.
   *
   * @param validationCode the code of the numbering, which must be registered
   * @param number the running number of the document in its series, from 1
   * @return the ATCUD
   * @throws IllegalArgumentException if {@code validationCode} is not registered or is not made of
   *     at least eight ASCII letters and digits, or if {@code number} is less than 1
   * @throws NullPointerException if {@code validationCode} is null
   */
  public static Atcud of(ValidationCode validationCode, long number) {
    Objects.requireNonNull(validationCode, "validationCode");
    String code =
        validationCode
            .value()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "validationCode '"
                            + validationCode
                            + "' is not registered with the AT: register the sequence first"));
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "validationCode '"
              + code
              + "' cannot stand in an ATCUD: a code has at least eight letters and digits; compare"
              + " it with the AT's portal");
    }
    if (number < 1) {
      throw new IllegalArgumentException(
          "number " + number + " is out of range: the documents of a series are numbered from 1");
    }
    return new Atcud(validationCode, code, number);
  }

  /**
   * Reads an ATCUD.
   *
   * @param text the ATCUD, with or without {@code ATCUD:} before it
   * @return the ATCUD
   * @throws IllegalArgumentException if {@code text} is not an ATCUD; in particular if it is {@code
   *     N/D} or {@code N/A}, which the provider states for documents that have none
   * @throws NullPointerException if {@code text} is null
   */
  public static Atcud parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher matcher =
        VALUE.matcher(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    if (matcher.matches()) {
      try {
        String code = matcher.group(1);
        return new Atcud(ValidationCode.of(code), code, Long.parseLong(matcher.group(2)));
      } catch (NumberFormatException e) {
        throw notAnAtcud(text, e);
      }
    }
    throw notAnAtcud(text, null);
  }

  private static IllegalArgumentException notAnAtcud(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "text '"
            + text
            + "' is not an ATCUD: expected a validation code of at least eight letters and digits, a"
            + " hyphen and a number from 1, as in ABCD1234-1",
        cause);
  }

  /**
   * Returns the validation code of the document's series.
   *
   * @return the code, always registered
   */
  public ValidationCode validationCode() {
    return validationCode;
  }

  /**
   * Returns the running number of the document in its series.
   *
   * @return the number, from 1
   */
  public long number() {
    return number;
  }

  /**
   * Returns the ATCUD without its prefix, as APIs state it.
   *
   * @return for example {@code ABCD1234-1}
   */
  public String value() {
    return value;
  }

  /**
   * Returns the ATCUD as it must be printed on the document.
   *
   * @return for example {@code ATCUD:ABCD1234-1}
   */
  public String printed() {
    return PREFIX + value;
  }

  /**
   * Tells whether another object is an ATCUD of the same code and number.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Atcud that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /**
   * Returns {@link #printed()}.
   *
   * @return for example {@code ATCUD:ABCD1234-1}
   */
  @Override
  public String toString() {
    return printed();
  }
}
