package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.PrintStream;
import java.util.List;

/** Reads and writes against a sandbox of its own, which starts and ends with the tour. */
final class SandboxTour {

  /** The series that the sandbox starts with, and that is not registered yet. */
  private static final long UNREGISTERED_SEQUENCE = 146110;

  /** The document that the sandbox starts with. */
  private static final long DOCUMENT = 9000001;

  private SandboxTour() {}

  static void run(PrintStream out) {
    out.println("No credentials found: using the embedded sandbox. No real service is called.");
    try (Sandbox sandbox = Sandbox.start();
        InvoiceXpressClient invoiceXpress = invoiceXpress(sandbox);
        IdokladClient idoklad = idoklad(sandbox)) {
      showInvoiceXpress(invoiceXpress, out);
      showIdoklad(idoklad, out);
    }
  }

  private static void showInvoiceXpress(InvoiceXpressClient client, PrintStream out) {
    InvoiceXpressReading reading = new InvoiceXpressReading(client, out);
    InvoiceXpressWriting writing = new InvoiceXpressWriting(client, out);
    reading.sequences();
    reading.numberings(writing.register(UNREGISTERED_SEQUENCE));
    reading.clients();
    writing.makePdf(DOCUMENT);
    writing.registerAgain(UNREGISTERED_SEQUENCE);
  }

  private static void showIdoklad(IdokladClient client, PrintStream out) {
    IdokladReading reading = new IdokladReading(client, out);
    List<NumericSequence> sequences = reading.sequences();
    reading.nextInvoiceNumbers();
    new IdokladWriting(client, out).rename(sequences.get(0), "Invoices 2027");
  }

  private static InvoiceXpressClient invoiceXpress(Sandbox sandbox) {
    return InvoiceXpressClient.builder()
        .baseUrl(sandbox.invoiceXpressUrl())
        .apiKey(sandbox.invoiceXpressApiKey())
        .build();
  }

  private static IdokladClient idoklad(Sandbox sandbox) {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladClient.builder()
        .baseUrl(sandbox.idokladUrl())
        .tokenUrl(sandbox.idokladTokenUrl())
        .clientCredentials(
            keys ->
                keys.applicationId(credentials.applicationId())
                    .clientId(credentials.clientId())
                    .clientSecret(credentials.clientSecret()))
        .build();
  }
}
