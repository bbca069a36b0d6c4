package io.github.invoicingsdk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server behind an https address whose handshakes fail, or succeed, and which answers 404. */
final class TlsServer implements AutoCloseable {

  /** What becomes of a handshake. */
  enum Kind {
    /** It succeeds. */
    WELL,
    /** The server does not speak TLS. */
    PLAIN_TEXT,
    /** The server ends the connection in the middle of it. */
    BROKEN_OFF,
    /** The client does not know who signed the certificate. */
    UNTRUSTED,
    /** The certificate is that of another host. */
    OTHER_NAME
  }

  private static final char[] PASSWORD = "for-tests".toCharArray();
  private static final String ANSWER =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final Kind kind;
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private TlsServer(Kind kind, ServerSocket listener) {
    this.kind = kind;
    this.listener = listener;
    start(this::acceptAll);
  }

  static TlsServer start(Kind kind) throws IOException, GeneralSecurityException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerSocket listener =
        kind == Kind.PLAIN_TEXT || kind == Kind.BROKEN_OFF
            ? new ServerSocket()
            : serving(kind).getServerSocketFactory().createServerSocket();
    listener.bind(address);
    return new TlsServer(kind, listener);
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + listener.getLocalPort());
  }

  /** What a client that meets this server is to trust. */
  SSLContext trustedByClients() throws IOException, GeneralSecurityException {
    if (kind == Kind.UNTRUSTED) {
      return SSLContext.getDefault();
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("server", keys(kind).getCertificate("server"));
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** How many connections were made. */
  int connections() {
    return connections.get();
  }

  /** How many connections carried something after their handshake. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static SSLContext serving(Kind kind) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keys(kind), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore keys(Kind kind) throws IOException, GeneralSecurityException {
    String name = kind == Kind.OTHER_NAME ? "/tls/other-name.p12" : "/tls/right-name.p12";
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Objects.requireNonNull(TlsServer.class.getResourceAsStream(name))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    try (socket) {
      // Over TLS this makes the handshake.
      int first = socket.getInputStream().read();
      if (kind == Kind.BROKEN_OFF) {
        return;
      }
      if (first >= 0 && kind != Kind.PLAIN_TEXT) {
        requests.incrementAndGet();
      }
      socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The handshake failed, or the client ended the connection.
    } finally {
      open.remove(socket);
    }
  }
}
