package io.github.invoicingsdk.internal.http;

import java.net.ProxySelector;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made.
 *
 * @param connectTimeout how long setting up a connection may take, positive
 * @param proxy chooses the proxy for an address; null for the JVM's own choice
 * @param proxyAuthorization what the proxy is told of its user; null for nothing
 * @param sslContext who is trusted, and the client's own certificate; null for the JVM's default
 */
public record ConnectionSettings(
    Duration connectTimeout,
    @Nullable ProxySelector proxy,
    @Nullable ProxyAuthorization proxyAuthorization,
    @Nullable SSLContext sslContext) {

  /** What is told of nothing but the time. */
  static ConnectionSettings within(Duration connectTimeout) {
    return new ConnectionSettings(connectTimeout, null, null, null);
  }
}
