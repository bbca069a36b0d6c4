package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.concurrent.CompletableFuture;

/**
 * Issues documents as {@link DocumentIssuing} does, for callers that do not wait.
 *
 * <p>Arguments that are not allowed are refused at once, by an exception and not by the future.
 * Cancelling a future ends the request that is under way, and none follows. That says nothing about
 * what the provider has done with that request: issue again to find out.
 *
 * <p>Implementations are thread-safe.
 */
public interface AsyncDocumentIssuing {

  /**
   * Issues an invoice, invoice receipt, simplified invoice, credit note or debit note, and takes at
   * most a minute for it.
   *
   * @param type the type: one of these five
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @return the document to come, which has a number; fails with what {@link
   *     DocumentIssuing#issue(DocumentType, Sequence, InvoiceDraft)} throws
   * @throws IllegalArgumentException if an argument is not allowed, as there
   * @throws IllegalStateException as there
   */
  default CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft) {
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
   * @return the document to come, which has a number
   */
  CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options);

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
  CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options);

  /**
   * Issues a quote, proforma or fees note as {@link #issue(DocumentType, Sequence, InvoiceDraft)}
   * does an invoice.
   *
   * @param type the type: one of these three
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @return the document to come, which has a number
   */
  default CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, EstimateDraft draft) {
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
   * @return the document to come, which has a number
   */
  CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options);

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
  CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options);

  /**
   * Issues a shipping, transport or devolution as {@link #issue(DocumentType, Sequence,
   * InvoiceDraft)} does an invoice.
   *
   * @param type the type: one of these three
   * @param sequence the sequence that numbers it
   * @param draft what it is to say, with a reference of its own
   * @return the document to come, which has a number
   */
  default CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, GuideDraft draft) {
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
   * @return the document to come, which has a number
   */
  CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options);

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
  CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options);
}
