package io.github.invoicingsdk.testing;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.net.URI;

/** Makes a call, and says whether there is a module for databases. In no package of the SDK. */
public final class ModularProgram {

  private ModularProgram() {}

  /** Takes the address of the API. */
  public static void main(String[] arguments) {
    boolean sql = ModuleLayer.boot().findModule("java.sql").isPresent();
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().baseUrl(URI.create(arguments[0])).apiKey("key").build()) {
      System.out.print("java.sql: " + sql + ", sequence: " + client.sequences().get(7).id());
    }
  }
}
