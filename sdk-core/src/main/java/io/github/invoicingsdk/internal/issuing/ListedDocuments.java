package io.github.invoicingsdk.internal.issuing;

import java.util.List;

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

  boolean isEmpty() {
    return numbered.isEmpty() && drafts.isEmpty();
  }
}
