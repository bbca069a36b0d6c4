package io.github.invoicingsdk.internal.issuing;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The documents of one reference that the provider's list shows, each kind with the oldest first.
 *
 * @param numbered those with a number
 * @param drafts those without one
 * @param gone how many were deleted or cancelled
 */
record ListedDocuments<D>(List<D> numbered, List<D> drafts, int gone) {

  static <D> ListedDocuments<D> none() {
    return new ListedDocuments<>(List.of(), List.of(), 0);
  }

  /** Whether a document is among those that are not gone. */
  boolean shows(long id, ToLongFunction<D> ids) {
    return Stream.concat(numbered.stream(), drafts.stream())
        .anyMatch(document -> ids.applyAsLong(document) == id);
  }

  boolean isEmpty() {
    return numbered.isEmpty() && drafts.isEmpty();
  }
}
