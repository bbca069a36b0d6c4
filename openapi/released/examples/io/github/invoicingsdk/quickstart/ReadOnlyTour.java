package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/**
 * Reads from the real services, with the credentials of the environment.
 *
 * <p>It uses {@link InvoiceXpressReading} and {@link IdokladReading}, which call reading operations
 * only. Nothing is registered or changed.
 */
final class ReadOnlyTour {

  private static final Set<String> INVOICEXPRESS =
      Set.of("INVOICEXPRESS_ACCOUNT", "INVOICEXPRESS_API_KEY");
  private static final Set<String> IDOKLAD =
      Set.of("IDOKLAD_APPLICATION_ID", "IDOKLAD_CLIENT_ID", "IDOKLAD_CLIENT_SECRET");

  private final boolean invoiceXpress;
  private final boolean idoklad;

  private ReadOnlyTour(boolean invoiceXpress, boolean idoklad) {
    this.invoiceXpress = invoiceXpress;
    this.idoklad = idoklad;
  }

  /** One variable is enough to mean a provider: the client then says which others are missing. */
  static ReadOnlyTour ofEnvironment(Map<String, String> variables) {
    return new ReadOnlyTour(hasAny(variables, INVOICEXPRESS), hasAny(variables, IDOKLAD));
  }

  /** Whether there are credentials for at least one provider. */
  boolean isPossible() {
    return invoiceXpress || idoklad;
  }

  void run(PrintStream out) {
    out.println("Credentials found: reading from the real services. Nothing is changed there.");
    if (invoiceXpress) {
      try (InvoiceXpressClient client = InvoiceXpressClient.fromEnvironment()) {
        InvoiceXpressReading reading = new InvoiceXpressReading(client, out);
        reading.sequences().forEach(reading::numberings);
        reading.clients();
      }
    }
    if (idoklad) {
      try (IdokladClient client = IdokladClient.fromEnvironment()) {
        IdokladReading reading = new IdokladReading(client, out);
        reading.sequences();
        reading.nextInvoiceNumbers();
      }
    }
  }

  private static boolean hasAny(Map<String, String> variables, Set<String> names) {
    return names.stream().anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
  }
}
