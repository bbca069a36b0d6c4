package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.fixture.Await;
import java.io.BufferedInputStream;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a server on the loopback interface, hands HTTP/1.1 requests and responses on,
 * and breaks connections at random moments. What a connection meets depends on the seed and on the
 * number of connections before it.
 */
final class ChaosProxy implements AutoCloseable {

  /** When a connection is broken. */
  enum Moment {
    /** Before a byte of the request is read, so while the connection is new or idle. */
    BEFORE_REQUEST,
    /** After the whole request was read; nothing of it is handed on. */
    INSTEAD_OF_REQUEST,
    /** A part of the request was handed on. */
    WITHIN_REQUEST,
    /** The whole request was handed on; the server may not have read it yet. */
    AFTER_REQUEST,
    /** The server has answered; nothing of the response is handed on. */
    INSTEAD_OF_RESPONSE,
    /** A part of the response was handed on. */
    WITHIN_RESPONSE
  }

  /** One exchange in so many is broken. */
  private static final int ODDS = 6;

  private static final int BACKLOG = 512;
  private static final Moment[] MOMENTS = Moment.values();

  private final ServerSocket listener;
  private final URI target;
  private final long seed;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger breaking = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<Moment, Integer> broken = new ConcurrentHashMap<>();
  private volatile boolean calm;

  private ChaosProxy(ServerSocket listener, URI target, long seed) {
    this.listener = listener;
    this.target = target;
    this.seed = seed;
    start(this::acceptAll);
  }

  /** Starts a proxy in front of the server at this address. */
  static ChaosProxy before(URI target, long seed) {
    try {
      ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      return new ChaosProxy(listener, target, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the server's resources through this proxy. */
  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + target.getRawPath());
  }

  /**
   * Breaks nothing any more, and waits until the server is through with what it got so far; false
   * when that takes too long.
   */
  boolean calmDown(Duration atMost) throws InterruptedException {
    calm = true;
    return Await.until(atMost, () -> breaking.get() == 0);
  }

  /** Breaks connections again. */
  void rage() {
    calm = false;
  }

  /** How many connections were broken at each moment. */
  Map<Moment, Integer> broken() {
    return Map.copyOf(broken);
  }

  /** How many connections neither side has ended. */
  int open() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        Random random = new Random(seed * 31 + accepted.incrementAndGet());
        start(() -> serve(client, random));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "chaos-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket client, Random random) {
    try (client;
        Socket server = new Socket()) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
      InputStream requests = new BufferedInputStream(client.getInputStream());
      InputStream responses = new BufferedInputStream(server.getInputStream());
      Moment moment = null;
      while (moment == null) {
        moment = calm || random.nextInt(ODDS) > 0 ? null : MOMENTS[random.nextInt(MOMENTS.length)];
        if (!exchange(moment, client, requests, server, responses, random)) {
          return;
        }
      }
      if (random.nextBoolean()) {
        // Closing sends a FIN; with this, it sends a reset.
        client.setSoLinger(true, 0);
      }
      broken.merge(moment, 1, Integer::sum);
      breakOff(client, server, responses);
    } catch (IOException e) {
      // One of the sides, or the test, ended the connection.
    } finally {
      open.remove(client);
    }
  }

  private void breakOff(Socket client, Socket server, InputStream responses) throws IOException {
    breaking.incrementAndGet();
    try {
      client.close();
      // Whatever the server got, it is to be through with it before anybody counts.
      server.shutdownOutput();
      responses.transferTo(OutputStream.nullOutputStream());
    } finally {
      breaking.decrementAndGet();
    }
  }

  /**
   * Hands one request and its response on, up to the moment; false when the connection has ended.
   */
  private static boolean exchange(
      @Nullable Moment moment,
      Socket client,
      InputStream requests,
      Socket server,
      InputStream responses,
      Random random)
      throws IOException {
    if (moment == Moment.BEFORE_REQUEST) {
      return true;
    }
    byte[] request = readMessage(requests);
    if (request == null || moment == Moment.INSTEAD_OF_REQUEST) {
      return request != null;
    }
    boolean whole = moment != Moment.WITHIN_REQUEST;
    server.getOutputStream().write(whole ? request : partOf(request, random));
    if (!whole || moment == Moment.AFTER_REQUEST) {
      return true;
    }
    byte[] response = readMessage(responses);
    if (response == null || moment == Moment.INSTEAD_OF_RESPONSE) {
      return response != null;
    }
    client
        .getOutputStream()
        .write(moment == Moment.WITHIN_RESPONSE ? partOf(response, random) : response);
    return true;
  }

  private static byte[] partOf(byte[] message, Random random) {
    return Arrays.copyOf(message, 1 + random.nextInt(message.length - 1));
  }

  /** Head and body, whose length must be announced; null when the connection ends before. */
  private static byte @Nullable [] readMessage(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      message.write(b);
      if (b != '\n') {
        line.write(b);
        continue;
      }
      String header = line.toString(StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
      line.reset();
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
      if (header.isEmpty()) {
        byte[] body = in.readNBytes(length);
        message.writeBytes(body);
        return body.length == length ? message.toByteArray() : null;
      }
    }
    return null;
  }
}
