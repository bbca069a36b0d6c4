package io.github.invoicingsdk.error;

import io.github.invoicingsdk.issuing.Difference;
import java.io.Serial;
import java.util.List;

/**
 * A document was not issued, because its draft is not, or cannot be seen to be, what was asked for.
 * No number was taken. The draft is left: correct what was asked for, and issue again with the same
 * reference, which brings the draft up to date.
 *
 * <pre>{@code
 * try {
 *   print(client.issue(DocumentType.INVOICE, sequence, draft));
 * } catch (NotIssuedException e) {
 *   show(e.differences()); // items[0].tax is "IVA23" instead of "IVA24"
 * }
 * }</pre>
 */
public final class NotIssuedException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private final long draftId;
  private final List<Difference> differences;
  private final List<String> notVisible;

  NotIssuedException(
      FailedCall call,
      String problem,
      long draftId,
      List<Difference> differences,
      List<String> notVisible) {
    super(call, problem, null);
    this.draftId = draftId;
    this.differences = List.copyOf(differences);
    this.notVisible = List.copyOf(notVisible);
  }

  /**
   * The draft that is left.
   *
   * @return the provider's id of the draft
   */
  public long draftId() {
    return draftId;
  }

  /**
   * In what the draft is not what was asked for.
   *
   * @return the differences; empty if the draft could not be compared
   */
  public List<Difference> differences() {
    return differences;
  }

  /**
   * What the provider does not show of the draft.
   *
   * @return names of properties, such as {@code items[0].tax}; empty if all was seen
   */
  public List<String> notVisible() {
    return notVisible;
  }

  /**
   * Whether a number may have been taken all the same.
   *
   * @return false: the draft was never finalized
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return false;
  }

  @Override
  public String guideKey() {
    return "not-issued";
  }
}
