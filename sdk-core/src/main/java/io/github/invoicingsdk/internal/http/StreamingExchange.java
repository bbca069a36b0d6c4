package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request and hands the response on as soon as its headers are there. The body comes while
 * it is read, as it is on the wire; the deadline holds for the whole of it, a size cap does not.
 * Closing the response ends the exchange. Throws what {@link JdkTransport} throws. Thread-safe.
 */
final class StreamingExchange implements Stage {

  private final SharedHttpClient http;

  StreamingExchange(SharedHttpClient http) {
    this.http = http;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    WaitingThread waiting = new WaitingThread();
    Opened opened = new Opened(http.acquire(), CallContext.of(options).deadline(), waiting::wake);
    boolean handedOn = false;
    try {
      Response response = send(request, opened, waiting);
      handedOn = true;
      return response;
    } finally {
      if (!handedOn) {
        opened.close();
      }
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    CancellableFuture<Response> steps = new CancellableFuture<>();
    Opened opened;
    try {
      opened =
          new Opened(
              http.acquire(),
              context.deadline(),
              () -> steps.fail(ExchangeFailures.timedOut(context.deadline())));
    } catch (ConnectException e) {
      return CompletableFuture.failedFuture(e);
    }
    steps.atEnd(
        failure -> {
          if (failure != null) {
            opened.close();
          }
        });
    try {
      HttpRequest httpRequest =
          JdkTransport.prepare(request, opened.deadline, "identity", http.proxy());
      steps.then(
          opened.client.http().sendAsync(httpRequest, opened),
          received -> steps.succeed(opened.response(received, request)),
          failure -> {
            throw explained(failure, httpRequest, request, opened.deadline);
          });
    } catch (IOException | RuntimeException e) {
      steps.fail(e);
    }
    return steps.result();
  }

  private Response send(Request request, Opened opened, WaitingThread waiting) throws IOException {
    HttpRequest httpRequest =
        JdkTransport.prepare(request, opened.deadline, "identity", http.proxy());
    try {
      return opened.response(waiting.send(opened.client.http(), httpRequest, opened), request);
    } catch (InterruptedException e) {
      if (opened.overdue.isDone()) {
        // Not chained: as a cause, an interrupt would tell that somebody wanted the thread to stop.
        throw ExchangeFailures.timedOut(opened.deadline);
      }
      Thread.currentThread().interrupt();
      throw ExchangeFailures.interrupted(e);
    } catch (IOException | RuntimeException | InternalError e) {
      throw explained(e, httpRequest, request, opened.deadline);
    }
  }

  private static IOException explained(
      Throwable failure, HttpRequest httpRequest, Request request, Deadline deadline) {
    return SafeFailures.withoutSecrets(
        ExchangeFailures.explain(failure, httpRequest.uri(), deadline), request, Map.of());
  }

  /** One exchange until its end, which any thread may bring about, even before the body comes. */
  private final class Opened implements HttpResponse.BodyHandler<InputStream>, Closeable {

    private final PooledClient client;
    private final Deadline deadline;

    /** The JDK does not always tell of a body that was given up before it was handed on. */
    private final CompletableFuture<@Nullable Void> overdue = new CompletableFuture<>();

    private @Nullable StreamedBody body;
    private boolean ended;

    @SuppressWarnings("FutureReturnValueIgnored") // Nothing follows.
    Opened(PooledClient client, Deadline deadline, Runnable overdue) {
      this.client = client;
      this.deadline = deadline;
      this.overdue.thenRun(overdue);
    }

    @Override
    public synchronized StreamedBody apply(HttpResponse.ResponseInfo info) {
      StreamedBody next = new StreamedBody(deadline);
      if (body == null) {
        QuietTimer.complete(overdue, deadline.remaining());
      }
      if (ended) {
        next.close();
      }
      body = next;
      return next;
    }

    Response response(HttpResponse<InputStream> received, Request request) throws IOException {
      overdue.cancel(false);
      http.proxy().requireOfProvider(received, received.uri());
      List<String> codings =
          ContentDecoding.codings(received.headers().allValues(JdkTransport.CONTENT_ENCODING));
      if (!codings.isEmpty()) {
        throw JdkTransport.unexpected(codings);
      }
      Integer unknownLength = null;
      return JdkTransport.response(received, JdkTransport.headers(received, Set.of()), request)
          .body(new ReleasingBody(received.body(), this), unknownLength)
          .build();
    }

    @Override
    public void close() {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
        overdue.cancel(false);
        if (body != null) {
          body.close();
        }
      }
      http.release(client);
    }
  }
}
