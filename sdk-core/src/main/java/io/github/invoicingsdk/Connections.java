package io.github.invoicingsdk;

import io.github.invoicingsdk.internal.http.SharedHttpClient;
import io.github.invoicingsdk.internal.http.Timeouts;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;

/**
 * Connections and threads that many clients share.
 *
 * <p>A client has connections of its own, which is right for the few accounts of most programs. A
 * platform that works for a thousand accounts lets their clients share them:
 *
 * <pre>{@code
 * try (Connections connections = Connections.open()) {
 *   for (Tenant tenant : tenants) {
 *     clients.put(
 *         tenant,
 *         InvoiceXpressClient.builder()
 *             .account(tenant.account())
 *             .apiKey(tenant.apiKey())
 *             .connections(connections)
 *             .build());
 *   }
 *   serve(clients);
 * }
 * }</pre>
 *
 * <p>Only connections are shared: credentials, tokens, rate limits and listeners are each client's
 * own, and a connection carries no state from one request to the next. Both providers may be called
 * over the same ones. Thread-safe.
 */
public final class Connections implements AutoCloseable {

  private final SharedHttpClient http;

  private Connections(SharedHttpClient http) {
    this.http = http;
  }

  /**
   * Makes connections that are set up within 10 seconds, and through the proxy that the JVM's
   * system properties name, if any.
   *
   * @return no connection yet; they are made when they are needed
   */
  public static Connections open() {
    return new Connections(new SharedHttpClient(ClientBuilder.DEFAULT_CONNECT_TIMEOUT, null));
  }

  /**
   * Makes connections that are set up within a time, through a proxy.
   *
   * @param connectTimeout how long setting up a connection may take; more than zero, at most one
   *     hour
   * @param proxy chooses the proxy, such as {@link ProxySelector#of}, or {@link
   *     ProxySelector#getDefault} for the one of the system properties
   * @return no connection yet; they are made when they are needed
   * @throws IllegalArgumentException when the time is out of range
   */
  public static Connections open(Duration connectTimeout, ProxySelector proxy) {
    return new Connections(
        new SharedHttpClient(
            Timeouts.checked(connectTimeout, "connectTimeout"),
            Objects.requireNonNull(proxy, "proxy")));
  }

  SharedHttpClient http() {
    return http;
  }

  /**
   * Refuses further requests of all clients that share these connections, with an {@link
   * IllegalStateException}. Returns at once: requests under way end as they would have, and the
   * threads stop after the last of them. Closing twice does nothing more.
   */
  @Override
  public void close() {
    http.close();
  }
}
