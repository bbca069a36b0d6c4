package io.github.invoicingsdk.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of Redis, and can send a command twice and lose the first response, as clients do
 * whose connection breaks.
 */
final class RepeatingProxy implements AutoCloseable {

  private static final int PACKET = 65_536;

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger repeated = new AtomicInteger();
  private volatile String repeating = "";

  private RepeatingProxy(URI target) throws IOException {
    this.target = target;
  }

  static RepeatingProxy before(URI target) throws IOException {
    RepeatingProxy proxy = new RepeatingProxy(target);
    start(proxy::acceptAll);
    return proxy;
  }

  URI url() {
    return URI.create("redis://127.0.0.1:" + listener.getLocalPort());
  }

  /** Repeats the next command that contains this text. */
  void repeat(String text) {
    repeating = text;
  }

  /** How many commands were repeated. */
  int repeated() {
    return repeated.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "repeating-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Hands commands on one after the other: the test sends the next one after the response. */
  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(target.getHost(), target.getPort())) {
      open.add(server);
      byte[] packet = new byte[PACKET];
      for (int length = read(client, packet); length > 0; length = read(client, packet)) {
        byte[] command = Arrays.copyOf(packet, length);
        server.getOutputStream().write(command);
        int responded = read(server, packet);
        if (!repeating.isEmpty() && new String(command, UTF_8).contains(repeating)) {
          repeating = "";
          repeated.incrementAndGet();
          server.getOutputStream().write(command);
          responded = read(server, packet);
        }
        client.getOutputStream().write(packet, 0, Math.max(0, responded));
      }
    } catch (IOException e) {
      // One of the sides, or the test, ended the connection.
    }
  }

  private static int read(Socket socket, byte[] packet) throws IOException {
    return socket.getInputStream().read(packet);
  }
}
