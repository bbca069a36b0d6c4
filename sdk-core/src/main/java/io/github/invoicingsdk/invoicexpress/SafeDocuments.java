package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.invoicexpress.model.AppliedTax;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentItem;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Issues documents at most once. Each write is sent once; what leaves its outcome open is settled
 * by looking for the reference. Two callers who issue the same reference at the same time end up
 * with one document: whoever sees an older one gives up its own draft, which has no number yet.
 *
 * @param <D> what is sent to create a document
 */
final class SafeDocuments<D> {

  private static final Set<DocumentStatus> GONE =
      Set.of(DocumentStatus.CANCELED, DocumentStatus.DELETED);

  private final DocumentType type;
  private final DocumentOperations<D> operations;
  private final Time time;
  private final Settling settling;

  SafeDocuments(DocumentType type, DocumentOperations<D> operations, Time time) {
    this.type = type;
    this.operations = operations;
    this.time = time;
    this.settling = new Settling(time, "issue");
  }

  Issuance issue(DocumentContent<D> content, Duration atMost) {
    Deadline deadline = Deadline.after(atMost, time);
    List<Document> before = referring(content.reference());
    Optional<Document> existing = oldest(before);
    Document document =
        existing.isPresent()
            ? read(existing.get())
            : onlyOne(create(content, before.size(), deadline), content.reference());
    if (!isDraft(document)) {
      return new Issuance.Existed(document);
    }
    List<TaxDifference> differences = differences(content.taxes(), document);
    return differences.isEmpty()
        ? new Issuance.Issued(finalised(id(document), deadline))
        : new Issuance.TaxDiffers(document, differences);
  }

  private Document create(DocumentContent<D> content, int gone, Deadline deadline) {
    try {
      return operations.create().apply(content.drafts().apply(gone));
    } catch (OutcomeUnknownException | DecodingException e) {
      return read(
          Settling.found(
              e, () -> settling.until(deadline, () -> oldest(referring(content.reference())))));
    } catch (ConflictException e) {
      // Another creation with the same unique id is running: it is ours, or its like.
      return read(
          settling
              .until(deadline, () -> oldest(referring(content.reference())))
              .orElseThrow(() -> e));
    }
  }

  /** The oldest document of the reference; a younger draft of this call is given up for it. */
  private Document onlyOne(Document created, String reference) {
    Document oldest = oldest(referring(reference)).orElse(created);
    if (id(oldest) >= id(created)) {
      return created;
    }
    operations
        .changeState()
        .apply(id(created), StateChange.builder().state(DocumentAction.DELETE).build());
    return read(oldest);
  }

  private Document finalised(long id, Deadline deadline) {
    try {
      return operations
          .changeState()
          .apply(id, StateChange.builder().state(DocumentAction.FINALIZE).build());
    } catch (OutcomeUnknownException | DecodingException e) {
      return Settling.found(
          e,
          () ->
              settling.until(
                  deadline,
                  () -> Optional.of(operations.get().apply(id)).filter(now -> !isDraft(now))));
    } catch (ApiException e) {
      // Whoever issues the same reference at the same time may have been faster.
      Document now = Settling.found(e, () -> Optional.of(operations.get().apply(id)));
      if (isDraft(now)) {
        throw e;
      }
      return now;
    }
  }

  /** All documents of the type with the reference, those that are gone included. */
  private List<Document> referring(String reference) {
    return operations.lookFor().apply(reference).stream()
        .filter(document -> reference.equals(document.reference()))
        .filter(document -> type.equals(document.type()))
        .toList();
  }

  private static Optional<Document> oldest(List<Document> documents) {
    return documents.stream()
        .filter(document -> document.status() == null || !GONE.contains(document.status()))
        .min(Comparator.comparingLong(SafeDocuments::id));
  }

  /** A list shows less than the document itself. */
  private Document read(Document listed) {
    return operations.get().apply(id(listed));
  }

  private static List<TaxDifference> differences(List<Optional<String>> asked, Document document) {
    List<DocumentItem> items = Objects.requireNonNullElse(document.items(), List.of());
    List<TaxDifference> differences = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Optional<String> name = asked.get(i);
      Optional<String> applied =
          i < items.size()
              ? Optional.ofNullable(items.get(i).tax()).map(AppliedTax::name)
              : Optional.empty();
      if (name.isPresent() && !name.equals(applied)) {
        differences.add(new TaxDifference(i + 1, name.get(), applied.orElse(null)));
      }
    }
    return differences;
  }

  private static boolean isDraft(Document document) {
    return DocumentStatus.DRAFT.equals(document.status());
  }

  private static long id(Document document) {
    return Objects.requireNonNull(document.id(), "the provider answered a document without id");
  }
}
