package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.Connections;
import io.github.invoicingsdk.benchmarks.peer.Peer;
import io.github.invoicingsdk.benchmarks.server.CannedJson;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fresh process measures of itself, and prints: the bytes of live heap and the threads that
 * clients hold which have made a call and are idle.
 */
public final class Footprint {

  /** The clients make connections of their own. */
  static final String OWN = "own";

  /** The clients share their connections. */
  static final String SHARED = "shared";

  private static final int COLLECTIONS = 4;

  private Footprint() {}

  /**
   * Measures once.
   *
   * @param arguments {@link #OWN} or {@link #SHARED}, the number of clients, the server's address
   */
  public static void main(String[] arguments) {
    boolean shared = arguments[0].equals(SHARED);
    int count = Integer.parseInt(arguments[1]);
    URI address = URI.create(arguments[2]);
    // Classes and everything static are there before; what is left is what a client holds.
    try (Connections connections = Connections.open();
        InvoiceXpressClient warm = client(address, connections, shared)) {
      warm.sequences().get(CannedJson.SEQUENCE_ID);
      long heap = liveHeap();
      int threads = Thread.activeCount();
      List<InvoiceXpressClient> clients = new ArrayList<>(count);
      for (int index = 0; index < count; index++) {
        InvoiceXpressClient client = client(address, connections, shared);
        client.sequences().get(CannedJson.SEQUENCE_ID);
        clients.add(client);
      }
      System.out.println(
          (liveHeap() - heap) + " " + (Thread.activeCount() - threads) + " " + clients.size());
      clients.forEach(InvoiceXpressClient::close);
    }
  }

  private static InvoiceXpressClient client(URI address, Connections connections, boolean shared) {
    InvoiceXpressClientBuilder builder =
        InvoiceXpressClient.builder().baseUrl(address).apiKey(Peer.API_KEY);
    return (shared ? builder.connections(connections) : builder).build();
  }

  private static long liveHeap() {
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
