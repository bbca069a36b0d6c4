package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import java.util.Optional;

/**
 * Turns an order of a shop into an invoice, and never into two. The shop's queue delivers an order
 * again when it does not know whether it was handled; that is no reason for a second invoice.
 */
final class ShopOrder {

  private ShopOrder() {}

  static void run(InvoiceXpressClient client, Example.World world) {
    InvoiceDraft order = Goods.twoChairs("order-1004", world.today());
    for (int delivery = 1; delivery <= 2; delivery++) {
      String result =
          invoice(client, order)
              .map(document -> "invoice " + document.sequenceNumber() + " over " + document.total())
              .orElse("not known yet; the order goes back into the queue");
      world.out().printf("delivery %d of %s: %s%n", delivery, order.reference(), result);
    }
  }

  /**
   * The invoice of an order.
   *
   * @return the invoice; empty if it is not known yet whether there is one: the order must then be
   *     delivered again
   */
  static Optional<Document> invoice(InvoiceXpressClient client, InvoiceDraft order) {
    try {
      // The reference is the number of the order: by it, what exists already is found.
      return Optional.of(client.issue(DocumentType.INVOICE, Goods.defaultSequence(client), order));
    } catch (OutcomeUnknownException | TransportException e) {
      return Optional.empty();
    }
  }
}
