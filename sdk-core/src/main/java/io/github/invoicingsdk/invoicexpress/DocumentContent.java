package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a document is to say, numbered in a sequence, as far as issuing it needs to know.
 *
 * @param <D> what is sent to create it
 * @param drafts what is sent, by the number of documents of that reference that are gone
 * @param reference by which it is found again
 * @param taxes the tax of each line; empty where the default tax is meant
 */
record DocumentContent<D>(IntFunction<D> drafts, String reference, List<Optional<String>> taxes) {

  static DocumentContent<InvoiceDraft> of(
      DocumentType type, Sequence sequence, InvoiceDraft draft) {
    String reference = reference(draft.reference());
    InvoiceDraft numbered =
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId())).build();
    return new DocumentContent<>(
        gone ->
            draft.proprietaryUid() != null
                ? numbered
                : numbered.toBuilder().proprietaryUid(uniqueId(type, reference, gone)).build(),
        reference,
        ofItems(draft.items()));
  }

  static DocumentContent<EstimateDraft> of(
      DocumentType type, Sequence sequence, EstimateDraft draft) {
    EstimateDraft numbered =
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId())).build();
    return new DocumentContent<>(
        gone -> numbered, reference(draft.reference()), ofItems(draft.items()));
  }

  static DocumentContent<GuideDraft> of(DocumentType type, Sequence sequence, GuideDraft draft) {
    GuideDraft numbered =
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId())).build();
    return new DocumentContent<>(
        gone -> numbered,
        reference(draft.reference()),
        draft.items().stream().map(GuideDraftItem::tax).map(DocumentContent::name).toList());
  }

  /**
   * The same for everybody who issues the same document, so that the provider refuses a second
   * creation while the first one runs; another one after that document was cancelled.
   */
  private static String uniqueId(DocumentType type, String reference, int gone) {
    String identity = String.join("\n", type.value(), reference, Integer.toString(gone));
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static List<Optional<String>> ofItems(List<DraftItem> items) {
    return items.stream().map(DraftItem::tax).map(DocumentContent::name).toList();
  }

  private static Optional<String> name(@Nullable TaxName tax) {
    return Optional.ofNullable(tax).map(TaxName::name);
  }

  private static String reference(@Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      throw new IllegalArgumentException(
          "draft has no reference: give it one of your own that no other document of the type has,"
              + " such as the number of an order, by which it is found when an answer gets lost");
    }
    return reference;
  }

  private static long numberedIn(DocumentType type, Sequence sequence, @Nullable Long given) {
    long id = Numberings.of(sequence).sequenceIdFor(type);
    if (given != null && given != id) {
      throw new IllegalArgumentException(
          "draft has the sequence id "
              + given
              + " but the sequence numbers documents of type "
              + type
              + " under "
              + id
              + "; leave it out of the draft");
    }
    return id;
  }
}
