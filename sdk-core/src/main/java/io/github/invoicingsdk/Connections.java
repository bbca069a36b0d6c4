package io.github.invoicingsdk;

import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.ConnectionSettings;
import io.github.invoicingsdk.internal.http.SharedHttpClient;
import io.github.invoicingsdk.internal.http.Timeouts;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

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
   * Makes connections with the default settings: short for {@code builder().open()}.
   *
   * @return no connection yet; they are made when they are needed
   */
  public static Connections open() {
    return builder().open();
  }

  /**
   * Starts with the default settings.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
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

  /** How shared connections are made. For one thread. */
  public static final class Builder {

    private Duration connectTimeout = ClientBuilder.DEFAULT_CONNECT_TIMEOUT;
    private @Nullable ProxySelector proxy;
    private @Nullable ProxyCredentials credentials;
    private @Nullable SSLContext sslContext;

    private Builder() {}

    /**
     * How long setting up a connection may take. 10 seconds unless set.
     *
     * @param connectTimeout more than zero, at most one hour
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder connectTimeout(Duration connectTimeout) {
      this.connectTimeout = Timeouts.checked(connectTimeout, "connectTimeout");
      return this;
    }

    /**
     * The proxy, which asks for no credentials; the one of the JVM's system properties, if any,
     * unless set.
     *
     * @param proxy chooses the proxy for an address, such as {@link ProxySelector#of}
     * @return this builder
     */
    public Builder proxy(ProxySelector proxy) {
      this.proxy = Objects.requireNonNull(proxy, "proxy");
      this.credentials = null;
      return this;
    }

    /**
     * The proxy, with the user name and password that it asks for; see {@link
     * ClientBuilder#proxy(ProxySelector, ProxyCredentials)}.
     *
     * @param proxy chooses the proxy for an address, such as {@link ProxySelector#of}, or {@link
     *     ProxySelector#getDefault} for the one of the JVM's system properties
     * @param credentials what the proxy is told
     * @return this builder
     */
    public Builder proxy(ProxySelector proxy, ProxyCredentials credentials) {
      this.proxy = Objects.requireNonNull(proxy, "proxy");
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Which servers are trusted, and the client's own certificate; see {@link
     * ClientBuilder#sslContext}.
     *
     * @param sslContext the context, which has been initialized
     * @return this builder
     */
    public Builder sslContext(SSLContext sslContext) {
      this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
      return this;
    }

    /**
     * Makes the connections.
     *
     * @return no connection yet; they are made when they are needed
     */
    public Connections open() {
      return new Connections(
          new SharedHttpClient(
              new ConnectionSettings(
                  connectTimeout,
                  proxy,
                  credentials == null ? null : credentials.authorization(),
                  sslContext),
              Clock.system()));
    }
  }
}
