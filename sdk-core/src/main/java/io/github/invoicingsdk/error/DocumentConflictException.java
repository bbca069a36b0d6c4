package io.github.invoicingsdk.error;

import io.github.invoicingsdk.issuing.Difference;
import java.io.Serial;
import java.util.List;

/**
 * What has a number under the reference is not, or not only, the document that was asked for: it
 * says something else, or there are several. A number cannot be taken back, so a person has to
 * decide: which document is right, and which one a credit note takes back.
 *
 * <pre>{@code
 * try {
 *   print(client.issue(DocumentType.INVOICE, sequence, draft));
 * } catch (DocumentConflictException e) {
 *   alert(e.documentIds(), e.differences()); // items[0].quantity is "2" instead of "1"
 * }
 * }</pre>
 */
public final class DocumentConflictException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private final List<Long> documentIds;
  private final List<Difference> differences;

  DocumentConflictException(
      FailedCall call, String problem, List<Long> documentIds, List<Difference> differences) {
    super(call, problem, null);
    this.documentIds = List.copyOf(documentIds);
    this.differences = List.copyOf(differences);
  }

  /**
   * The documents that have numbers.
   *
   * @return the provider's ids, the oldest first; one if it says something else, more if a document
   *     was issued more than once
   */
  public List<Long> documentIds() {
    return documentIds;
  }

  /**
   * In what the document is not what was asked for.
   *
   * @return the differences; empty if there are several documents
   */
  public List<Difference> differences() {
    return differences;
  }

  /**
   * Whether a number was taken.
   *
   * @return true: by this call or an earlier one
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return true;
  }

  @Override
  public String guideKey() {
    return "document-conflict";
  }
}
