package io.github.invoicingsdk;

import feign.Client;
import io.github.invoicingsdk.internal.apache.ApacheExchange;
import java.io.IOException;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Sends requests by Apache HttpClient 5.2 or newer, which is an optional dependency: {@code
 * org.apache.httpcomponents.client5:httpclient5}.
 *
 * <pre>{@code
 * try (ApacheTransport transport = ApacheTransport.of(HttpClients.custom().useSystemProperties())) {
 *   InvoiceXpressClient client =
 *       InvoiceXpressClient.builder()
 *           .account("acme")
 *           .apiKey(key)
 *           .transport(transport)
 *           .build();
 * }
 * }</pre>
 *
 * <p>It is made from the builder of a client because a client that is built does not tell what it
 * repeats. The proxy with its credentials, the connection manager with its TLS settings, and the
 * interceptors of the builder are kept. It sends every write at most once, and switches off what
 * could repeat a request or mix accounts: automatic retries, redirects, answering 401, and cookies.
 * Timeouts are those of each call. A connection manager has 5 connections for a host unless it is
 * told otherwise; a call waits for a free one within its time.
 *
 * <p>An interceptor of the execution chain that proceeds twice with a write is stopped before the
 * second time, and the write ends with an unknown outcome. What an interceptor sends by another
 * client, what a request executor or connection manager of one's own does, and repeats of reads
 * cannot be seen. Interceptors see the API key in the URL and tokens in headers, so they must not
 * log them; nor must the client's own log be at the level DEBUG.
 *
 * <p>A thread is blocked for every request. When it is interrupted, the call ends within a tenth of
 * a second with a {@link io.github.invoicingsdk.error.CallInterruptedException}, except while the
 * name of a host is looked up. Thread-safe.
 */
public final class ApacheTransport extends Transport implements AutoCloseable {

  private final ApacheExchange exchange;

  private ApacheTransport(ApacheExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Makes a transport out of the settings of a client.
   *
   * @param builder the settings, which are changed; not to be used for anything else afterwards
   * @return a transport with a client of its own
   * @throws NullPointerException if the builder is null
   */
  @SuppressWarnings("exports") // Who calls it has the library.
  public static ApacheTransport of(HttpClientBuilder builder) {
    return new ApacheTransport(new ApacheExchange(Objects.requireNonNull(builder, "builder")));
  }

  @Override
  Client client() {
    return exchange;
  }

  /**
   * Closes the connections, unless the builder was told that its connection manager is shared.
   * Calls under way fail.
   *
   * @throws IOException if Apache's client cannot be closed
   */
  @Override
  public void close() throws IOException {
    exchange.close();
  }
}
