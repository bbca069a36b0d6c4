package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.issuing.DocumentIssuer;
import io.github.invoicingsdk.internal.issuing.NumberedOrThrown;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is to be issued before anything is sent, and plans how. One serves all views of a
 * client. Thread-safe.
 */
final class IssuePlans {

  /** The name of the operation in exceptions. */
  static final String OPERATION = "issue";

  private final String account;
  private final TaxTables taxes = new TaxTables();
  private @Nullable IssueJournal journal;

  /**
   * Creates it.
   *
   * @param account the account, without secrets
   * @param journal remembers what is being issued; null for the memory of this client
   */
  IssuePlans(String account, @Nullable IssueJournal journal) {
    this.account = account;
    this.journal = journal;
  }

  /** The plan of issuing an invoice, invoice receipt, simplified invoice or note. */
  Issue invoice(DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    String reference = reference(draft.reference());
    ReferenceSearch search = ReferenceSearch.ofInvoices(type, reference);
    DocumentNumbering numbering = numbering(type, sequence, draft.sequenceId());
    PortugueseTaxId.check(draft.client());
    IssueContent<InvoiceDraft> content = IssueContent.of(draft, reference, numbering);
    return issue(type, content, search, DocumentCalls::ofInvoices, options);
  }

  /** The plan of issuing a quote, proforma or fees note. */
  Issue estimate(DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    String reference = reference(draft.reference());
    ReferenceSearch search = ReferenceSearch.ofEstimates(type, reference);
    DocumentNumbering numbering = numbering(type, sequence, draft.sequenceId());
    PortugueseTaxId.check(draft.client());
    IssueContent<EstimateDraft> content = IssueContent.of(draft, reference, numbering);
    return issue(type, content, search, DocumentCalls::ofEstimates, options);
  }

  /** The plan of issuing a shipping, transport or devolution. */
  Issue guide(DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    String reference = reference(draft.reference());
    ReferenceSearch search = ReferenceSearch.ofGuides(type, reference);
    DocumentNumbering numbering = numbering(type, sequence, draft.sequenceId());
    PortugueseTaxId.check(draft.client());
    IssueContent<GuideDraft> content = IssueContent.of(draft, reference, numbering);
    return issue(type, content, search, DocumentCalls::ofGuides, options);
  }

  private <B> Issue issue(
      DocumentType type,
      IssueContent<B> content,
      ReferenceSearch search,
      BiFunction<InvoiceXpressAsyncResources, DocumentType, DocumentCalls<B>> calls,
      IssueOptions options) {
    IssueKey key = new IssueKey(account, type.value(), content.expected().reference());
    return (composed, resources) -> {
      DocumentPort<B> port =
          new DocumentPort<>(
              key, content, search, client -> calls.apply(client, type), resources, taxes);
      Deadline deadline = Deadline.after(options.atMost(), composed.time());
      // Refuses a type that does not fit the draft, before anything is sent.
      var unused = calls.apply(resources.apply(deadline), type);
      return new Planned(
          new DocumentIssuer<>(port, journal(), options, deadline).issue(),
          new NumberedOrThrown<>(port.call(), key, port::id));
    };
  }

  /** Made when it is needed, which it is not in a program that only reads. */
  private synchronized IssueJournal journal() {
    IssueJournal known = journal;
    if (known == null) {
      known = IssueJournal.inMemory();
      journal = known;
    }
    return known;
  }

  private static String reference(@Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      throw new IllegalArgumentException(
          "draft has no reference: give it one of your own that no other document of the type has,"
              + " such as the number of an order, by which it is found when a response gets lost");
    }
    return reference;
  }

  private static DocumentNumbering numbering(
      DocumentType type, Sequence sequence, @Nullable Long given) {
    Objects.requireNonNull(sequence, "sequence");
    DocumentNumbering numbering = Numberings.of(sequence).numberingOf(type);
    long id = numbering.sequenceId().orElseThrow();
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
    if (numbering.validationCode().status() == ValidationCode.Status.NOT_REGISTERED) {
      throw new IllegalArgumentException(
          "sequence "
              + Shown.orNull(sequence, Sequence::serie)
              + " is not registered with the Tax Authority for documents of type "
              + type
              + " (validation code N/D): call ensureRegistered("
              + sequence.id()
              + ") and pass the sequence that it returns");
    }
    return numbering;
  }

  /** One document that is to be issued, by whichever means. */
  interface Issue {
    Planned plan(ComposedCalls composed, Function<Deadline, InvoiceXpressAsyncResources> resources);
  }

  /**
   * How one document is issued.
   *
   * @param plan its outcome is the result
   * @param numbered makes of the result a document or an exception
   */
  record Planned(Plan<IssueResult<Document>> plan, NumberedOrThrown<Document> numbered) {

    Plan<Document> numberedOrThrown() {
      return plan.map(numbered::of);
    }
  }
}
