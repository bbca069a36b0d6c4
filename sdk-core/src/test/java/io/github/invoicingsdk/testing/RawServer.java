package io.github.invoicingsdk.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface that answers with whatever bytes a test wants, and records
 * what it is asked.
 *
 * <p>Each request takes the next response; a request too many is answered with status 599. A
 * request is read whole before its response begins.
 */
public final class RawServer implements AutoCloseable {

  private static final int WAIT_SECONDS = 20;

  private final ServerSocket listener;
  private final Queue<ScriptedResponse> responses;
  private final List<Recorded> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch peerGone = new CountDownLatch(1);

  /** Writes the response to one request. */
  @FunctionalInterface
  public interface ScriptedResponse {

    /** Writes to the exchange's connection, which stays open unless the response closes it. */
    void writeTo(Exchange exchange) throws IOException, InterruptedException;
  }

  /**
   * A request as it arrived.
   *
   * @param line the request line
   * @param headers the header lines
   * @param body the body
   */
  public record Recorded(String line, List<String> headers, String body) {

    /** The values of a header, whose name is matched without regard to case. */
    public List<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(header -> header.substring(prefix.length()).strip())
          .toList();
    }
  }

  private RawServer(ServerSocket listener, List<ScriptedResponse> responses) {
    this.listener = listener;
    this.responses = new ConcurrentLinkedQueue<>(responses);
  }

  /** Starts a server that gives these responses one after the other. */
  public static RawServer respondingWith(ScriptedResponse... responses) {
    try {
      return respondingWith(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), responses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawServer respondingWith(ServerSocket listener, ScriptedResponse... responses) {
    RawServer server = new RawServer(listener, List.of(responses));
    server.startThread("accept", server::acceptAll);
    return server;
  }

  /** A response with this status, these header lines (without line ends) and the body's length. */
  public static ScriptedResponse response(int status, byte[] body, String... headers) {
    return exchange -> {
      exchange.write(head(status, headers) + "Content-Length: " + body.length + "\r\n\r\n");
      exchange.write(body);
    };
  }

  /** A response with this status and JSON. */
  public static ScriptedResponse json(int status, String body) {
    return response(
        status, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
  }

  /** A status line and header lines, each with its line end, without the empty line after them. */
  public static String head(int status, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  /** The address of a path on this server. */
  public String url(String path) {
    String scheme = listener instanceof SSLServerSocket ? "https" : "http";
    return scheme + "://127.0.0.1:" + listener.getLocalPort() + path;
  }

  /** What was asked so far. */
  public List<Recorded> requests() {
    return requests;
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  /** Waits until a response stalls. */
  public void awaitStall() throws InterruptedException {
    await(stalled, "no response stalled");
  }

  /** Waits until a response that waits for it saw the client end the connection. */
  public void awaitPeerGone() throws InterruptedException {
    await(peerGone, "the client did not end the connection");
  }

  /** Lets a stalled response go on. */
  public void release() {
    released.countDown();
  }

  @Override
  public void close() throws IOException {
    released.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
    if (!latch.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(otherwise);
    }
  }

  private void startThread(String name, Runnable task) {
    Thread thread = new Thread(task, "raw-server-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        connections.incrementAndGet();
        startThread("connection", () -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (true) {
        Recorded request = read(socket.getInputStream());
        if (request == null) {
          return;
        }
        requests.add(request);
        ScriptedResponse next = responses.poll();
        Exchange exchange = new Exchange(socket);
        if (next == null) {
          json(599, "no response is left").writeTo(exchange);
        } else {
          next.writeTo(exchange);
        }
      }
    } catch (IOException e) {
      // The client or the test ended the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Recorded read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = readLine(in); line != null; line = readLine(in)) {
      if (!line.isEmpty()) {
        lines.add(line);
        continue;
      }
      Recorded head = new Recorded(lines.get(0), lines.subList(1, lines.size()), "");
      List<String> length = head.header("Content-Length");
      byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length.get(0)));
      return new Recorded(head.line(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }
    return null;
  }

  private static @Nullable String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(b);
    }
    return null;
  }

  /** The server's side of one request. */
  public final class Exchange {

    private final Socket socket;

    private Exchange(Socket socket) {
      this.socket = socket;
    }

    /** Sends bytes. Fails when the client has ended the connection, which is noted. */
    public void write(byte[] bytes) throws IOException {
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } catch (IOException e) {
        peerGone.countDown();
        throw e;
      }
    }

    /** Sends text as ISO 8859-1. */
    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends nothing until the test calls {@link RawServer#release} or closes the server. */
    public void stall() throws InterruptedException {
      stalled.countDown();
      await(released, "nobody released the server");
    }

    /** Sends a byte every few milliseconds until the client ends the connection. */
    public void drip() throws IOException, InterruptedException {
      try {
        while (!released.await(10, TimeUnit.MILLISECONDS)) {
          write("x");
        }
      } finally {
        peerGone.countDown();
      }
    }

    /** Waits until the client ends the connection. */
    public void awaitEnd() throws IOException {
      stalled.countDown();
      try {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } finally {
        peerGone.countDown();
      }
    }

    /** Ends the connection in good order. */
    public void end() throws IOException {
      socket.close();
    }

    /** Breaks the connection off, so that the client sees a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
