package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Finds connections that outlive their client. */
final class OpenSockets {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final long before;

  private OpenSockets(long before) {
    this.before = before;
  }

  /** Counts this process's sockets, where the system lists them. */
  static OpenSockets now() {
    // The first connection that is closed leaves the JVM with a socket of its own for good.
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket server = listener.accept()) {
      assertThat(client.getLocalPort()).isEqualTo(server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OpenSockets(count());
  }

  /** Waits until there are no more sockets than before, on both sides of every connection. */
  void assertNoMore() throws InterruptedException {
    Await.until(PATIENCE, () -> count() <= before);
    assertThat(count()).as("open sockets").isLessThanOrEqualTo(before);
  }

  /** Waits until the server sees no connection of a client that was closed. */
  static void assertNoneAfterClose(IntSupplier connections) throws InterruptedException {
    Await.until(PATIENCE, () -> connections.getAsInt() == 0);
    assertThat(connections.getAsInt()).as("open connections").isZero();
  }

  private static long count() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      return descriptors.filter(OpenSockets::isSocket).count();
    } catch (IOException e) {
      throw new AssertionError("the descriptors cannot be listed", e);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // It was closed in the meantime.
      return false;
    }
  }
}
