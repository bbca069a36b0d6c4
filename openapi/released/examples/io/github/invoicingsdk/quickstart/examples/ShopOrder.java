package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Issuance;
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
              .map(document -> "invoice " + document.sequenceNumber())
              .orElse("not known yet; the order goes back into the queue");
      world.out().printf("delivery %d of %s: %s%n", delivery, order.reference(), result);
    }
  }

  /**
   * The invoice of an order.
   *
   * @return the invoice; empty when an answer got lost and nothing has shown up yet: the order must
   *     then be delivered again
   */
  static Optional<Document> invoice(InvoiceXpressClient client, InvoiceDraft order) {
    Issuance issuance;
    try {
      // The reference is the number of the order: by it, what exists already is found.
      issuance = client.issue(DocumentType.INVOICE, Goods.defaultSequence(client), order);
    } catch (OutcomeUnknownException e) {
      return Optional.empty();
    }
    if (issuance instanceof Issuance.TaxDiffers differs) {
      throw new IllegalStateException(
          "the account does not have these taxes: " + differs.differences());
    }
    return Optional.of(issuance.document());
  }
}
