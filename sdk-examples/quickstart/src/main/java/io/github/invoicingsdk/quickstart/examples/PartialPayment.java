package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.NewPayment;
import io.github.invoicingsdk.invoicexpress.model.PaymentMechanism;
import java.math.BigDecimal;

/** Records two payments of one invoice: a part of it, and the rest. */
final class PartialPayment {

  private PartialPayment() {}

  static void run(InvoiceXpressClient client, Example.World world) {
    Document invoice =
        client.issue(
            DocumentType.INVOICE,
            Goods.defaultSequence(client),
            Goods.twoChairs("order-1003", world.today()));
    long id = invoice.id();
    BigDecimal total = invoice.total();
    BigDecimal advance = new BigDecimal("40.00");

    for (BigDecimal amount : new BigDecimal[] {advance, total.subtract(advance)}) {
      Document receipt =
          client
              .payments()
              .create(
                  id,
                  NewPayment.builder()
                      .amount(amount)
                      .paymentMechanism(PaymentMechanism.BANK_TRANSFER)
                      .paymentDate(world.today())
                      .build());
      world
          .out()
          .printf(
              "receipt %s over %s of %s: invoice %s is %s%n",
              receipt.sequenceNumber(),
              amount,
              total,
              invoice.sequenceNumber(),
              client.invoices().get(id).status());
    }
  }
}
