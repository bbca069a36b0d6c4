package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.peer.Peer;
import io.github.invoicingsdk.benchmarks.peer.PeerKind;
import io.github.invoicingsdk.benchmarks.server.CannedJson;
import io.github.invoicingsdk.benchmarks.server.ServerProcess;
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

/** One call after another through each client, from the caller to the typed value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

  /** The client that is measured. */
  @Param public PeerKind peer = PeerKind.SDK;

  private ServerProcess server;
  private Peer client;

  /** Starts a server of this trial's own, and the client. */
  @Setup
  public void connect() throws Exception {
    server = ServerProcess.start(0);
    client = peer.connect(server.address());
  }

  /** Ends both. */
  @TearDown
  public void disconnect() throws Exception {
    client.close();
    server.close();
  }

  /** Reads one sequence. */
  @Benchmark
  public Object get() throws Exception {
    return client.getSequence(CannedJson.SEQUENCE_ID);
  }

  /** Creates a sequence. */
  @Benchmark
  public Object post() throws Exception {
    return client.createSequence("2026");
  }

  /** Reads one full page of clients. */
  @Benchmark
  public Object page() throws Exception {
    return client.clients(1, CannedJson.PAGE_SIZE);
  }
}
