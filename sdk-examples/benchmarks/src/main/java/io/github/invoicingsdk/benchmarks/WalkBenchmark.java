package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.peer.Peer;
import io.github.invoicingsdk.benchmarks.server.CannedJson;
import io.github.invoicingsdk.benchmarks.server.ServerProcess;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.result.Paged;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading a long list to its end from a server that is 20 ms away. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WalkBenchmark {

  private static final long LATENCY_MILLIS = 20;

  /** How many pages are fetched ahead; 0 is one after the other. */
  @Param({"0", "4"})
  public int ahead;

  private ServerProcess server;
  private InvoiceXpressClient client;

  /** Starts a server and a client. */
  @Setup
  public void connect() throws Exception {
    server = ServerProcess.start(LATENCY_MILLIS);
    client =
        InvoiceXpressClient.builder()
            .baseUrl(server.address())
            .apiKey(Peer.API_KEY)
            .unlimitedRate()
            .build();
  }

  /** Ends both. */
  @TearDown
  public void disconnect() {
    client.close();
    server.close();
  }

  /** Reads 100 pages of 100 clients. */
  @Benchmark
  public long walk() {
    Paged<Client> list = client.clients().list().withPageSize(CannedJson.PAGE_SIZE);
    long clients = (ahead == 0 ? list : list.prefetch(ahead)).stream().count();
    if (clients != (long) CannedJson.PAGES * CannedJson.PAGE_SIZE) {
      throw new IllegalStateException("the walk came upon " + clients + " clients");
    }
    return clients;
  }
}
