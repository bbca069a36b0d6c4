package io.github.invoicingsdk.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on the loopback interface that lets the user "ana" with the password "s3cret" through,
 * asks everybody else for credentials, and can be told to refuse in other ways.
 */
public final class AuthenticatingProxy implements AutoCloseable {

  /** Who is let through. */
  public static final String USER = "ana";

  /** The password of that user. */
  public static final String PASSWORD = "s3cret-of-ana";

  private static final String WANTED =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final ServerSocket listener;
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private final List<String> let = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private AuthenticatingProxy(ServerSocket listener) {
    this.listener = listener;
    start(this::acceptAll);
  }

  /** Starts a proxy. */
  public static AuthenticatingProxy start() {
    try {
      return new AuthenticatingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chooses this proxy for all addresses. */
  public ProxySelector selector() {
    return ProxySelector.of(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
  }

  /** Answers the next request with a status, whoever sends it. */
  public void refuseNext(int status) {
    refusals.add(status);
  }

  /** The methods and targets of what was let through, tunnels included. */
  public List<String> let() {
    return let;
  }

  /** The methods and targets of what was refused. */
  public List<String> refused() {
    return refused;
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
        Socket socket = listener.accept();
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "authenticating-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    try (socket) {
      List<String> head = new ArrayList<>();
      while (readHead(socket.getInputStream(), head)) {
        String[] line = head.get(0).split(" ");
        String what = line[0] + " " + line[1];
        Integer refusal = refusals.poll();
        if (refusal == null && !head.contains("proxy-authorization: " + WANTED)) {
          refusal = 407;
        }
        if (refusal != null) {
          refused.add(what);
          socket.getInputStream().readNBytes(length(head));
          respond(socket, refusal);
        } else {
          let.add(what);
          if (line[0].equals("CONNECT")) {
            tunnel(socket, URI.create("tunnel://" + line[1]));
            return;
          }
          passOn(socket, line, head);
        }
      }
    } catch (IOException e) {
      // One of the two sides ended the connection.
    }
  }

  private static void respond(Socket socket, int status) throws IOException {
    String response =
        "HTTP/1.1 "
            + status
            + " Refused\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
            + "Content-Type: text/html\r\nContent-Length: 9\r\n\r\n<h1>no</h";
    socket.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** To the end of the connection. */
  private void tunnel(Socket near, URI target) throws IOException {
    try (Socket far = new Socket(target.getHost(), target.getPort())) {
      open.add(far);
      near.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      start(() -> pump(near, far));
      pump(far, near);
    }
  }

  /** One request and its response. */
  private static void passOn(Socket near, String[] line, List<String> head) throws IOException {
    URI target = URI.create(line[1]);
    try (Socket far = new Socket(target.getHost(), target.getPort())) {
      far.getOutputStream().write(forwarded(line, target, head));
      far.getOutputStream().write(near.getInputStream().readNBytes(length(head)));
      far.getOutputStream().flush();
      List<String> response = new ArrayList<>();
      if (readHead(far.getInputStream(), response)) {
        byte[] body = far.getInputStream().readNBytes(length(response));
        String lines = String.join("\r\n", response) + "\r\n\r\n";
        near.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
        near.getOutputStream().write(body);
        near.getOutputStream().flush();
      }
    }
  }

  private static byte[] forwarded(String[] line, URI target, List<String> head) {
    StringBuilder request = new StringBuilder(line[0] + " " + target.getRawPath());
    if (target.getRawQuery() != null) {
      request.append('?').append(target.getRawQuery());
    }
    request.append(" HTTP/1.1\r\nconnection: close\r\n");
    head.stream()
        .skip(1)
        .filter(header -> !header.startsWith("proxy-") && !header.startsWith("connection:"))
        .forEach(header -> request.append(header).append("\r\n"));
    return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        out.write(bytes, 0, count);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two sides ended the connection.
    }
  }

  private static int length(List<String> head) {
    return head.stream()
        .filter(header -> header.startsWith("content-length: "))
        .mapToInt(header -> Integer.parseInt(header.substring("content-length: ".length())))
        .findFirst()
        .orElse(0);
  }

  /** The request line and the headers, whose names are in lower case; false at the end. */
  private static boolean readHead(InputStream in, List<String> head) throws IOException {
    head.clear();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        text.write(b);
        continue;
      }
      String line = text.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      text.reset();
      if (line.isEmpty()) {
        return !head.isEmpty();
      }
      int colon = head.isEmpty() ? 0 : line.indexOf(':');
      head.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    return false;
  }
}
