package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.Connections;
import io.github.invoicingsdk.fleet.MonthlyUsage;
import io.github.invoicingsdk.fleet.RedisFleet;
import io.github.invoicingsdk.idoklad.ClientCredentials;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.LoggingListener;
import io.github.invoicingsdk.observation.MicrometerListener;
import io.github.invoicingsdk.observation.OpenTelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintStream;
import java.net.URI;

/** The code blocks of the README that need the optional libraries, between markers. */
final class ReadmeRuntimeExamples {

  private final PrintStream out;

  ReadmeRuntimeExamples(PrintStream out) {
    this.out = out;
  }

  InvoiceXpressClient listeners(
      String apiKey, MeterRegistry registry, OpenTelemetry openTelemetry) {
    // example: listeners
    InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .account("acme")
            .apiKey(apiKey)
            .listener(LoggingListener.create())
            .listener(new MicrometerListener(registry))
            .listener(new OpenTelemetryListener(openTelemetry))
            .build();
    // end
    return client;
  }

  void fleet(URI redis, ClientCredentials credentials) {
    // example: fleet
    try (RedisFleet fleet = RedisFleet.connect(redis, 4);
        IdokladClient client =
            IdokladClient.builder().clientCredentials(credentials).fleet(fleet).build()) {
      client.numericSequences().get(1);
      MonthlyUsage usage = client.usage();
      out.println(usage.calls() + " calls this month, " + usage.failed() + " of them failed");
    }
    // end
  }

  InvoiceXpressClient tenant(Connections connections, String account, String apiKey) {
    // example: connections
    InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .account(account)
            .apiKey(apiKey)
            .connections(connections)
            .build();
    // end
    return client;
  }
}
