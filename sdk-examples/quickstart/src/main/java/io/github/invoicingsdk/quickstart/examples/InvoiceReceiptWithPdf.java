package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Issues an invoice receipt and fetches its PDF. */
final class InvoiceReceiptWithPdf {

  private InvoiceReceiptWithPdf() {}

  static void run(InvoiceXpressClient client, Example.World world) throws IOException {
    Document receipt =
        client.issue(
            DocumentType.INVOICE_RECEIPT,
            Goods.defaultSequence(client),
            Goods.twoChairs("till-1-0042", world.today()));
    world
        .out()
        .printf(
            "%s has number %s, ATCUD %s and a total of %s%n",
            receipt.reference(), receipt.sequenceNumber(), receipt.atcud(), receipt.total());

    long id = receipt.id();
    URI address = client.documents().pdf(id).await(Duration.ofMinutes(1));
    Path file = world.folder().resolve("invoice-receipt.pdf");
    long bytes = client.download(address).to(file);
    world.out().printf("its PDF of %d bytes is in %s%n", bytes, file.getFileName());
  }
}
