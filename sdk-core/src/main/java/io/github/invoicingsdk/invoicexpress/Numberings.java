package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The numberings of a sequence by document type.
 *
 * <pre>{@code
 * Numberings numberings = Numberings.of(client.sequences().get(146090));
 * if (numberings.registrationState() == RegistrationState.REGISTERED) {
 *   long id = numberings.get(SequenceDocumentType.CREDIT_NOTE).sequenceId().orElseThrow();
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Numberings {

  private final Map<SequenceDocumentType, DocumentNumbering> byType;

  private Numberings(Map<SequenceDocumentType, DocumentNumbering> byType) {
    this.byType = Collections.unmodifiableMap(byType);
  }

  /**
   * The numberings of a sequence.
   *
   * @param sequence the sequence as the provider answered it
   * @return its numberings, those of types that this version of the SDK does not know included
   */
  public static Numberings of(Sequence sequence) {
    Objects.requireNonNull(sequence, "sequence");
    Map<SequenceDocumentType, DocumentNumbering> byType = new LinkedHashMap<>();
    sequence
        .numberings()
        .forEach((type, numbering) -> byType.put(type, DocumentNumbering.of(type, numbering)));
    return new Numberings(byType);
  }

  /**
   * All numberings.
   *
   * @return the numberings by type, in the provider's order; cannot be changed
   */
  public Map<SequenceDocumentType, DocumentNumbering> all() {
    return byType;
  }

  /**
   * The numbering of a document type.
   *
   * @param type the type
   * @return the numbering, or an empty value when the sequence has none of that type
   */
  public Optional<DocumentNumbering> find(SequenceDocumentType type) {
    return Optional.ofNullable(byType.get(Objects.requireNonNull(type, "type")));
  }

  /**
   * The numbering of a document type.
   *
   * @param type the type
   * @return the numbering
   * @throws NoSuchElementException when the sequence has none of that type
   */
  public DocumentNumbering get(SequenceDocumentType type) {
    return find(type)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "the sequence has no numbering of "
                        + type.value()
                        + ", only of "
                        + byType.keySet()));
  }

  /**
   * The id to be given when a document of a type is created: the id of the type's numbering, which
   * is not that of the sequence. With another one the provider refuses the document, because its
   * category does not match.
   *
   * @param type the type
   * @return the id
   * @throws IllegalArgumentException when the sequence has no numbering of that type
   */
  public long sequenceIdFor(DocumentType type) {
    return numberingOf(type).sequenceId().orElseThrow();
  }

  /**
   * The numbering of documents of a type, whose id is known.
   *
   * @throws IllegalArgumentException if the sequence has none
   */
  DocumentNumbering numberingOf(DocumentType type) {
    SequenceDocumentType numbered =
        SequenceDocumentType.of(
            Objects.requireNonNull(type, "type")
                .value()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT));
    return find(numbered)
        .filter(numbering -> numbering.sequenceId().isPresent())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "type is "
                        + type
                        + ", of which the sequence has no numbering, only of "
                        + byType.keySet()));
  }

  /**
   * How far the sequence is registered with the Tax Authority.
   *
   * @return the state, out of the validation codes of all numberings
   */
  public RegistrationState registrationState() {
    return RegistrationState.of(
        byType.values().stream().map(DocumentNumbering::validationCode).toList());
  }

  @Override
  public String toString() {
    return byType.values().toString();
  }
}
