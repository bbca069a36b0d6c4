package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The documents of an account, and the rules by which they change. Guarded by its lock. */
final class DocumentBook {
  private static final long FIRST_ID = 5_417_001;
  private static final int PENDING_RESPONSES = 2;

  private final NavigableMap<Long, Document> byId = new TreeMap<>();
  private final SeriesBook series;
  private final DocumentNumbers numbers;
  private final DocumentReader reader;
  private final ExemptionCodes exemptions;
  private final DocumentHistory history;
  private final Set<String> runningUids = new HashSet<>();
  private final Set<String> usedUids = new HashSet<>();
  private long nextId = FIRST_ID;

  // The circumstances of the account. They are set by its methods and read by the rules below.
  boolean keepUids;
  int pendingResponses = PENDING_RESPONSES;

  DocumentBook(SeriesBook series, Ledger ledger, DocumentSettings settings, Clock clock) {
    this.series = series;
    this.numbers = new DocumentNumbers(series);
    this.reader = new DocumentReader(ledger, clock);
    this.exemptions = settings.exemptions();
    this.history = new DocumentHistory(settings.listLag());
  }

  void clear() {
    byId.clear();
    history.clear();
    numbers.clear();
    runningUids.clear();
    usedUids.clear();
  }

  DocumentNumbers numbers() {
    return numbers;
  }

  Set<String> runningUids() {
    return runningUids;
  }

  int size() {
    return byId.size();
  }

  @Nullable Document find(long id) {
    return byId.get(id);
  }

  /** The document of that id, if it has that type. */
  @Nullable Document find(DocumentKind kind, long id) {
    Document document = byId.get(id);
    return document == null || document.kind() != kind ? null : document;
  }

  /** The newest first. */
  List<Document> all(Predicate<Document> wanted) {
    return byId.descendingMap().values().stream().filter(wanted).toList();
  }

  /** What lists show, the newest first. */
  List<Document> listed(Predicate<Document> wanted) {
    return history.listed().stream().filter(wanted).toList();
  }

  boolean anyFinalisedIn(YearMonth month) {
    return byId.values().stream()
        .anyMatch(
            document ->
                document.issue() != null
                    && YearMonth.from(document.content().date()).equals(month));
  }

  /** Whether a creation with that value keeps others from it. */
  boolean uidTaken(@Nullable String uid) {
    return runningUids.contains(uid) || (keepUids && usedUids.contains(uid));
  }

  Document create(DocumentKind kind, JsonObject sent, @Nullable String uid) {
    if (kind == DocumentKind.SIMPLIFIED_INVOICE && !series.portuguese) {
      throw DocumentErrors.refuse("Simplified invoices are only available in Portugal");
    }
    Document document = add(kind, read(kind, sent, sent), uid, null);
    changed(document);
    if (uid != null) {
      usedUids.add(uid);
    }
    return document;
  }

  void update(Document document, JsonObject sent) {
    if (document.status() != DocumentStatus.DRAFT) {
      throw DocumentErrors.refuse("Only drafts can be changed");
    }
    JsonObject merged = document.content().sent().deepCopy();
    for (Map.Entry<String, JsonElement> member : sent.entrySet()) {
      merged.add(member.getKey(), member.getValue());
    }
    document.content(read(document.kind(), sent, merged));
    changed(document);
  }

  void changeState(Document document, String state) {
    DocumentStatus next = Transitions.after(document.kind(), document.status(), state);
    boolean unsettlesPaid = state.equals("unsettled") && Payments.hasAny(this, document);
    if (next == null || unsettlesPaid) {
      throw DocumentErrors.cannotHandle(state, document.kind());
    }
    if (state.equals("finalized")) {
      finalise(document);
    }
    document.status(next);
    if (next == DocumentStatus.DELETED) {
      byId.remove(document.id());
      history.deleted(document);
    } else {
      changed(document);
    }
  }

  /** Tells the lists of a change; whoever changes a document calls it when the change is whole. */
  void changed(Document document) {
    history.changed(document);
  }

  Document add(
      DocumentKind kind, Document.Content content, @Nullable String uid, @Nullable Document paid) {
    Document document = new Document(nextId++, kind, content, uid, paid, pendingResponses);
    byId.put(document.id(), document);
    return document;
  }

  /** Documents that belong to one: its owner or debtor, and what is owned by or paid on it. */
  List<Document> relatedTo(Document document) {
    List<Document> related = new ArrayList<>();
    for (Document other : all(any -> true)) {
      if (refersTo(other, document) || refersTo(document, other)) {
        related.add(other);
      }
    }
    return related;
  }

  private static boolean refersTo(Document document, Document other) {
    Long ownerId = document.content().ownerId();
    return document.paid() == other || (ownerId != null && ownerId == other.id());
  }

  private Document.Content read(DocumentKind kind, JsonObject sent, JsonObject merged) {
    DocumentReader.requireMembers(kind, sent);
    if (Fields.text(merged, "sequence_id") != null
        && numbers.find(kind.numbering(), merged) == null) {
      throw DocumentErrors.refuse(DocumentErrors.OTHER_TYPE);
    }
    requireOwner(merged);
    return exemptions.stored(reader.read(kind, merged, series.portuguese));
  }

  private void requireOwner(JsonObject sent) {
    String ownerId = Fields.text(sent, "owner_invoice_id");
    if (ownerId == null) {
      return;
    }
    boolean found =
        byId.values().stream()
            .anyMatch(
                document ->
                    Long.toString(document.id()).equals(ownerId)
                        && document.kind().group() == DocumentGroup.INVOICES
                        && document.issue() != null);
    if (!found) {
      throw DocumentErrors.refuse("owner_invoice_id is invalid");
    }
  }

  private void finalise(Document document) {
    Document.Content content = document.content();
    Numbering numbering = document.kind().numbering();
    Series chosen = numbers.find(numbering, content.sent());
    if (chosen == null) {
      throw DocumentErrors.refuse(DocumentErrors.OTHER_TYPE);
    }
    DocumentNumbers.Refusal refusal = numbers.refusal(numbering, chosen, content.date());
    if (refusal != null) {
      throw DocumentErrors.refuse(refusal.message());
    }
    String manual = Fields.text(content.sent(), "manual_sequence_number");
    if (manual != null && !manual.equals(Long.toString(chosen.lastNumber(numbering) + 1))) {
      throw DocumentErrors.refuse("manual_sequence_number is not the next number of the series");
    }
    document.issue(numbers.take(numbering, chosen, content.date()));
  }
}
