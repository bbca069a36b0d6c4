package io.github.invoicingsdk.internal.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Tells whether a failed TLS handshake can have come after a request was sent.
 *
 * <p>Up to TLS 1.2 a server may ask for another handshake in the middle of a connection, after it
 * has processed the request. If that one fails, the JDK throws the same exception as for the first.
 * As long as no connection was asked for a second handshake, each failure is that of a first one,
 * before which nothing is sent. Thread-safe.
 */
public final class WatchedTls {

  private final AtomicBoolean renegotiated = new AtomicBoolean();

  /** Creates a watch that has seen nothing. */
  public WatchedTls() {}

  /** A context whose connections are watched. */
  public SSLContext around(SSLContext context) {
    return new Watched(new Spi(context), context);
  }

  /** Whether a failed handshake proves that nothing was sent. */
  public boolean provesThatNothingWasSent() {
    return !renegotiated.get();
  }

  private static final class Watched extends SSLContext {

    Watched(SSLContextSpi watching, SSLContext context) {
      super(watching, context.getProvider(), context.getProtocol());
    }
  }

  private final class Spi extends SSLContextSpi {

    private final SSLContext context;

    Spi(SSLContext context) {
      this.context = context;
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("the context is in use");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return watched(context.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return watched(context.createSSLEngine(host, port));
    }

    private SSLEngine watched(SSLEngine engine) {
      return new WatchedEngine(engine, () -> renegotiated.set(true));
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return context.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return context.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return context.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return context.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return context.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return context.getSupportedSSLParameters();
    }
  }
}
