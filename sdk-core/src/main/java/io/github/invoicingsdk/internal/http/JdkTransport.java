package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the JDK's HTTP client: pooled connections, HTTP/2 where TLS is, no redirects,
 * a deadline that covers the body, a limit of size. Thread-safe.
 *
 * <p>The JDK's client sends a GET a second time by itself when a pooled connection turns out to be
 * closed before the first byte of the answer; it never does so with another method.
 */
public final class JdkTransport implements Client, AutoCloseable {

  /** Headers that the JDK's client sets itself and refuses to be given. */
  private static final Set<String> RESTRICTED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final ExecutorService executor;
  private final int maxBytes;
  private volatile @Nullable HttpClient client;

  /**
   * Creates a transport with connections of its own.
   *
   * @param connectTimeout how long setting up a connection may take
   * @param maxBytes the largest answer that is read, before decompression
   * @param proxy the proxy; null for none
   */
  public JdkTransport(Duration connectTimeout, int maxBytes, @Nullable ProxySelector proxy) {
    this.maxBytes = maxBytes;
    this.executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "invoicing-sdk-" + THREADS.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .executor(executor)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (proxy != null) {
      builder.proxy(proxy);
    }
    this.client = builder.build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    HttpClient current = client;
    if (current == null) {
      throw new IllegalStateException("this client is closed");
    }
    Deadline deadline = CallContext.of(options).deadline();
    try {
      HttpResponse<byte[]> answer =
          current.send(
              httpRequest(request, positive(deadline.remaining())),
              info -> new BodyCollector(maxBytes, positive(deadline.remaining())));
      return response(request, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the answer");
    } catch (IOException e) {
      throw unwrapped(e);
    }
  }

  /** Ends the threads; calls that are under way fail. */
  @Override
  public void close() {
    // The JDK's client of Java 17 cannot be closed: letting go of it ends its connections.
    client = null;
    executor.shutdownNow();
  }

  private static HttpRequest httpRequest(Request request, Duration timeout) throws IOException {
    URI uri = uri(request.url());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .version(
                "https".equalsIgnoreCase(uri.getScheme())
                    ? HttpClient.Version.HTTP_2
                    // Without TLS, the JDK would ask for an upgrade that many servers stumble over.
                    : HttpClient.Version.HTTP_1_1);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    byte[] body = request.body();
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    return builder.method(request.httpMethod().name(), publisher).build();
  }

  /** The address, without ever naming it in a message: the API key stands in it. */
  private static URI uri(String url) throws IOException {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IOException("the address is not valid at position " + e.getIndex());
    }
  }

  private static Duration positive(Duration remaining) {
    return remaining.isZero() ? Duration.ofNanos(1) : remaining;
  }

  private static Response response(Request request, HttpResponse<byte[]> answer) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(answer.headers().map());
    return Response.builder()
        .request(request)
        .status(answer.statusCode())
        .headers(headers)
        .body(answer.body())
        .build();
  }

  /** The JDK wraps what a body's reader throws into a plain IOException. */
  private static IOException unwrapped(IOException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseTooLargeException || cause instanceof HttpTimeoutException) {
        return (IOException) cause;
      }
    }
    return failure;
  }
}
