package io.github.invoicingsdk.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;

/**
 * A {@link BenchmarkServer} in a process of its own, so that what it allocates and the threads it
 * keeps are none of those that are measured.
 */
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param latencyMillis how long it waits before each response
   * @return the process
   * @throws IOException when it does not start
   */
  public static ServerProcess start(long latencyMillis) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                BenchmarkServer.class.getName(),
                Long.toString(latencyMillis))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String port =
        new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII)).readLine();
    if (port == null) {
      throw new IOException("the benchmark server ended before it listened");
    }
    return new ServerProcess(process, BenchmarkServer.address(Integer.parseInt(port)));
  }

  /**
   * Where the server is.
   *
   * @return its address, without a slash at the end
   */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
