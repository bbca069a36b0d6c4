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
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

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
    OTHER_NAME,
    /**
     * It succeeds. After a request was read, the server asks for another one, as TLS 1.2 allows,
     * and that fails, since the client has no certificate.
     */
    REPEATED_IN_VAIN
  }

  private static final char[] PASSWORD = "for-tests".toCharArray();
  private static final String RESPONSE =
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
    if (kind == Kind.REPEATED_IN_VAIN) {
      ((SSLServerSocket) listener).setEnabledProtocols(new String[] {"TLSv1.2"});
    }
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
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trustManager()}, null);
    return context;
  }

  /** Trusts this server alone. */
  X509TrustManager trustManager() throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("server", keys(kind).getCertificate("server"));
    trust.init(anchors);
    return (X509TrustManager) trust.getTrustManagers()[0];
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

  /** Reads to the empty line that ends the headers. */
  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.indexOf("\r\n\r\n") >= 0) {
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
      if (kind == Kind.REPEATED_IN_VAIN) {
        readHead(socket.getInputStream());
        ((SSLSocket) socket).setNeedClientAuth(true);
        ((SSLSocket) socket).startHandshake();
        // It is made while the connection is read.
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      socket.getOutputStream().write(RESPONSE.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The handshake failed, or the client ended the connection.
    } finally {
      open.remove(socket);
    }
  }
}
