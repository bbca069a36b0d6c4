package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every exchange within the call's deadline and the size cap, whatever transport is below,
 * and counts the requests that are sent.
 *
 * <p>Everything above it sees responses whose body is a byte array, decoded from gzip, and which
 * refer to the request without credentials, and exceptions that quote neither the query of the
 * address nor the credentials. A transport of somebody else's is told the time that is left as its
 * connect and read timeouts; between two reads of a body the deadline is checked here, so that such
 * a transport may exceed it by one timeout.
 *
 * <p>As thread-safe as the transport.
 */
public final class BoundingStage implements Stage {

  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Client transport;
  private final Stage stage;
  private final int maxResponseBytes;

  /**
   * Creates the stage.
   *
   * @param transport what sends the requests
   * @param maxResponseBytes the most bytes a body may have, before and after decoding, positive
   * @throws IllegalArgumentException when {@code maxResponseBytes} is not positive
   */
  public BoundingStage(Client transport, int maxResponseBytes) {
    this.transport = Objects.requireNonNull(transport, "transport");
    this.stage = Stage.of(transport);
    this.maxResponseBytes = requireCap(maxResponseBytes);
  }

  /**
   * Sends the request and receives the whole response.
   *
   * @throws NotSentInTimeException when the deadline had passed before, and nothing was sent
   * @throws java.net.http.HttpTimeoutException when the deadline has passed
   * @throws ResponseTooLargeException when the body is larger than the cap
   * @throws CorruptContentException when the body's gzip encoding is damaged
   * @throws java.io.InterruptedIOException when the thread is interrupted while a body is read; its
   *     flag stays set
   */
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    // Waiting for a token or for its turn must not leave a request too little time for a response.
    CallContext context = CallContext.of(options).forAttempt();
    Deadline deadline = context.deadline();
    if (deadline.hasPassed()) {
      throw ExchangeFailures.tooLate(context.callDeadline());
    }
    context.countAttempt();
    AttemptReport report = AttemptReport.sent(context, request);
    try {
      Response response =
          received(transport.execute(request, optionsForTransport(context)), context);
      report.answered(response);
      return response;
    } catch (IOException e) {
      report.failed(e);
      throw SafeFailures.withoutSecrets(e, request, context.headers());
    } catch (Exception e) {
      // What a transport throws need not be what it declares.
      throw SafeFailures.withoutSecrets(SafeFailures.unchecked(e), request, context.headers());
    } catch (Error e) {
      throw SafeFailures.withoutSecrets(e, request, context.headers());
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext callContext) {
    CallContext context = callContext.forAttempt();
    Deadline deadline = context.deadline();
    if (deadline.hasPassed()) {
      return CompletableFuture.failedFuture(ExchangeFailures.tooLate(context.callDeadline()));
    }
    context.countAttempt();
    AttemptReport report = AttemptReport.sent(context, request);
    CancellableFuture<Response> steps = new CancellableFuture<>();
    steps.then(
        stage.executeAsync(request, context),
        unread -> {
          Response response = received(unread, context);
          report.answered(response);
          steps.succeed(response);
        },
        failure -> {
          if (failure instanceof IOException e) {
            report.failed(e);
            throw SafeFailures.withoutSecrets(e, request, context.headers());
          }
          if (failure instanceof Error e) {
            throw SafeFailures.withoutSecrets(e, request, context.headers());
          }
          throw SafeFailures.withoutSecrets(
              SafeFailures.unchecked(failure), request, context.headers());
        });
    steps.atEnd(
        failure -> {
          if (failure instanceof CancellationException) {
            report.givenUp();
          }
        });
    return steps.result();
  }

  /** Refuses a size cap that is not positive. */
  static int requireCap(int maxResponseBytes) {
    if (maxResponseBytes <= 0) {
      throw new IllegalArgumentException(
          "maxResponseBytes must be positive, but is " + maxResponseBytes);
    }
    return maxResponseBytes;
  }

  private Request.Options optionsForTransport(CallContext context) {
    return transport instanceof JdkTransport ? context : optionsFor(context);
  }

  /** What is told to a transport of somebody else's, which does not know the context. */
  static Request.Options optionsFor(CallContext context) {
    // Rounded up: zero would mean "without end" to a transport. Some make a client for every
    // request whose timeouts are not quite their own, so that a fresh attempt tells the time that
    // was set.
    long readMillis = Math.max(1, context.deadline().remaining().plusNanos(999_999).toMillis());
    long connectMillis = Math.max(1, Math.min(context.connectTimeoutMillis(), readMillis));
    return new Request.Options(
        connectMillis, TimeUnit.MILLISECONDS, readMillis, TimeUnit.MILLISECONDS, false);
  }

  private Response received(Response response, CallContext context) throws IOException {
    try {
      return read(ExchangeFailures.checked(response), context);
    } catch (IOException e) {
      // Something came, so that the request was sent.
      throw Sending.afterSending(e);
    } catch (RuntimeException e) {
      throw new IOException("the HTTP client failed while the response was read", e);
    }
  }

  private Response read(Response response, CallContext context) throws IOException {
    Request shown = context.shownFor(response.request());
    List<String> codings =
        ContentDecoding.codings(response.headers().getOrDefault(CONTENT_ENCODING, List.of()));
    boolean gzip = ContentDecoding.isGzip(codings);
    if (!gzip && isInMemory(response.body())) {
      return response.request() == shown ? response : response.toBuilder().request(shown).build();
    }
    try (response) {
      byte[] body = bytes(response, context.deadline());
      boolean strict = transport instanceof VerifiedTransport;
      if (strict && !gzip && !codings.isEmpty() && body.length > 0) {
        throw JdkTransport.unexpected(codings);
      }
      // Some transports decode and leave the header in place.
      if (!gzip || (!strict && !ContentDecoding.looksLikeGzip(body))) {
        return response.toBuilder().request(shown).body(new HeldBody(body)).build();
      }
      Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(response.headers());
      headers.remove(CONTENT_ENCODING);
      headers.remove(CONTENT_LENGTH);
      return response.toBuilder()
          .request(shown)
          .headers(headers)
          .body(new HeldBody(ContentDecoding.gunzip(body, maxResponseBytes)))
          .build();
    }
  }

  private boolean isInMemory(Response.@Nullable Body body) {
    return body != null
        && body.isRepeatable()
        && body.length() != null
        && body.length() <= maxResponseBytes;
  }

  private byte[] bytes(Response response, Deadline deadline) throws IOException {
    Response.Body body = response.body();
    if (body == null) {
      return new byte[0];
    }
    long announced = announced(response, body);
    if (announced > maxResponseBytes) {
      throw ByteCollector.tooLarge(maxResponseBytes);
    }
    ByteCollector bytes = new ByteCollector(maxResponseBytes, announced);
    try (InputStream in = body.asInputStream()) {
      while (bytes.readFrom(in)) {
        if (deadline.hasPassed()) {
          throw ExchangeFailures.timedOut(deadline);
        }
        if (Thread.currentThread().isInterrupted()) {
          throw ExchangeFailures.interrupted(null);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** The length that the transport tells, or else the server. */
  private static long announced(Response response, Response.Body body) {
    Integer told = body.length();
    return told == null ? Framing.lengthInHeader(response).orElse(ByteCollector.UNKNOWN) : told;
  }
}
