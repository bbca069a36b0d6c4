package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document is to say, numbered in a sequence, as far as issuing it needs to know.
 *
 * @param <D> what is sent to create it
 * @param draft what is sent
 * @param reference by which it is found again
 * @param taxes the tax of each line; empty where the default tax is meant
 */
record DocumentContent<D>(D draft, String reference, List<Optional<String>> taxes) {

  static DocumentContent<InvoiceDraft> of(
      DocumentType type, Sequence sequence, InvoiceDraft draft) {
    InvoiceDraft.Builder numbered =
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId()));
    if (draft.proprietaryUid() == null) {
      numbered.proprietaryUid(UUID.randomUUID().toString());
    }
    return new DocumentContent<>(
        numbered.build(), reference(draft.reference()), ofItems(draft.items()));
  }

  static DocumentContent<EstimateDraft> of(
      DocumentType type, Sequence sequence, EstimateDraft draft) {
    return new DocumentContent<>(
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId())).build(),
        reference(draft.reference()),
        ofItems(draft.items()));
  }

  static DocumentContent<GuideDraft> of(DocumentType type, Sequence sequence, GuideDraft draft) {
    return new DocumentContent<>(
        draft.toBuilder().sequenceId(numberedIn(type, sequence, draft.sequenceId())).build(),
        reference(draft.reference()),
        draft.items().stream().map(GuideDraftItem::tax).map(DocumentContent::name).toList());
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
