package io.github.invoicingsdk.internal.apache;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.ExplainedBody;
import io.github.invoicingsdk.internal.http.InterruptWatch;
import io.github.invoicingsdk.internal.http.QuietTimer;
import io.github.invoicingsdk.internal.http.RequestHeaders;
import io.github.invoicingsdk.internal.http.Sending;
import io.github.invoicingsdk.internal.http.VerifiedTransport;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests by a client of Apache's that repeats nothing.
 *
 * <p>Apache's client by itself sends a request again after a lost connection, 429, 503, a redirect,
 * 401 and 407. What can be switched off is; a body that cannot be read twice stops the rest for
 * writes; and a handler right above the connection stops whatever else there may be. A read may be
 * repeated by handlers of the given builder.
 *
 * <p>Thread-safe.
 */
public final class ApacheExchange implements VerifiedTransport, Closeable {

  private static final String SENDING = "io.github.invoicingsdk.sending";

  private final CloseableHttpClient client;
  private final RequestConfig defaults;

  /** Creates a transport out of the settings of a client, which are changed. */
  public ApacheExchange(HttpClientBuilder builder) {
    this.client =
        builder
            .disableAutomaticRetries()
            .disableRedirectHandling()
            // The SDK itself answers 401; a proxy may ask for credentials.
            .setTargetAuthenticationStrategy((challengeType, challenges, context) -> List.of())
            // Of another account perhaps.
            .disableCookieManagement()
            // A damaged body would look like a lost connection.
            .disableContentCompression()
            .addExecInterceptorLast("invoicing-sdk-once", ApacheExchange::once)
            .build();
    RequestConfig set = client instanceof Configurable has ? has.getConfig() : null;
    this.defaults = set == null ? RequestConfig.DEFAULT : set;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Sending sending = Sending.of(request);
    HttpUriRequestBase sent = translated(request);
    sent.setConfig(within(options));
    CompletableFuture<Void> end = new CompletableFuture<>();
    stopAfter(Duration.ofMillis(options.readTimeoutMillis()), end, sent, sending);
    InterruptWatch watch = new InterruptWatch(sending, sent::cancel);
    boolean handedOn = false;
    try {
      Response response =
          translated(watch.over(() -> send(sent, sending)), request, sending, watch, end);
      handedOn = true;
      return response;
    } catch (IOException e) {
      throw sending.explained(e);
    } catch (RuntimeException e) {
      throw sending.explained(e);
    } finally {
      if (!handedOn) {
        end.complete(null);
      }
    }
  }

  /** Closes the connections, unless the builder was told that they are shared. */
  @Override
  public void close() throws IOException {
    client.close();
  }

  private ClassicHttpResponse send(HttpUriRequestBase sent, Sending sending) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(SENDING, sending);
    HttpHost target = new HttpHost(sent.getScheme(), sent.getAuthority());
    ClassicHttpResponse response = client.executeOpen(target, sent, context);
    if (!sending.hasBegun()) {
      // Apache's client takes the response of a proxy that opens no tunnel for the server's.
      sent.cancel();
      throw sending.refusedByProxy(response.getCode());
    }
    return response;
  }

  private static HttpUriRequestBase translated(Request request) {
    HttpUriRequestBase sent =
        new HttpUriRequestBase(request.httpMethod().name(), URI.create(request.url()));
    sent.setHeader("Accept-Encoding", "gzip");
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!RequestHeaders.OF_THE_CLIENT.contains(name)) {
                sent.removeHeaders(name);
                values.forEach(value -> sent.addHeader(name, value));
              }
            });
    if (!Sending.isRead(request)) {
      byte[] body = request.body() == null ? new byte[0] : request.body();
      // No body that could be read once more, not even an empty one.
      sent.setEntity(new InputStreamEntity(new ByteArrayInputStream(body), body.length, null));
    }
    return sent;
  }

  @SuppressWarnings("deprecation") // The time to connect has no other place in a request.
  private RequestConfig within(Request.Options options) {
    Timeout whole = Timeout.ofMilliseconds(options.readTimeoutMillis());
    Timeout toConnect = Timeout.ofMilliseconds(options.connectTimeoutMillis());
    return RequestConfig.copy(defaults)
        .setConnectionRequestTimeout(whole)
        .setConnectTimeout(toConnect)
        .setResponseTimeout(whole)
        .setRedirectsEnabled(false)
        .setExpectContinueEnabled(false)
        .build();
  }

  /** Its own timeouts begin anew with every byte. */
  @SuppressWarnings("FutureReturnValueIgnored") // What ends it is the end of the exchange.
  private static void stopAfter(
      Duration time, CompletableFuture<Void> end, HttpUriRequestBase sent, Sending sending) {
    QuietTimer.limit(end, time)
        .whenComplete(
            (done, over) -> {
              if (over != null) {
                sending.stoppedByTime();
                sent.cancel();
              }
            });
  }

  private static ClassicHttpResponse once(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (scope.clientContext.getAttribute(SENDING) instanceof Sending sending) {
      sending.begin();
    }
    return chain.proceed(request, scope);
  }

  private static Response translated(
      ClassicHttpResponse response,
      Request request,
      Sending sending,
      InterruptWatch watch,
      CompletableFuture<Void> end)
      throws IOException {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    @Nullable HttpEntity entity = response.getEntity();
    InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    long length = entity == null ? 0 : entity.getContentLength();
    return Response.builder()
        .status(response.getCode())
        .headers(headers)
        .request(request)
        .protocolVersion(Request.ProtocolVersion.HTTP_1_1)
        .body(
            new ExplainedBody(body, () -> ended(response, end), sending, watch),
            ExplainedBody.length(length))
        .build();
  }

  private static void ended(ClassicHttpResponse response, CompletableFuture<Void> end)
      throws IOException {
    end.complete(null);
    response.close();
  }
}
