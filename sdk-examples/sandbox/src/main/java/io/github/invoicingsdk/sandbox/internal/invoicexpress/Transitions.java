package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentGroup.ESTIMATES;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentGroup.INVOICES;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.ACCEPTED;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.CANCELED;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.DELETED;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.DRAFT;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.FINAL;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.REFUSED;
import static io.github.invoicingsdk.sandbox.internal.invoicexpress.DocumentStatus.SETTLED;

import org.jspecify.annotations.Nullable;

/** The documented changes of state. */
final class Transitions {
  private Transitions() {}

  /** The status after a change, or null if the documents have no such change. */
  static @Nullable DocumentStatus after(DocumentKind kind, DocumentStatus from, String state) {
    if (kind == DocumentKind.RECEIPT) {
      return state.equals("canceled") && from == FINAL ? CANCELED : null;
    }
    return switch (state) {
      case "finalized" ->
          only(from == DRAFT, kind == DocumentKind.INVOICE_RECEIPT ? SETTLED : FINAL);
      case "deleted" -> only(from == DRAFT, DELETED);
      case "canceled" -> only(cancelable(kind, from), CANCELED);
      case "settled" -> only(kind.group() == INVOICES && from == FINAL, SETTLED);
      case "unsettled" -> only(isNote(kind) && from == SETTLED, FINAL);
      // The schemas and the tables of the documents name the same values differently.
      case "accept", "accepted" ->
          only(kind.group() == ESTIMATES && (from == FINAL || from == REFUSED), ACCEPTED);
      case "refuse", "refused" ->
          only(kind.group() == ESTIMATES && (from == FINAL || from == ACCEPTED), REFUSED);
      default -> null;
    };
  }

  private static boolean cancelable(DocumentKind kind, DocumentStatus from) {
    return from == FINAL
        || (kind == DocumentKind.INVOICE_RECEIPT && from == SETTLED)
        || from == ACCEPTED
        || from == REFUSED;
  }

  private static boolean isNote(DocumentKind kind) {
    return kind == DocumentKind.CREDIT_NOTE || kind == DocumentKind.DEBIT_NOTE;
  }

  private static @Nullable DocumentStatus only(boolean allowed, DocumentStatus status) {
    return allowed ? status : null;
  }
}
