package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document: what was sent for it, and what has become of it. Guarded by the account's lock. */
final class Document {
  private final long id;
  private final DocumentKind kind;
  private final @Nullable String proprietaryUid;
  private final @Nullable Document paid;
  private final PendingResponses pdf;
  private final PendingResponses qrCode;
  private final List<String> emails = new ArrayList<>();
  private Content content;
  private DocumentStatus status = DocumentStatus.DRAFT;
  private @Nullable Issue issue;
  private boolean archived;

  Document(
      long id,
      DocumentKind kind,
      Content content,
      @Nullable String proprietaryUid,
      @Nullable Document paid,
      int pendingResponses) {
    this.id = id;
    this.kind = kind;
    this.content = content;
    this.proprietaryUid = proprietaryUid;
    this.paid = paid;
    this.pdf = new PendingResponses(pendingResponses);
    this.qrCode = new PendingResponses(pendingResponses);
  }

  /** A copy that no later change reaches. */
  Document asItIs() {
    Document copy = new Document(id, kind, content, proprietaryUid, paid, 0);
    copy.status = status;
    copy.issue = issue;
    copy.archived = archived;
    return copy;
  }

  long id() {
    return id;
  }

  DocumentKind kind() {
    return kind;
  }

  @Nullable String proprietaryUid() {
    return proprietaryUid;
  }

  /** What a receipt is for; null for other types. */
  @Nullable Document paid() {
    return paid;
  }

  PendingResponses pdf() {
    return pdf;
  }

  PendingResponses qrCode() {
    return qrCode;
  }

  List<String> emails() {
    return emails;
  }

  Content content() {
    return content;
  }

  void content(Content newContent) {
    content = newContent;
  }

  DocumentStatus status() {
    return status;
  }

  void status(DocumentStatus newStatus) {
    status = newStatus;
  }

  /** Its number; null while it is a draft. */
  @Nullable Issue issue() {
    return issue;
  }

  void issue(Issue given) {
    issue = given;
  }

  boolean archived() {
    return archived;
  }

  void archive() {
    archived = true;
  }

  /**
   * What a document says.
   *
   * @param sent the request's members, which later updates lie over
   * @param client the client as it was then
   * @param loadedAt when a guide's goods leave; null for other types
   * @param ownerId the document that a note is about
   */
  record Content(
      JsonObject sent,
      JsonObject client,
      LocalDate date,
      LocalDate dueDate,
      @Nullable LocalDateTime loadedAt,
      List<Line> lines,
      Totals totals,
      BigDecimal retention,
      String currency,
      @Nullable Long ownerId) {
    long clientId() {
      return client.get("id").getAsLong();
    }

    @Nullable String reference() {
      return Fields.text(sent, "reference");
    }

    /** The same, with members and lines that differ in their exemption codes only. */
    Content withExemptions(JsonObject newSent, List<Line> newLines) {
      return new Content(
          newSent, client, date, dueDate, loadedAt, newLines, totals, retention, currency, ownerId);
    }
  }

  /** The number that finalising gave. */
  record Issue(long sequenceId, String serie, long number, String atcud) {}
}
