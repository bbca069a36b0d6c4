package io.github.invoicingsdk.issuing;

import java.util.List;
import java.util.Objects;

/**
 * Every way in which issuing a document can end. It is for those who want to act on each; {@code
 * issue} itself returns the document with its number or throws.
 *
 * <p>There is deliberately no {@code document()} that all results have: only {@link Issued} and
 * {@link Existed} hold the document that was asked for.
 *
 * @param <D> the provider's document
 */
public sealed interface IssueResult<D> {

  /**
   * This call has taken the number. If two callers issue the same document at the same moment and a
   * response gets lost, both may hear this of the one document.
   *
   * @param <D> the provider's document
   * @param document the document, read after it was numbered
   */
  record Issued<D>(D document) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param document the document
     */
    public Issued {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * The document was there already, with a number; nothing was changed. All that can be seen of it
   * is what was asked for.
   *
   * @param <D> the provider's document
   * @param document the document, read just now
   * @param notVisible properties that the provider did not show, such as {@code items[0].tax};
   *     usually empty
   */
  record Existed<D>(D document, List<String> notVisible) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param document the document
     * @param notVisible properties that the provider did not show
     */
    public Existed {
      Objects.requireNonNull(document, "document");
      notVisible = List.copyOf(notVisible);
    }
  }

  /**
   * There is a document of that reference with a number, and it says something else: the order was
   * edited after it was billed, or two orders have the same reference. Only a credit note takes it
   * back.
   *
   * @param <D> the provider's document
   * @param document the document, read just now
   * @param differences in what it is not what was asked for; at least one
   */
  record NumberedDiffers<D>(D document, List<Difference> differences) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param document the document
     * @param differences in what it is not what was asked for
     */
    public NumberedDiffers {
      Objects.requireNonNull(document, "document");
      differences = List.copyOf(differences);
    }
  }

  /**
   * Several documents of that reference have numbers. One of them is too many: take all but one
   * back with credit notes.
   *
   * @param <D> the provider's document
   * @param documents the documents, the oldest first; at least two
   */
  record Doubled<D>(List<D> documents) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param documents the documents, the oldest first
     */
    public Doubled {
      documents = List.copyOf(documents);
    }
  }

  /**
   * The provider has not stored what was asked for, such as a tax whose name it does not know. The
   * draft is left and no number was taken: correct what was asked for, and issue again.
   *
   * @param <D> the provider's document
   * @param draft the draft, read just now
   * @param differences in what it is not what was asked for; at least one
   */
  record DraftDiffers<D>(D draft, List<Difference> differences) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param draft the draft
     * @param differences in what it is not what was asked for
     */
    public DraftDiffers {
      Objects.requireNonNull(draft, "draft");
      differences = List.copyOf(differences);
    }
  }

  /**
   * The provider does not show what has to be compared before a number is taken. The draft is left
   * and no number was taken: look at it, or issue again later.
   *
   * @param <D> the provider's document
   * @param draft the draft, read just now
   * @param properties what it does not show, such as {@code items[0].tax}; at least one
   */
  record NotVisible<D>(D draft, List<String> properties) implements IssueResult<D> {

    /**
     * Creates the result.
     *
     * @param draft the draft
     * @param properties what it does not show
     */
    public NotVisible {
      Objects.requireNonNull(draft, "draft");
      properties = List.copyOf(properties);
    }
  }

  /**
   * The provider's list does not show the draft that was just created, so it proves nothing about
   * others of the same reference. The draft is left and no number was taken: issue again later, or
   * use a durable {@link IssueJournal}, which needs no list.
   *
   * @param <D> the provider's document
   * @param draftId the provider's id of the draft
   */
  record NotListed<D>(long draftId) implements IssueResult<D> {}
}
