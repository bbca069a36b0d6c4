package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.peer.Peer;
import io.github.invoicingsdk.benchmarks.peer.PeerKind;
import io.github.invoicingsdk.benchmarks.server.CannedJson;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.net.URI;

/**
 * What a fresh process measures of itself, and prints in nanoseconds: from {@code main} to the
 * client, and to its first response.
 */
public final class ColdStart {

  /** In place of a client's name: makes a client of each provider, and calls nobody. */
  static final String CREATION = "creation";

  private ColdStart() {}

  /**
   * Measures once.
   *
   * @param arguments the name of a {@link PeerKind} or {@link #CREATION}, and the server's address
   */
  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    URI address = URI.create(arguments[1]);
    if (arguments[0].equals(CREATION)) {
      try (InvoiceXpressClient portugal =
              InvoiceXpressClient.builder().account("acme").apiKey(Peer.API_KEY).build();
          IdokladClient czechia =
              IdokladClient.builder()
                  .clientCredentials(
                      keys ->
                          keys.applicationId("application").clientId("id").clientSecret("secret"))
                  .build()) {
        long created = System.nanoTime();
        System.out.println((created - start) + " 0 " + portugal + " " + czechia);
      }
      return;
    }
    try (Peer peer = PeerKind.valueOf(arguments[0]).connect(address)) {
      long created = System.nanoTime();
      Object sequence = peer.getSequence(CannedJson.SEQUENCE_ID);
      long answered = System.nanoTime();
      System.out.println((created - start) + " " + (sequence == null ? 0 : answered - start));
    }
  }
}
