package io.github.invoicingsdk.invoicexpress;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What InvoiceXpress says about the registration of one numbering (a series and a document type)
 * with the Portuguese tax authority (AT): the validation code that the AT gave, or why there is
 * none.
 *
 * <table>
 * <caption>Values of the provider</caption>
 * <tr><th>value</th><th>status</th></tr>
 * <tr><td>a code such as {@code ABCD1234}</td><td>{@link Status#REGISTERED}</td></tr>
 * <tr><td>{@code N/D}</td><td>{@link Status#NOT_REGISTERED}</td></tr>
 * <tr><td>{@code N/A}</td><td>{@link Status#NOT_RELEVANT}</td></tr>
 * <tr><td>none, or blank</td><td>{@link Status#UNKNOWN}</td></tr>
 * </table>
 *
 * <p>By Portaria 195/2020 a code has at least eight characters. That is not checked here, because a
 * code is what the AT gave; {@link Atcud} checks it before anything is printed. Validation codes
 * are immutable and safe for use by several threads.
 */
public final class ValidationCode {

  /** What is known about the registration of a numbering. */
  public enum Status {

    /** Registered with the AT: there is a code. */
    REGISTERED,

    /** Needs a code for the ATCUD of its documents, but is not registered. */
    NOT_REGISTERED,

    /** Its documents need no ATCUD. */
    NOT_RELEVANT,

    /** The provider says nothing, as it did before validation codes were introduced. */
    UNKNOWN
  }

  private static final ValidationCode NOT_REGISTERED =
      new ValidationCode(Status.NOT_REGISTERED, "N/D");
  private static final ValidationCode NOT_RELEVANT = new ValidationCode(Status.NOT_RELEVANT, "N/A");
  private static final ValidationCode UNKNOWN = new ValidationCode(Status.UNKNOWN, "");

  private final Status status;
  private final String text;

  private ValidationCode(Status status, String text) {
    this.status = status;
    this.text = text;
  }

  /**
   * Reads a validation code as the provider states it. {@code N/D} and {@code N/A} are recognised
   * in any letter case and with blanks around them, so that neither is ever taken for a code;
   * everything else that is not blank is a code and kept as it came.
   *
   * @param text the provider's value; null or blank if it says nothing
   * @return the validation code
   */
  public static ValidationCode of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return UNKNOWN;
    }
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "N/D" -> NOT_REGISTERED;
      case "N/A" -> NOT_RELEVANT;
      default -> new ValidationCode(Status.REGISTERED, text);
    };
  }

  /**
   * Returns what is known about the registration.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Tells whether the numbering is registered, so that there is a code.
   *
   * @return true if the status is {@link Status#REGISTERED}
   */
  public boolean isRegistered() {
    return status == Status.REGISTERED;
  }

  /**
   * Returns the code that the AT gave.
   *
   * @return the code, or empty if the numbering is not known to be registered
   */
  public Optional<String> value() {
    return isRegistered() ? Optional.of(text) : Optional.empty();
  }

  /**
   * Tells whether another object is a validation code of the same status and value.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValidationCode that && status == that.status && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, text);
  }

  /**
   * Returns the provider's word for this validation code.
   *
   * @return the code, {@code N/D}, {@code N/A}, or an empty text if the provider says nothing
   */
  @Override
  public String toString() {
    return text;
  }
}
