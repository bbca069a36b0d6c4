package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.IssueKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine needs of a provider to issue one document: the requests, and how to read what
 * they bring. Each request is sent once, takes no longer than the deadline allows, and fails with
 * the SDK's exceptions. Thread-safe.
 *
 * @param <D> the provider's document
 */
public interface IssuingPort<D> {

  /** Which document is meant. */
  IssueKey key();

  /** A digest of what the document is to say. */
  String digest();

  /**
   * The id that is sent with a creation.
   *
   * @param gone how many documents of the reference are gone
   * @param again whether an earlier creation may have got lost that must not be in the way
   */
  String uniqueId(int gone, boolean again);

  /** Whether documents of the type stand in a list of the provider. */
  boolean isListed();

  /** All documents of the type with that reference that the list shows, those gone included. */
  Plan<List<D>> list(Deadline deadline);

  /** Reads a document; empty if there is none with that id. */
  Plan<Optional<D>> get(long id, Deadline deadline);

  /** Creates a draft. */
  Plan<Long> create(String uniqueId, Deadline deadline);

  /** Changes a draft to what was asked for. */
  Plan<?> update(long id, Deadline deadline);

  /** Gives a draft its number. */
  Plan<?> takeNumber(long id, Deadline deadline);

  /** Deletes a draft; the provider refuses to delete anything else. */
  Plan<?> delete(long id, Deadline deadline);

  /** Compares a document with what was asked for. */
  Plan<Comparison> compare(D document, Deadline deadline);

  /** Whether a document has the type and the reference; nothing is done to any other. */
  boolean isMeant(D document);

  /** The id of a document. */
  long id(D document);

  /** Where a document stands. */
  DocumentState state(D document);

  /** The number of a document as the provider prints it; null if it shows none. */
  @Nullable String number(D document);

  /** The call that exceptions are about. */
  FailedCall call();
}
