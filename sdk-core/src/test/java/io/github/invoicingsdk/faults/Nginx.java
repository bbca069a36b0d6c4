package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.testing.TlsServers;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real nginx on the loopback interface that brings TLS and HTTP/2 to a server of a test. */
final class Nginx implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Process process;

  private Nginx(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts it. Where it is not installed, the test is skipped and says why.
   *
   * @param behind where requests are passed on to
   * @param directives more lines for the server's section of the configuration
   */
  static Nginx before(URI behind, String... directives) throws Exception {
    Optional<Path> program = installed();
    Assumptions.assumeTrue(
        program.isPresent(), "nginx is not installed; on Debian: apt-get install nginx-light");
    Path folder = Files.createTempDirectory("nginx");
    int port = freePort();
    Files.writeString(folder.resolve("certificate.pem"), TlsServers.certificate());
    Files.writeString(folder.resolve("key.pem"), TlsServers.privateKey());
    Files.writeString(folder.resolve("nginx.conf"), configuration(port, behind, directives));
    Process process =
        new ProcessBuilder(program.get().toString(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Nginx nginx = new Nginx(folder, port, process);
    try {
      Await.await(nginx::responses);
    } catch (AssertionError e) {
      throw new AssertionError(Files.readString(folder.resolve("output")), e);
    }
    return nginx;
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean responses() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String configuration(int port, URI behind, String... directives) {
    return """
        daemon off;
        master_process off;
        pid nginx.pid;
        error_log stderr;
        events { worker_connections 512; }
        http {
          access_log off;
          client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f;
          uwsgi_temp_path u; scgi_temp_path s;
          server {
            listen 127.0.0.1:%d ssl http2;
            %s
            ssl_certificate certificate.pem;
            ssl_certificate_key key.pem;
            location / {
              proxy_pass %s;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_buffering off;
              proxy_next_upstream off;
            }
          }
        }
        """
        .formatted(port, String.join(" ", directives), behind);
  }

  private static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return List.of(path.split(File.pathSeparator)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
