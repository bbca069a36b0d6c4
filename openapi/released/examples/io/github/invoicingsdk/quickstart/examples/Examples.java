package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The examples by their names. They run against a sandbox of their own, because they issue
 * documents: with a real account that would be real invoices.
 */
public final class Examples {

  private static final Map<String, Example> BY_NAME = byName();

  private Examples() {}

  /**
   * Runs one example against a sandbox of its own.
   *
   * @param name its name
   * @param today the day on which documents are issued
   * @param folder where files go; it is made if it is not there
   * @param out where the example tells what it does
   * @throws IllegalArgumentException when there is no such example; the message names all
   */
  public static void run(String name, LocalDate today, Path folder, PrintStream out) {
    Example example = BY_NAME.get(name);
    if (example == null) {
      throw new IllegalArgumentException(
          "there is no example " + name + "; there are " + String.join(", ", BY_NAME.keySet()));
    }
    try (Sandbox sandbox = Sandbox.start();
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(sandbox.invoiceXpressUrl())
                .apiKey(sandbox.invoiceXpressApiKey())
                .build()) {
      Files.createDirectories(folder);
      example.run(client, new Example.World(today, folder, out));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Example> byName() {
    Map<String, Example> examples = new LinkedHashMap<>();
    examples.put("invoice-receipt", InvoiceReceiptWithPdf::run);
    examples.put("audit-file", AuditFileOfMonth::run);
    examples.put("credit-note", CreditNoteForInvoice::run);
    examples.put("partial-payment", PartialPayment::run);
    examples.put("unpaid-invoices", UnpaidInvoices::run);
    examples.put("shop-order", ShopOrder::run);
    return Collections.unmodifiableMap(examples);
  }
}
