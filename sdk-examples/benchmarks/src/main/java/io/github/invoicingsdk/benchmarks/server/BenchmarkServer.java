package io.github.invoicingsdk.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of HTTP/1.1 on the loopback interface that does as little as it can: a thread for each
 * connection, which it keeps open, and answers that were made before.
 */
public final class BenchmarkServer implements AutoCloseable {

  private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");
  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?i)\r\ncontent-length: *(\\d+) *\r\n");
  private static final int LONGEST_HEAD = 16 * 1024;

  private final ServerSocket socket;
  private final long latencyNanos;
  private final Consumer<SeenRequest> observer;
  private final byte[] sequence;
  private final byte[] created;
  private final byte[][] pages;
  private final byte[] notFound = response("404 Not Found", "{}");

  private BenchmarkServer(long latencyMillis, Consumer<SeenRequest> observer) throws IOException {
    this.latencyNanos = TimeUnit.MILLISECONDS.toNanos(latencyMillis);
    this.observer = observer;
    this.sequence = response("200 OK", CannedJson.sequenceEnvelope());
    this.created = response("201 Created", CannedJson.sequenceEnvelope());
    this.pages = new byte[CannedJson.PAGES][];
    for (int page = 1; page <= CannedJson.PAGES; page++) {
      pages[page - 1] = response("200 OK", CannedJson.clientPage(page));
    }
    this.socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts a server on a free port.
   *
   * @param latencyMillis how long it waits before each response; zero or more
   * @param observer is told every request, on the thread of its connection
   * @return the server
   */
  public static BenchmarkServer start(long latencyMillis, Consumer<SeenRequest> observer) {
    try {
      BenchmarkServer server = new BenchmarkServer(latencyMillis, observer);
      daemon(server::accept, "accept").start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a server until the standard input ends, which it does with the process that started it.
   *
   * @param arguments the latency in milliseconds
   */
  public static void main(String[] arguments) throws IOException {
    try (BenchmarkServer server = start(Long.parseLong(arguments[0]), request -> {})) {
      System.out.println(server.socket.getLocalPort());
      while (System.in.read() >= 0) {
        // Nothing is said to a server; what counts is the end.
      }
    }
  }

  /** Where it is. */
  public URI address() {
    return address(socket.getLocalPort());
  }

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        daemon(() -> serve(connection), "connection").start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    byte[] head = new byte[LONGEST_HEAD];
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (int length = readHead(in, head); length > 0; length = readHead(in, head)) {
        SeenRequest request = request(new String(head, 0, length, ISO_8859_1), in);
        observer.accept(request);
        byte[] response = responseTo(request);
        if (latencyNanos > 0) {
          LockSupport.parkNanos(latencyNanos);
        }
        connection.getOutputStream().write(response);
      }
    } catch (IOException e) {
      // The other side has gone, which ends a connection as well as anything.
    }
  }

  /** Reads up to the empty line; returns the length, 0 at the end of the connection. */
  private static int readHead(InputStream in, byte[] head) throws IOException {
    int length = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (length == head.length) {
        throw new IOException("the head of a request is longer than " + LONGEST_HEAD + " bytes");
      }
      head[length++] = (byte) next;
      if (next == '\n' && length > 3 && head[length - 3] == '\n') {
        return length;
      }
    }
    return 0;
  }

  private static SeenRequest request(String head, InputStream in) throws IOException {
    Matcher length = CONTENT_LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return new SeenRequest(head, new String(body, UTF_8));
  }

  private byte[] responseTo(SeenRequest request) {
    String line = request.line();
    if (line.startsWith("GET /sequences/" + CannedJson.SEQUENCE_ID + ".json")) {
      return sequence;
    }
    if (line.startsWith("POST /sequences.json")) {
      return created;
    }
    if (line.startsWith("GET /clients.json")) {
      Matcher page = PAGE.matcher(line);
      int number = page.find() ? Integer.parseInt(page.group(1)) : 1;
      return number >= 1 && number <= pages.length ? pages[number - 1] : notFound;
    }
    return notFound;
  }

  private static byte[] response(String status, String json) {
    byte[] body = json.getBytes(UTF_8);
    List<String> lines =
        List.of(
            "HTTP/1.1 " + status,
            "Content-Type: application/json; charset=utf-8",
            "Content-Length: " + body.length,
            "X-Request-Id: 6b1f2a2e-0c3d-4a5e-9f00-1234567890ab",
            "Cache-Control: max-age=0, private, must-revalidate",
            "\r\n");
    byte[] head = String.join("\r\n", lines).getBytes(ISO_8859_1);
    byte[] response = new byte[head.length + body.length];
    System.arraycopy(head, 0, response, 0, head.length);
    System.arraycopy(body, 0, response, head.length, body.length);
    return response;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, "benchmark-server-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
