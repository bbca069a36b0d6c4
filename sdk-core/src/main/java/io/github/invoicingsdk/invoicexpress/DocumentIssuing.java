package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;

/**
 * Issues documents: a draft is created, compared with what was asked for, and finalized.
 *
 * <pre>{@code
 * Document invoice = client.issue(DocumentType.INVOICE, sequence, draft);
 * print(invoice.sequenceNumber(), invoice.atcud());
 * }</pre>
 *
 * <p>Unlike {@code create} and {@code changeState}, these methods can be called again and again
 * with the same reference, after a failure or a crash, and from several machines:
 *
 * <ul>
 *   <li>What exists under the reference is found first: in the client's {@link
 *       io.github.invoicingsdk.issuing.IssueJournal}, or in the provider's lists.
 *   <li>A draft that was left behind is brought up to date with what is asked for now.
 *   <li>Before a number is taken, and before a document counts as the existing one, it is read
 *       again and compared: client, dates, currency, every line with its tax, exemption, retention,
 *       reference, the discount on the whole, and the totals, which the SDK computes itself.
 *   <li>Each write is sent once. What became of a lost one is found out by reading.
 *   <li>Drafts that lost responses have left behind are deleted once one of them has a number.
 * </ul>
 *
 * <p>Without a durable journal a second number cannot be ruled out while two callers do not see
 * each other's drafts in the provider's lists although each sees its own; it is then told by {@link
 * io.github.invoicingsdk.error.DocumentConflictException} if the lists show it at the end. With one
 * it is ruled out. A client has a journal in memory unless it is given another.
 *
 * <p>Implementations are thread-safe.
 */
public interface DocumentIssuing {

  /**
   * Issues an invoice, invoice receipt, simplified invoice, credit note or debit note, and takes at
   * most a minute for it.
   *
   * @param type the type: one of these five
   * @param sequence the sequence that numbers it, as the provider returned it: registered for the
   *     type where the law asks for that
   * @param draft what it is to say; its reference must be one that no other document of the type
   *     has, and it names no sequence
   * @return the document, which has a number
   * @throws io.github.invoicingsdk.error.NotIssuedException if the draft is not, or cannot be seen
   *     to be, what was asked for; it is left, and no number was taken
   * @throws io.github.invoicingsdk.error.DocumentConflictException if a document of that reference
   *     has a number and says something else, or several have one
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if a response was lost and what
   *     became of the request does not show in time; issue again to find out
   * @throws io.github.invoicingsdk.error.DeadlineExceededException if the time is over before a
   *     number was taken; issue again
   * @throws io.github.invoicingsdk.error.InvoicingException if the provider refuses the draft or
   *     cannot be reached; a draft may be left, which the next call takes up
   * @throws IllegalArgumentException if the type does not fit the draft, the draft has no reference
   *     or an impossible Portuguese fiscal id, or the sequence has no numbering of the type or is
   *     not registered for it; nothing was sent
   * @throws IllegalStateException if the type stands in none of the provider's lists, the client
   *     has no durable journal, and {@link IssueOptions.Builder#firstAttempt()} was not said;
   *     nothing was sent
   */
  default Document issue(DocumentType type, Sequence sequence, InvoiceDraft draft) {
    return issue(type, sequence, draft, IssueOptions.defaults());
  }

  /**
   * Issues an invoice, invoice receipt, simplified invoice, credit note or debit note as {@link
   * #issue(DocumentType, Sequence, InvoiceDraft)} does, with options.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return the document, which has a number
   */
  Document issue(DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options);

  /**
   * Issues an invoice, invoice receipt, simplified invoice, credit note or debit note as {@link
   * #issue(DocumentType, Sequence, InvoiceDraft)} does, and tells every outcome of it instead of
   * throwing {@link io.github.invoicingsdk.error.NotIssuedException} and {@link
   * io.github.invoicingsdk.error.DocumentConflictException}.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return what became of it
   */
  IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options);

  /**
   * Issues a quote, proforma or fees note as {@link #issue(DocumentType, Sequence, InvoiceDraft)}
   * does an invoice.
   *
   * @param type the type: one of these three
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @return the document, which has a number
   */
  default Document issue(DocumentType type, Sequence sequence, EstimateDraft draft) {
    return issue(type, sequence, draft, IssueOptions.defaults());
  }

  /**
   * Issues a quote, proforma or fees note as {@link #issue(DocumentType, Sequence, EstimateDraft)}
   * does, with options.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return the document, which has a number
   */
  Document issue(DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options);

  /**
   * Issues a quote, proforma or fees note as {@link #issue(DocumentType, Sequence, EstimateDraft)}
   * does, and tells every outcome of it instead of throwing {@link
   * io.github.invoicingsdk.error.NotIssuedException} and {@link
   * io.github.invoicingsdk.error.DocumentConflictException}.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return what became of it
   */
  IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options);

  /**
   * Issues a shipping, transport or devolution as {@link #issue(DocumentType, Sequence,
   * InvoiceDraft)} does an invoice.
   *
   * @param type the type: one of these three
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @return the document, which has a number
   */
  default Document issue(DocumentType type, Sequence sequence, GuideDraft draft) {
    return issue(type, sequence, draft, IssueOptions.defaults());
  }

  /**
   * Issues a shipping, transport or devolution as {@link #issue(DocumentType, Sequence,
   * GuideDraft)} does, with options.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return the document, which has a number
   */
  Document issue(DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options);

  /**
   * Issues a shipping, transport or devolution as {@link #issue(DocumentType, Sequence,
   * GuideDraft)} does, and tells every outcome of it instead of throwing {@link
   * io.github.invoicingsdk.error.NotIssuedException} and {@link
   * io.github.invoicingsdk.error.DocumentConflictException}.
   *
   * @param type the type
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @param options how long it may take, and what is known of earlier attempts
   * @return what became of it
   */
  IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options);
}
