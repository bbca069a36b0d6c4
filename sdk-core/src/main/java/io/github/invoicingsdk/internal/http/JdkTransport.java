package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through one {@link HttpClient} and receives the whole response within the call's
 * deadline and the size cap.
 *
 * <p>It speaks HTTP/1.1, keeps connections open for a while, asks for gzip and decodes it, follows
 * no redirect, and stops at once when the calling thread is interrupted. A connection on which an
 * exchange was given up is closed. The body of every response is a byte array.
 *
 * <p>It throws
 *
 * <ul>
 *   <li>{@link ProxyAuthenticationException} when the proxy wants other credentials, or any;
 *   <li>another {@link ConnectException} when no connection came about, or the proxy refused to
 *       make one, so that nothing was sent;
 *   <li>{@link java.net.http.HttpConnectTimeoutException} when that took too long;
 *   <li>{@link HttpTimeoutException} when the deadline passed;
 *   <li>{@link InterruptedIOException} when the thread was interrupted, whose flag stays set;
 *   <li>{@link ResponseTooLargeException} and {@link CorruptContentException};
 *   <li>any other {@link IOException} when the connection or the response broke off;
 *   <li>{@link IllegalArgumentException} for an address or a header that cannot be sent;
 *   <li>{@link IllegalStateException} after {@link #close}, and when {@link #checkProxy} says so.
 * </ul>
 *
 * <p>No exception's text holds the query of the address or a header's value.
 *
 * <p>The JDK sends a GET a second time, unseen, when its connection drops before the first byte of
 * the response, so that an attempt may cost the provider two requests. It does not do so with other
 * methods, as long as the system property {@code jdk.httpclient.enableAllMethodRetry} is not set,
 * which it must not be.
 *
 * <p>Thread-safe.
 */
public final class JdkTransport implements Stage, AutoCloseable {

  static final String CONTENT_ENCODING = "Content-Encoding";
  private static final String ACCEPT_ENCODING = "Accept-Encoding";
  private static final String CONTENT_LENGTH = "Content-Length";

  /** What speaks of a body before it is decoded. */
  private static final Set<String> OF_THE_CODED_BODY =
      RequestHeaders.caseInsensitive(CONTENT_ENCODING, CONTENT_LENGTH);

  private final SharedHttpClient http;
  private final int maxResponseBytes;
  private final boolean ownsConnections;

  /**
   * Creates a transport with connections of its own.
   *
   * @param connectTimeout how long setting up a connection may take, positive
   * @param maxResponseBytes the most bytes a body may have, before and after decoding, positive
   * @param proxy chooses the proxy for an address; null for the JVM's own choice
   * @throws IllegalArgumentException when a number is not positive
   */
  public JdkTransport(
      Duration connectTimeout, int maxResponseBytes, @Nullable ProxySelector proxy) {
    this(
        new ConnectionSettings(positive(connectTimeout), proxy, null, null),
        maxResponseBytes,
        Clock.system());
  }

  /**
   * Creates a transport with connections of its own.
   *
   * @param settings how connections are made
   * @param maxResponseBytes the most bytes a body may have, before and after decoding, positive
   * @param time the clock by which connections grow old
   * @throws IllegalArgumentException when the number is not positive
   */
  public JdkTransport(ConnectionSettings settings, int maxResponseBytes, Clock time) {
    this(new SharedHttpClient(settings, time), maxResponseBytes, true);
  }

  private JdkTransport(SharedHttpClient http, int maxResponseBytes, boolean ownsConnections) {
    this.maxResponseBytes = BoundingStage.requireCap(maxResponseBytes);
    this.http = http;
    this.ownsConnections = ownsConnections;
  }

  /**
   * Creates a transport over connections that others use as well, and that it does not close.
   *
   * @param connections keeps the connections
   * @param maxResponseBytes the most bytes a body may have, before and after decoding, positive
   * @throws IllegalArgumentException when the number is not positive
   */
  public static JdkTransport over(SharedHttpClient connections, int maxResponseBytes) {
    return new JdkTransport(connections, maxResponseBytes, false);
  }

  private static Duration positive(Duration connectTimeout) {
    if (connectTimeout.isZero() || connectTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "connectTimeout must be positive, but is " + connectTimeout);
    }
    return connectTimeout;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    PooledClient client = http.acquire();
    try {
      return send(client.http(), request, CallContext.of(options));
    } finally {
      http.release(client);
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    PooledClient client;
    try {
      client = http.acquire();
    } catch (ConnectException e) {
      return CompletableFuture.failedFuture(e);
    }
    CancellableFuture<Response> steps = new CancellableFuture<>();
    steps.atEnd(failure -> http.release(client));
    try {
      steps.then(sendAsync(client.http(), request, context), steps::succeed, steps::fail);
    } catch (IOException | RuntimeException e) {
      steps.fail(e);
    }
    return steps.result();
  }

  /** Runs what may block, on a thread that ends with this transport. */
  public Executor background() {
    return http.executor();
  }

  /**
   * Refuses an address that is reached through a proxy to which the JVM would not pass on the
   * credentials.
   *
   * @throws IllegalStateException with the remedy
   */
  public void checkProxy(URI uri) {
    http.proxy().check(uri);
  }

  /** Sends requests whose responses are read while they come, over the same connections. */
  Stage streaming() {
    return new StreamingExchange(http);
  }

  /**
   * Refuses new requests from now on, unless the connections are shared. Returns at once: requests
   * under way end as they would have, and the threads stop after the last of them.
   */
  @Override
  public void close() {
    if (ownsConnections) {
      http.close();
    }
  }

  /** Waits until the threads have ended after {@link #close}; false when the time is not enough. */
  boolean awaitStopped(Duration atMost) throws InterruptedException {
    return http.awaitStopped(atMost);
  }

  private Response send(HttpClient client, Request request, CallContext context)
      throws IOException {
    HttpRequest httpRequest = prepare(request, context.deadline(), "gzip", http.proxy());
    WaitingThread waiting = new WaitingThread();
    Bodies bodies = new Bodies(request, context.deadline(), waiting::wake);
    HttpResponse<byte[]> received;
    try {
      received = waiting.send(client, httpRequest, bodies);
    } catch (InterruptedException e) {
      if (bodies.isOverdue()) {
        throw bodies.explain(e, httpRequest);
      }
      Thread.currentThread().interrupt();
      throw ExchangeFailures.interrupted(e);
    } catch (IOException | RuntimeException | InternalError e) {
      throw bodies.explain(e, httpRequest);
    }
    return translate(received, context.shownFor(request));
  }

  private CompletableFuture<Response> sendAsync(
      HttpClient client, Request request, CallContext context) throws IOException {
    HttpRequest httpRequest = prepare(request, context.deadline(), "gzip", http.proxy());
    CancellableFuture<Response> steps = new CancellableFuture<>();
    Bodies bodies =
        new Bodies(
            request,
            context.deadline(),
            () -> steps.fail(ExchangeFailures.timedOut(context.deadline())));
    steps.then(
        client.sendAsync(httpRequest, bodies),
        received -> steps.succeed(translate(received, context.shownFor(request))),
        failure -> {
          throw bodies.explain(failure, httpRequest);
        });
    return steps.result();
  }

  /** Receives the bodies of one exchange, and knows why it stopped one. */
  private final class Bodies implements HttpResponse.BodyHandler<byte[]> {

    private final Request request;
    private final Deadline deadline;
    private final Runnable overdue;
    private volatile @Nullable TimedBodySubscriber last;

    Bodies(Request request, Deadline deadline, Runnable overdue) {
      this.request = request;
      this.deadline = deadline;
      this.overdue = overdue;
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
      // The response to a HEAD announces the length of a body that never comes.
      boolean hasBody = request.httpMethod() != Request.HttpMethod.HEAD;
      long announced = hasBody ? announcedLength(info.headers()) : ByteCollector.UNKNOWN;
      TimedBodySubscriber body =
          new TimedBodySubscriber(maxResponseBytes, announced, deadline, overdue);
      last = body;
      return body;
    }

    boolean isOverdue() {
      TimedBodySubscriber stopped = last;
      return stopped != null && stopped.stopReason() instanceof HttpTimeoutException;
    }

    IOException explain(Throwable failure, HttpRequest sent) {
      TimedBodySubscriber stopped = last;
      IOException stopReason = stopped == null ? null : stopped.stopReason();
      return SafeFailures.withoutSecrets(
          stopReason == null ? explained(failure, sent) : stopReason, request, Map.of());
    }

    private IOException explained(Throwable failure, HttpRequest sent) {
      IOException explained = ExchangeFailures.explain(failure, sent.uri(), deadline);
      return sent.bodyPublisher().isPresent()
              && sent.bodyPublisher().get() instanceof WatchedBody body
          ? http.explained(ExchangeFailures.proved(explained, body.giveUp(), sent.uri(), deadline))
          : http.explained(explained);
    }
  }

  private static long announcedLength(HttpHeaders headers) {
    List<String> lengths = headers.allValues(CONTENT_LENGTH);
    try {
      return lengths.isEmpty() ? ByteCollector.UNKNOWN : Long.parseLong(lengths.get(0));
    } catch (NumberFormatException e) {
      return ByteCollector.UNKNOWN;
    }
  }

  /** The request as the JDK sends it within the time that is left. */
  static HttpRequest prepare(Request request, Deadline deadline, String encoding, ProxyUse proxy)
      throws IOException {
    URI uri = RequestAddress.parse(request.url());
    Duration remaining = deadline.remaining();
    if (remaining.isZero()) {
      throw ExchangeFailures.tooLate(deadline);
    }
    byte[] body = request.body();
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(remaining);
    if (request.httpMethod() == Request.HttpMethod.GET && body == null) {
      // With a body, even one of no bytes, JDK 17 sends its length.
      builder.GET();
    } else {
      builder.method(
          request.httpMethod().name(),
          new WatchedBody(
              body == null || body.length == 0
                  ? HttpRequest.BodyPublishers.noBody()
                  : HttpRequest.BodyPublishers.ofByteArray(body)));
    }
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!RequestHeaders.OF_THE_CLIENT.contains(name)
                  && !ACCEPT_ENCODING.equalsIgnoreCase(name)) {
                values.forEach(value -> addHeader(builder, name, value));
              }
            });
    proxy.authorize(builder, uri);
    return builder.setHeader(ACCEPT_ENCODING, encoding).build();
  }

  private static void addHeader(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.header(name, value);
    } catch (IllegalArgumentException e) {
      // Not chained: the exception's own text quotes the value, which may be a credential.
      throw new IllegalArgumentException(
          "the header "
              + name
              + " cannot be sent: its name is not allowed, or its value holds characters that a"
              + " header must not have");
    }
  }

  private Response translate(HttpResponse<byte[]> received, Request request) throws IOException {
    http.proxy().requireOfProvider(received, received.uri());
    byte[] body = received.body();
    List<String> codings = ContentDecoding.codings(received.headers().allValues(CONTENT_ENCODING));
    Set<String> leftOut = Set.of();
    if (ContentDecoding.isGzip(codings)) {
      body = ContentDecoding.gunzip(body, maxResponseBytes);
      leftOut = OF_THE_CODED_BODY;
    } else if (!codings.isEmpty() && body.length > 0) {
      throw unexpected(codings);
    }
    return response(received, headers(received, leftOut), request).body(new HeldBody(body)).build();
  }

  static CorruptContentException unexpected(List<String> codings) {
    return new CorruptContentException(
        "the response has the content encoding "
            + String.join(", ", codings)
            + ", which was not asked for");
  }

  static Map<String, Collection<String>> headers(HttpResponse<?> received, Set<String> leftOut) {
    // Feign sorts a copy of its own.
    Map<String, List<String>> all = received.headers().map();
    Map<String, Collection<String>> headers = new HashMap<>(2 * all.size());
    all.forEach(
        (name, values) -> {
          if (!leftOut.contains(name)) {
            headers.put(name, values);
          }
        });
    return headers;
  }

  static Response.Builder response(
      HttpResponse<?> received, Map<String, Collection<String>> headers, Request request) {
    return Response.builder()
        .status(received.statusCode())
        .headers(headers)
        .request(request)
        .protocolVersion(Request.ProtocolVersion.HTTP_1_1);
  }
}
