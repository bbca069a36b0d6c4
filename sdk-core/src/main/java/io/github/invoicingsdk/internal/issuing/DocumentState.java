package io.github.invoicingsdk.internal.issuing;

/** Where a document stands, as far as issuing it is concerned. */
public enum DocumentState {

  /** It has no number, and can be changed and deleted. */
  DRAFT,

  /** It has a number. */
  NUMBERED,

  /** It was deleted or cancelled, and stands in nobody's way. */
  GONE
}
