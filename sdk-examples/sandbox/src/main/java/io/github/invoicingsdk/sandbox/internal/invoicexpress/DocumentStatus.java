package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Locale;

/** Where a document stands. A deleted one is no longer in the book. */
enum DocumentStatus {
  DRAFT,
  FINAL,
  SETTLED,
  CANCELED,
  ACCEPTED,
  REFUSED,
  DELETED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
