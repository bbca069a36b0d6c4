package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes all unpaid invoices to a file of comma-separated values (RFC 4180). */
final class UnpaidInvoices {

  private static final String LINE_END = "\r\n";

  private UnpaidInvoices() {}

  static void run(InvoiceXpressClient client, Example.World world) throws IOException {
    for (int order = 1; order <= 3; order++) {
      client.issue(
          DocumentType.INVOICE,
          Goods.defaultSequence(client),
          Goods.twoChairs("order-200" + order, world.today()));
    }

    Path file = world.folder().resolve("unpaid-invoices.csv");
    int count = 0;
    try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      csv.write(line("number", "client", "date", "due", "total"));
      // The pages are fetched while the list is read, so that it may be as long as it likes.
      for (Document invoice : client.documents().listInvoices(unpaid())) {
        DocumentClient customer = invoice.client();
        csv.write(
            line(
                invoice.sequenceNumber(),
                customer == null ? null : customer.name(),
                invoice.date(),
                invoice.dueDate(),
                invoice.total()));
        count++;
      }
    }
    world.out().printf("%d unpaid invoices are in %s%n", count, file.getFileName());
  }

  private static InvoiceQuery unpaid() {
    return InvoiceQuery.builder()
        .types(List.of(DocumentType.INVOICE, DocumentType.SIMPLIFIED_INVOICE))
        .statuses(List.of(DocumentStatus.FINAL))
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
