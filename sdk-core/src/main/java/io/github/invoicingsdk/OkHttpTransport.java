package io.github.invoicingsdk;

import feign.Client;
import io.github.invoicingsdk.internal.okhttp.OkHttpExchange;
import java.util.Objects;
import okhttp3.OkHttpClient;

/**
 * Sends requests by OkHttp 4 or 5, which is an optional dependency: {@code
 * com.squareup.okhttp3:okhttp}.
 *
 * <pre>{@code
 * InvoiceXpressClient client =
 *     InvoiceXpressClient.builder()
 *         .account("acme")
 *         .apiKey(key)
 *         .transport(OkHttpTransport.of(new OkHttpClient()))
 *         .build();
 * }</pre>
 *
 * <p>The transport shares the connection pool, the proxy with its authenticator, the TLS settings,
 * the DNS, the event listeners and the interceptors of the given client. It sends every write at
 * most once, and switches off what could repeat a request or mix accounts: retries after lost
 * connections, redirects, the authenticator for servers, cookies, the cache, and HTTP/2. Timeouts
 * are those of each call; only a shorter connect timeout of the given client counts.
 *
 * <p>An interceptor that proceeds twice with a write is stopped before the second time, and the
 * write ends with an unknown outcome. What an interceptor sends by another client, or repeats of
 * reads, cannot be seen. Interceptors see the API key in the URL and tokens in headers, so they
 * must not log them.
 *
 * <p>A thread is blocked for every request. When it is interrupted, the call ends within a tenth of
 * a second with a {@link io.github.invoicingsdk.error.CallInterruptedException}, except while the
 * name of a host is looked up. Thread-safe.
 */
public final class OkHttpTransport extends Transport {

  private final OkHttpExchange exchange;

  private OkHttpTransport(OkHttpExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Makes a transport out of a client, which stays as it is and remains the caller's to shut down.
   *
   * @param client a client of OkHttp
   * @return a transport that shares its connections
   * @throws NullPointerException if the client is null
   */
  @SuppressWarnings("exports") // Who calls it has the library.
  public static OkHttpTransport of(OkHttpClient client) {
    return new OkHttpTransport(new OkHttpExchange(Objects.requireNonNull(client, "client")));
  }

  @Override
  Client client() {
    return exchange;
  }
}
