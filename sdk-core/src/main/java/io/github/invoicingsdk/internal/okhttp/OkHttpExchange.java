package io.github.invoicingsdk.internal.okhttp;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.ExplainedBody;
import io.github.invoicingsdk.internal.http.InterruptWatch;
import io.github.invoicingsdk.internal.http.RequestHeaders;
import io.github.invoicingsdk.internal.http.Sending;
import io.github.invoicingsdk.internal.http.VerifiedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;

/**
 * Sends requests by a client of OkHttp that shares the connections, threads and interceptors of the
 * given one, and repeats nothing.
 *
 * <p>OkHttp by itself sends a request again after a lost connection, a redirect, 401, 407, 408,
 * 421, and 503 with {@code Retry-After: 0}. What can be switched off is; a body that can be sent
 * once stops the rest for writes; and an interceptor right above the connection stops whatever else
 * there may be. A read may be repeated by interceptors of the given client.
 *
 * <p>Thread-safe.
 */
public final class OkHttpExchange implements VerifiedTransport {

  private static final String RETRY_AFTER = "Retry-After";

  /** What OkHttp says of a proxy that answers 407 and gets no other credentials. */
  private static final String PROXY_WANTS_CREDENTIALS = "Failed to authenticate with proxy";

  private final OkHttpClient client;

  /** Creates a transport out of a client, which stays as it is. */
  public OkHttpExchange(OkHttpClient given) {
    this.client =
        given
            .newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            // Of another account perhaps, and the URL holds a key.
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            // Over HTTP/2 a client may send a request again on another connection.
            .protocols(List.of(Protocol.HTTP_1_1))
            // The time of the whole exchange is limited instead.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addInterceptor(OkHttpExchange::withinTimeToConnect)
            .addNetworkInterceptor(OkHttpExchange::once)
            .build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Exchange exchange = new Exchange(Sending.of(request), options.connectTimeoutMillis());
    Call call = client.newCall(translated(request, exchange));
    call.timeout().timeout(options.readTimeoutMillis(), TimeUnit.MILLISECONDS);
    InterruptWatch watch = new InterruptWatch(exchange.sending, call::cancel);
    try {
      return translated(watch.over(call::execute), request, exchange, watch);
    } catch (IOException e) {
      boolean unauthenticated =
          !exchange.sending.hasBegun() && PROXY_WANTS_CREDENTIALS.equals(e.getMessage());
      throw unauthenticated
          ? exchange.sending.refusedByProxy(Sending.PROXY_WANTS_CREDENTIALS)
          : exchange.sending.explained(e);
    } catch (RuntimeException e) {
      throw exchange.sending.explained(e);
    }
  }

  private static okhttp3.Request translated(Request request, Exchange exchange) {
    okhttp3.Request.Builder builder =
        new okhttp3.Request.Builder().url(request.url()).tag(Exchange.class, exchange);
    // Otherwise OkHttp decodes by itself, and a damaged body looks like a lost connection.
    builder.header("Accept-Encoding", "gzip");
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!RequestHeaders.OF_THE_CLIENT.contains(name)) {
                builder.removeHeader(name);
                values.forEach(value -> builder.addHeader(name, value));
              }
            });
    byte[] body = request.body();
    return builder
        .method(
            request.httpMethod().name(),
            Sending.isRead(request) ? null : new OneShotBody(body == null ? new byte[0] : body))
        .build();
  }

  private static Response translated(
      okhttp3.Response response, Request request, Exchange exchange, InterruptWatch watch)
      throws IOException {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().toMultimap());
    if (!exchange.retryAfter.isEmpty()) {
      headers.put(RETRY_AFTER, exchange.retryAfter);
    }
    ResponseBody body = Objects.requireNonNull(response.body(), "body");
    return Response.builder()
        .status(response.code())
        .headers(headers)
        .request(request)
        .protocolVersion(Request.ProtocolVersion.HTTP_1_1)
        .body(
            new ExplainedBody(body.byteStream(), response, exchange.sending, watch),
            ExplainedBody.length(body.contentLength()))
        .build();
  }

  private static okhttp3.Response withinTimeToConnect(Interceptor.Chain chain) throws IOException {
    int own = exchangeOf(chain).connectTimeoutMillis;
    // Zero is no limit.
    int given = chain.connectTimeoutMillis() == 0 ? own : chain.connectTimeoutMillis();
    return chain
        .withConnectTimeout(Math.min(given, own), TimeUnit.MILLISECONDS)
        .proceed(chain.request());
  }

  private static okhttp3.Response once(Interceptor.Chain chain) throws IOException {
    Exchange exchange = exchangeOf(chain);
    exchange.sending.begin();
    okhttp3.Response response = chain.proceed(chain.request());
    // OkHttp repeats a request at once that is told to come back in no time.
    exchange.retryAfter = response.headers(RETRY_AFTER);
    return response.newBuilder().removeHeader(RETRY_AFTER).build();
  }

  /** An interceptor may have replaced the request, but not the call. */
  private static Exchange exchangeOf(Interceptor.Chain chain) {
    return Objects.requireNonNull(chain.call().request().tag(Exchange.class), "exchange");
  }

  /** What the interceptors know of a call. */
  private static final class Exchange {

    private final Sending sending;
    private final int connectTimeoutMillis;
    private volatile List<String> retryAfter = List.of();

    Exchange(Sending sending, int connectTimeoutMillis) {
      this.sending = sending;
      this.connectTimeoutMillis = connectTimeoutMillis;
    }
  }
}
