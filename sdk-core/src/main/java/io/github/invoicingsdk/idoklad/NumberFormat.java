package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.idoklad.NumberFormatPart.DatePart;
import io.github.invoicingsdk.idoklad.NumberFormatPart.Literal;
import io.github.invoicingsdk.idoklad.NumberFormatPart.Serial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The format of the document numbers of an iDoklad numeric sequence, for example {@code
 * FV{RR}{MM}{NNNN}}.
 *
 * <p>A format is literal text with placeholders in braces:
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><th>placeholder</th><th>stands for</th></tr>
 * <tr><td>{@code {RR}}, {@code {RRRR}}</td><td>the year, in two or four digits</td></tr>
 * <tr><td>{@code {M}}, {@code {MM}}</td><td>the month, without or with a leading zero</td></tr>
 * <tr><td>{@code {D}}, {@code {DD}}</td><td>the day, without or with a leading zero</td></tr>
 * <tr><td>{@code {N}} to {@code {NNNNNNNNNN}}</td><td>the serial number, padded with zeros to the
 * count of N (1 to 10); a longer one is not cut</td></tr>
 * </table>
 *
 * <p>Everything else is literal, as it is for the provider: braces that enclose no placeholder stay
 * in the number, and so does {@code {R}}, which is no placeholder. If {@code {N...}} stands in a
 * format several times, every one becomes the same serial number. The placeholders and rules are
 * those of the vendor's own SDK.
 *
 * <pre>{@code
 * NumberFormat format = NumberFormat.parse("FV{RR}{MM}{NNNN}");
 * LocalDate date = LocalDate.of(2026, 3, 9);
 * format.preview(41, date);              // FV26030042
 * format.serialOf("FV26030042", date);   // 42
 * NumberFormat.variableSymbol("FV26030042"); // 26030042
 * }</pre>
 *
 * <p>What a preview says holds until somebody else issues a document; the number that counts is the
 * one in the provider's response. Serial numbers range from 0 to 2147483647, dates over the years
 * 1753 to 9999. Number formats are immutable, safe for use by several threads, and equal when their
 * patterns are.
 */
public final class NumberFormat {

  /** The longest document number that iDoklad allows, in characters. */
  public static final int MAX_NUMBER_LENGTH = 10;

  private static final long MAX_SERIAL = Integer.MAX_VALUE;
  private static final int MAX_SERIAL_DIGITS = 10;
  private static final int MAX_SYMBOL_LENGTH = 10;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(RR|RRRR|M|MM|D|DD)|(N++))\\}");

  private final String pattern;
  private final List<NumberFormatPart> parts;

  private NumberFormat(String pattern, List<NumberFormatPart> parts) {
    this.pattern = pattern;
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a number format.
   *
   * @param pattern the format as a numeric sequence states it
   * @return the format
   * @throws IllegalArgumentException if {@code pattern} has no {@code {N...}}, so that all
   *     documents would share one number, or one of more than ten N, which the provider does not
   *     replace
   * @throws NullPointerException if {@code pattern} is null
   */
  public static NumberFormat parse(String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    List<NumberFormatPart> parts = new ArrayList<>();
    boolean hasSerial = false;
    int end = 0;
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(new Literal(pattern.substring(end, matcher.start())));
      }
      end = matcher.end();
      String datePart = matcher.group(1);
      if (datePart != null) {
        parts.add(DatePart.valueOf(datePart));
        continue;
      }
      int width = matcher.end() - matcher.start() - 2;
      if (width > MAX_SERIAL_DIGITS) {
        throw new IllegalArgumentException(
            "pattern '" + pattern + "' has " + width + " N in one placeholder: use 1 to 10");
      }
      parts.add(new Serial(width));
      hasSerial = true;
    }
    if (!hasSerial) {
      throw new IllegalArgumentException(
          "pattern '"
              + pattern
              + "' has no place for the serial number: add {N} to {NNNNNNNNNN}, as in"
              + " FV{RR}{MM}{NNNN}");
    }
    if (end < pattern.length()) {
      parts.add(new Literal(pattern.substring(end)));
    }
    return new NumberFormat(pattern, parts);
  }

  /**
   * Returns the number of a document. It is not shortened to {@link #MAX_NUMBER_LENGTH}; see {@link
   * #isValidFor}.
   *
   * @param date the date of the document
   * @param serial the serial number, from 0 to 2147483647
   * @return the document number
   * @throws IllegalArgumentException if {@code serial} or the year of {@code date} is out of range
   * @throws NullPointerException if {@code date} is null
   */
  public String format(LocalDate date, long serial) {
    checkDate(date);
    checkSerial("serial", serial);
    return render(date, serial);
  }

  /**
   * Returns the number that the next document of a sequence would get.
   *
   * @param lastNumber the sequence's last number, from 0 (no document yet) to 2147483646
   * @param date the date of the document
   * @return the number for {@code lastNumber + 1}
   * @throws IllegalArgumentException if {@code lastNumber} or the year of {@code date} is out of
   *     range, or {@code lastNumber} is 2147483647, after which there is no number left
   * @throws NullPointerException if {@code date} is null
   */
  public String preview(long lastNumber, LocalDate date) {
    checkSerial("lastNumber", lastNumber);
    if (lastNumber == MAX_SERIAL) {
      throw new IllegalArgumentException(
          "lastNumber " + lastNumber + " is the last number there is: start a new sequence");
    }
    return format(date, lastNumber + 1);
  }

  /**
   * Tells whether iDoklad would accept this format for a sequence: the number of the next document
   * must not be longer than {@link #MAX_NUMBER_LENGTH}. Whether another sequence has the same
   * format, which iDoklad refuses too, only the provider knows.
   *
   * @param lastNumber the sequence's last number, from 0 (no document yet) to 2147483647
   * @param date the day of the check; the provider takes its present day
   * @return true if it is accepted; false if the number is too long or there is no number left
   * @throws IllegalArgumentException if {@code lastNumber} or the year of {@code date} is out of
   *     range
   * @throws NullPointerException if {@code date} is null
   */
  public boolean isValidFor(long lastNumber, LocalDate date) {
    checkDate(date);
    checkSerial("lastNumber", lastNumber);
    return lastNumber < MAX_SERIAL && render(date, lastNumber + 1).length() <= MAX_NUMBER_LENGTH;
  }

  /**
   * Reads the serial number back from the number of a document.
   *
   * <p>The reading is strict: a serial number is returned only if {@link #format} makes exactly
   * this document number of it and the date.
   *
   * @param documentNumber the number of the document
   * @param date the date of the document
   * @return the serial number, or empty if this format did not make the document number on this
   *     date
   * @throws IllegalArgumentException if the year of {@code date} is out of range
   * @throws NullPointerException if an argument is null
   */
  public OptionalLong serialOf(String documentNumber, LocalDate date) {
    Objects.requireNonNull(documentNumber, "documentNumber");
    checkDate(date);
    StringBuilder prefix = new StringBuilder();
    int width = 0;
    for (NumberFormatPart part : parts) {
      if (part instanceof Serial serial) {
        width = serial.width();
        break;
      }
      prefix.append(part.render(date, 0));
    }
    // Where the serial number ends is unknown if it is longer than padded: try every length. At
    // most
    // one can reproduce the document number, because longer digits make the whole number longer.
    for (int length = width; length <= MAX_SERIAL_DIGITS; length++) {
      int start = prefix.length();
      OptionalLong serial = digits(documentNumber, start, start + length);
      if (serial.isPresent() && render(date, serial.getAsLong()).equals(documentNumber)) {
        return serial;
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Makes the variable symbol, by which Czech and Slovak banks match a payment, from the number of
   * a document: its digits 0 to 9 in their order, without leading zeros.
   *
   * @param documentNumber the number of the document, in any format
   * @return the variable symbol, 1 to 10 digits; empty if no digit but leading zeros remains
   * @throws IllegalArgumentException if more than ten digits remain: cutting them could make the
   *     symbol of another document
   * @throws NullPointerException if {@code documentNumber} is null
   */
  public static Optional<String> variableSymbol(String documentNumber) {
    Objects.requireNonNull(documentNumber, "documentNumber");
    StringBuilder symbol = new StringBuilder();
    for (int i = 0; i < documentNumber.length(); i++) {
      char c = documentNumber.charAt(i);
      if (isDigit(c) && (c != '0' || !symbol.isEmpty())) {
        symbol.append(c);
      }
    }
    if (symbol.length() > MAX_SYMBOL_LENGTH) {
      throw new IllegalArgumentException(
          "documentNumber '"
              + documentNumber
              + "' has "
              + symbol.length()
              + " digits after its leading zeros, a variable symbol at most 10: choose one by hand");
    }
    return symbol.isEmpty() ? Optional.empty() : Optional.of(symbol.toString());
  }

  private String render(LocalDate date, long serial) {
    StringBuilder number = new StringBuilder();
    for (NumberFormatPart part : parts) {
      number.append(part.render(date, serial));
    }
    return number.toString();
  }

  private static OptionalLong digits(String text, int start, int end) {
    if (end > text.length()) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return OptionalLong.empty();
      }
      value = value * 10 + (c - '0');
    }
    return value <= MAX_SERIAL ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void checkDate(LocalDate date) {
    int year = Objects.requireNonNull(date, "date").getYear();
    if (year < 1753 || year > 9999) {
      throw new IllegalArgumentException(
          "date " + date + " is out of range: iDoklad's dates lie in the years 1753 to 9999");
    }
  }

  private static void checkSerial(String argument, long value) {
    if (value < 0 || value > MAX_SERIAL) {
      throw new IllegalArgumentException(
          argument + " " + value + " is out of range: iDoklad counts from 0 to " + MAX_SERIAL);
    }
  }

  /**
   * Tells whether another object is a number format with the same pattern.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberFormat that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /**
   * Returns the pattern that was parsed, as a numeric sequence states it.
   *
   * @return the pattern
   */
  @Override
  public String toString() {
    return pattern;
  }
}
