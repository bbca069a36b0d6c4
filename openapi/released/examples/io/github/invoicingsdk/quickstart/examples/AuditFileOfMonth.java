package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/** Fetches the standard audit file (SAF-T) of a month. */
final class AuditFileOfMonth {

  private static final long GIBIBYTE = 1L << 30;

  private AuditFileOfMonth() {}

  static void run(InvoiceXpressClient client, Example.World world) throws IOException {
    LocalDate today = world.today();
    // A month without documents has no audit file.
    client.issue(
        DocumentType.INVOICE, Goods.defaultSequence(client), Goods.twoChairs("order-1001", today));

    URI address =
        client.saft().export(today.getMonthValue(), today.getYear()).await(Duration.ofMinutes(10));
    Path file =
        world
            .folder()
            .resolve("saft-%d-%02d.xml".formatted(today.getYear(), today.getMonthValue()));
    long bytes =
        client.download(address).maxBytes(GIBIBYTE).timeout(Duration.ofMinutes(30)).to(file);
    world.out().printf("the audit file of %d bytes is in %s%n", bytes, file.getFileName());
  }
}
