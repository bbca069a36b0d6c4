package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.invoicexpress.model.NewPayment;
import io.github.invoicingsdk.invoicexpress.model.PaymentMechanism;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what is unpaid of all invoices to a file of comma-separated values (RFC 4180). */
final class UnpaidInvoices {

  private static final String LINE_END = "\r\n";

  private UnpaidInvoices() {}

  static void run(InvoiceXpressClient client, Example.World world) throws IOException {
    for (int order = 1; order <= 3; order++) {
      Document invoice =
          client.issue(
              DocumentType.INVOICE,
              Goods.defaultSequence(client),
              Goods.twoChairs("order-200" + order, world.today()));
      if (order == 1) {
        pay(client, invoice.id(), new BigDecimal("40.00"), world.today());
      }
    }

    Path file = world.folder().resolve("unpaid-invoices.csv");
    int count = 0;
    try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      csv.write(line("number", "client", "date", "due", "total", "open"));
      // The pages are fetched while the list is read, so that it may be as long as it likes.
      for (Document invoice : client.documents().listInvoices(unpaid())) {
        DocumentClient customer = invoice.client();
        csv.write(
            line(
                invoice.sequenceNumber(),
                customer == null ? null : customer.name(),
                invoice.date(),
                invoice.dueDate(),
                invoice.total(),
                open(client, invoice)));
        count++;
      }
    }
    world.out().printf("%d unpaid invoices are in %s%n", count, file.getFileName());
  }

  private static void pay(
      InvoiceXpressClient client, long invoiceId, BigDecimal amount, LocalDate day) {
    NewPayment payment =
        NewPayment.builder()
            .amount(amount)
            .paymentMechanism(PaymentMechanism.BANK_TRANSFER)
            .paymentDate(day)
            .build();
    client.payments().create(invoiceId, payment);
  }

  /** What is left of an invoice after its payments and credit notes. */
  private static BigDecimal open(InvoiceXpressClient client, Document invoice) {
    BigDecimal open = invoice.total();
    for (Document related : client.documents().listRelated(invoice.id())) {
      boolean lowers =
          DocumentType.RECEIPT.equals(related.type())
              || DocumentType.CREDIT_NOTE.equals(related.type());
      boolean counts =
          !DocumentStatus.DRAFT.equals(related.status())
              && !DocumentStatus.CANCELED.equals(related.status());
      if (lowers && counts) {
        open = open.subtract(related.total());
      }
    }
    return open.max(BigDecimal.ZERO);
  }

  /** Lists call sent what has a number and is not settled; they know no other word for it. */
  private static InvoiceQuery unpaid() {
    return InvoiceQuery.builder()
        .types(List.of(InvoiceListType.INVOICE, InvoiceListType.DEBIT_NOTE))
        .statuses(List.of(InvoiceListStatus.SENT))
        .nonArchived(true)
        .build();
  }

  private static String line(@Nullable Object... values) {
    return Stream.of(values)
        .map(UnpaidInvoices::field)
        .collect(Collectors.joining(",", "", LINE_END));
  }

  /** What holds a comma, a quote or a line break stands in quotes, with its quotes doubled. */
  static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
