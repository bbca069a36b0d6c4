package io.github.invoicingsdk.model;

import java.util.Objects;

/**
 * A value in a response that is not what its property holds, such as {@code "foo"} for a number. It
 * was passed over so that the rest can be read. The value itself is not told, since it may be
 * personal data; the model has it in {@code unreadableProperties()}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param property the names that lead to the value, such as {@code invoices[].client.country}; the
 *     elements of a list are not told apart
 * @param kind what came
 * @param count how often it came in the response, at least 1
 */
public record UnreadableValue(String property, Kind kind, int count) {

  /**
   * Creates a report.
   *
   * @param property the names that lead to the value
   * @param kind what came
   * @param count how often it came in the response, at least 1
   */
  public UnreadableValue {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(kind, "kind");
  }

  /** Fit for a log: {@code 2 x TEXT in invoices[].retention}. */
  @Override
  public String toString() {
    return count + " x " + kind + " in " + property;
  }

  /** What came in place of a value. */
  public enum Kind {
    /** A text without any characters but blanks, by which the providers say that there is none. */
    EMPTY_TEXT,
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** An object. */
    OBJECT,
    /** An array; where a list is expected, one with an element that cannot be read. */
    ARRAY
  }
}
