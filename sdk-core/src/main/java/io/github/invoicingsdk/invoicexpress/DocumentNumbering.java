package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Numbering;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The numbering of one document type within a sequence: how far it has got, and whether it is
 * registered with the Tax Authority.
 *
 * <pre>{@code
 * DocumentNumbering invoices = Numberings.of(sequence).get(SequenceDocumentType.INVOICE);
 * invoices.nextNumber(); // 8
 * invoices.nextAtcud();  // ATCUD:ABCD1230-8
 * }</pre>
 *
 * <p>The next number is what the provider would give now. Somebody else may issue a document at any
 * moment, so it is for showing, never for printing on a document: that one's number comes from the
 * provider.
 *
 * <p>Immutable and thread-safe.
 */
public final class DocumentNumbering {

  private final SequenceDocumentType type;
  private final @Nullable Long lastNumber;
  private final @Nullable Long sequenceId;
  private final ValidationCode validationCode;

  private DocumentNumbering(SequenceDocumentType type, Numbering numbering) {
    this.type = type;
    this.lastNumber = Shown.orNull(numbering, Numbering::number);
    this.sequenceId = Shown.orNull(numbering, Numbering::sequenceId);
    this.validationCode = ValidationCode.of(numbering.validationCode());
  }

  static DocumentNumbering of(SequenceDocumentType type, Numbering numbering) {
    return new DocumentNumbering(type, numbering);
  }

  /**
   * The type of the documents that are numbered.
   *
   * @return the type
   */
  public SequenceDocumentType type() {
    return type;
  }

  /**
   * The last number given.
   *
   * @return the number, 0 when none was given yet; empty when the provider did not tell
   */
  public OptionalLong lastNumber() {
    return lastNumber == null ? OptionalLong.empty() : OptionalLong.of(lastNumber);
  }

  /**
   * The number that the next document gets.
   *
   * @return the last number plus one; empty when the provider did not tell the last one
   */
  public OptionalLong nextNumber() {
    return lastNumber == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.addExact(lastNumber, 1));
  }

  /**
   * The id by which a document of this type names its sequence. It differs from the id of the
   * sequence itself for every type but invoices.
   *
   * @return the id; empty when the provider did not tell
   */
  public OptionalLong sequenceId() {
    return sequenceId == null ? OptionalLong.empty() : OptionalLong.of(sequenceId);
  }

  /**
   * The code that the Tax Authority gave.
   *
   * @return the code, which may say that there is none
   */
  public ValidationCode validationCode() {
    return validationCode;
  }

  /**
   * The ATCUD that the next document gets.
   *
   * @return the ATCUD; empty when the numbering is not registered or its last number is not known
   * @throws IllegalArgumentException when the provider's code is none that can stand in an ATCUD
   */
  public Optional<Atcud> nextAtcud() {
    OptionalLong next = nextNumber();
    return validationCode.isRegistered() && next.isPresent()
        ? Optional.of(Atcud.of(validationCode, next.getAsLong()))
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentNumbering that
        && type.equals(that.type)
        && Objects.equals(lastNumber, that.lastNumber)
        && Objects.equals(sequenceId, that.sequenceId)
        && validationCode.equals(that.validationCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, lastNumber, sequenceId, validationCode);
  }

  @Override
  public String toString() {
    return type.value()
        + ": last number "
        + (lastNumber == null ? "unknown" : lastNumber)
        + ", validation code "
        + validationCode;
  }
}
