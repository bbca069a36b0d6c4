package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import java.util.List;

/**
 * Takes an invoice back in two parts, as when two chairs of an order are returned one by one. Each
 * part has a reference of its own: two credit notes with one reference would be one document.
 */
final class CreditNoteForInvoice {

  private CreditNoteForInvoice() {}

  static void run(InvoiceXpressClient client, Example.World world) {
    Sequence sequence = Goods.defaultSequence(client);
    InvoiceDraft sold = Goods.twoChairs("order-1002", world.today());
    Document invoice = client.issue(DocumentType.INVOICE, sequence, sold);
    long invoiceId = invoice.id();

    for (int part = 1; part <= 2; part++) {
      InvoiceDraft returned =
          sold.toBuilder()
              .reference("return-of-order-1002-part-" + part)
              .ownerInvoiceId(invoiceId)
              .items(List.of(Goods.chairs(1)))
              .build();
      Document note = client.issue(DocumentType.CREDIT_NOTE, sequence, returned);
      world
          .out()
          .printf(
              "credit note %s over %s takes back a part of invoice %s over %s%n",
              note.sequenceNumber(), note.total(), invoice.sequenceNumber(), invoice.total());
    }
    for (Document related : client.documents().listRelated(invoiceId)) {
      world.out().printf("related to it: %s %s%n", related.type(), related.sequenceNumber());
    }
  }
}
