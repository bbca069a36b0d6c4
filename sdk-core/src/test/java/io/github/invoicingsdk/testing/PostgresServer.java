package io.github.invoicingsdk.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL on the loopback interface, which can be stopped and started. */
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  private PostgresServer(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    this.server = server(data, port);
  }

  /** A server with an empty database. Where none can run, the test is skipped and says why. */
  public static PostgresServer started() throws IOException {
    Assumptions.assumeTrue(
        "Linux".equals(System.getProperty("os.name"))
            && "amd64".equals(System.getProperty("os.arch")),
        "the tests come with PostgreSQL for Linux on amd64 only");
    Assumptions.assumeTrue(
        !"root".equals(System.getProperty("user.name")) || LinuxUtils.isUnshareAvailable(),
        "PostgreSQL does not run as root, and unshare -U, which helps, does not work here");
    return new PostgresServer(Files.createTempDirectory("postgres-server"), freePort());
  }

  /** Connections as a user who may do everything. */
  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    return dataSource;
  }

  /** The address of the database, with the user. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + SUPERUSER;
  }

  /** Stops it, and keeps what it holds. */
  public void stop() throws IOException {
    server.close();
  }

  /** Starts it again, with what it held. */
  public void start() throws IOException {
    server = server(data, port);
  }

  @Override
  public void close() throws IOException {
    server.close();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(data)) {
      files = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      var unused = Files.deleteIfExists(file);
    }
  }

  private static EmbeddedPostgres server(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
