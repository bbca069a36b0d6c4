package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import java.util.Objects;

/** Takes an invoice back with a credit note. */
final class CreditNoteForInvoice {

  private CreditNoteForInvoice() {}

  static void run(InvoiceXpressClient client, Example.World world) {
    Sequence sequence = Goods.defaultSequence(client);
    InvoiceDraft sold = Goods.twoChairs("order-1002", world.today());
    Document invoice = client.issue(DocumentType.INVOICE, sequence, sold).document();

    // The note says the same as the invoice, and to which invoice it belongs.
    InvoiceDraft returned =
        sold.toBuilder()
            .reference("return-of-order-1002")
            .ownerInvoiceId(Objects.requireNonNull(invoice.id()))
            .build();
    Document note = client.issue(DocumentType.CREDIT_NOTE, sequence, returned).document();

    world
        .out()
        .printf(
            "credit note %s over %s takes back invoice %s%n",
            note.sequenceNumber(), note.total(), invoice.sequenceNumber());
    for (Document related : client.documents().listRelated(Objects.requireNonNull(invoice.id()))) {
      world.out().printf("related to it: %s %s%n", related.type(), related.sequenceNumber());
    }
  }
}
