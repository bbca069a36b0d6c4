package io.github.invoicingsdk.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server of both providers and of tokens that gives good responses, except while it is told to
 * break, and counts what it was asked.
 */
final class FaultServer implements AutoCloseable {

  /** What stands in every token, so that it can be searched for. */
  static final String TOKEN_MARK = "qTOKENMARKx";

  private static final int BACKLOG = 512;
  private static final int PART_OF_A_REQUEST = 10;

  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger playing = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile ServerSocket listener;
  private volatile Thread acceptor;
  private volatile @Nullable Fault fault;
  private volatile boolean hangsUp;

  private FaultServer(ServerSocket listener) {
    this.listener = listener;
    this.port = listener.getLocalPort();
    this.acceptor = accept(listener);
  }

  /** Starts a server that is well. */
  static FaultServer start() {
    try {
      return new FaultServer(listen(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  URI tokenUrl() {
    return url().resolve("/token");
  }

  /** From now on every request meets this fault. */
  void breakWith(Fault next) {
    fault = next;
  }

  /** From now on nobody listens; connections that are open stay so. */
  void refuseConnections() throws IOException, InterruptedException {
    listener.close();
    // Until then the system may accept one more connection.
    acceptor.join();
  }

  /** Ends each connection after its response, without having said so in the response. */
  void hangUpAfterResponses() {
    hangsUp = true;
  }

  /** From now on all is well again. */
  void heal() throws IOException {
    fault = null;
    if (listener.isClosed()) {
      listener = listen(port);
      acceptor = accept(listener);
    }
  }

  /** How many requests met a fault. */
  int faults() {
    return faults.get();
  }

  /** How many whole requests arrived, well answered or not. */
  int requests() {
    return requests.get();
  }

  /** How many requests meet a fault that has not ended, such as one that lasts as long as they. */
  int playing() {
    return playing.get();
  }

  /** How many connections were made. */
  int accepted() {
    return accepted.get();
  }

  /** How many connections neither side has ended. */
  int open() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    return socket;
  }

  private Thread accept(ServerSocket from) {
    return start(
        () -> {
          while (!from.isClosed()) {
            try {
              Socket socket = from.accept();
              socket.setTcpNoDelay(true);
              open.add(socket);
              accepted.incrementAndGet();
              start(() -> serve(socket));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "fault-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void serve(Socket socket) {
    try (socket) {
      boolean goesOn = true;
      for (int served = 0; goesOn; served++) {
        Connection connection = new Connection(socket, served);
        Fault early = fault;
        if (early != null && early.reads() != Fault.Reads.ALL) {
          faults.incrementAndGet();
          if (early.reads() == Fault.Reads.A_PART) {
            socket.getInputStream().readNBytes(PART_OF_A_REQUEST);
          }
          play(early, connection);
          return;
        }
        if (!connection.readRequest()) {
          return;
        }
        requests.incrementAndGet();
        goesOn = respond(connection);
      }
    } catch (IOException e) {
      // The client or the test ended the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private boolean respond(Connection connection) throws IOException, InterruptedException {
    Fault current = fault;
    if (current == null) {
      connection.respondWell();
      if (hangsUp) {
        connection.endOutput();
        connection.stall();
      }
      return !hangsUp;
    }
    faults.incrementAndGet();
    play(current, connection);
    return current.keepsConnection();
  }

  private void play(Fault current, Connection connection) throws IOException, InterruptedException {
    playing.incrementAndGet();
    try {
      current.play(connection);
    } finally {
      playing.decrementAndGet();
    }
  }

  /** The server's side of one request. */
  final class Connection {

    private final Socket socket;
    private final int served;
    private String line = "";

    private Connection(Socket socket, int served) {
      this.socket = socket;
      this.served = served;
    }

    /** Whether the connection has carried another request before. */
    boolean isUsed() {
      return served > 0;
    }

    /** The request line. */
    String line() {
      return line;
    }

    /** Sends text. */
    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes. */
    void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** Sends a whole response in JSON; 204 and 304 have no body. */
    void respond(int status, String body, String... headers) throws IOException {
      respond(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends a whole response. */
    void respond(int status, byte[] body, String... headers) throws IOException {
      boolean empty = status == 204 || status == 304;
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      if (!empty) {
        head.append("Content-Type: application/json\r\nContent-Length: ")
            .append(body.length)
            .append("\r\n");
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      if (!empty) {
        whole.writeBytes(body);
      }
      write(whole.toByteArray());
    }

    /** Gives the good response. */
    void respondWell() throws IOException {
      respond(200, goodBody());
    }

    /** Waits until the request has begun to arrive, and reads nothing of it. */
    void awaitRequest() throws IOException, InterruptedException {
      while (socket.getInputStream().available() == 0 && !closing.await(1, TimeUnit.MILLISECONDS)) {
        // Not yet.
      }
    }

    /** Ends the connection as far as it is for the server to do so. */
    void endOutput() throws IOException {
      socket.shutdownOutput();
    }

    /** Breaks the connection off, so that the client sees a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Sends nothing more until the client ends the connection. */
    void stall() throws IOException {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Sends a byte every few milliseconds until the client ends the connection. */
    void drip() throws IOException, InterruptedException {
      while (!closing.await(10, TimeUnit.MILLISECONDS)) {
        write("x");
      }
    }

    /** The envelope that the operation expects, around a value. */
    String enveloped(String value) {
      if (line.contains("?id=")) {
        // The former iDoklad API has no envelope around one sequence.
        return value;
      }
      return isInvoiceXpress()
          ? "{\"sequence\":" + value + "}"
          : "{\"Data\":" + value + ",\"IsSuccess\":true}";
    }

    /** The name of the property that holds the id. */
    String id() {
      return isInvoiceXpress() ? "id" : "Id";
    }

    private boolean isInvoiceXpress() {
      return line.contains("/sequences/");
    }

    private String goodBody() {
      return line.contains("/token")
          ? "{\"access_token\":\"" + TOKEN_MARK + "\",\"expires_in\":3600}"
          : enveloped("{\"" + id() + "\":" + Call.ID + "}");
    }

    private boolean readRequest() throws IOException {
      InputStream in = socket.getInputStream();
      int length = 0;
      String next = readLine(in);
      line = next == null ? "" : next;
      while (next != null && !next.isEmpty()) {
        String header = next.toLowerCase(Locale.ROOT);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
        }
        next = readLine(in);
      }
      return next != null && in.readNBytes(length).length == length;
    }

    private static @Nullable String readLine(InputStream in) throws IOException {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          return text.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
        text.write(b);
      }
      return null;
    }
  }
}
