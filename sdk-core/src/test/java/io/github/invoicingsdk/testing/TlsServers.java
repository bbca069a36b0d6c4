package io.github.invoicingsdk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Servers behind https addresses, with a certificate that nobody trusts unless told to. */
public final class TlsServers {

  private static final char[] PASSWORD = "for-tests".toCharArray();

  private TlsServers() {}

  /** A server that gives these responses one after the other. */
  public static RawServer respondingWith(RawServer.ScriptedResponse... responses) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keys(), PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return RawServer.respondingWith(
          context
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
          responses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the tests cannot be used", e);
    }
  }

  /** Trusts these servers and no others. */
  public static SSLContext trusted() {
    try {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("server", keys().getCertificate("server"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate of the tests cannot be used", e);
    }
  }

  /** The certificate of these servers, as PEM. */
  public static String certificate() throws IOException, GeneralSecurityException {
    return pem("CERTIFICATE", keys().getCertificate("server").getEncoded());
  }

  /** The private key of these servers, as PEM. */
  public static String privateKey() throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", keys().getKey("server", PASSWORD).getEncoded());
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(content)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private static KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in =
        Objects.requireNonNull(TlsServers.class.getResourceAsStream("/tls/right-name.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}
