package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.DownloadProgress;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a file that a provider has made, without credentials and without following redirects, and
 * without ever holding more than a chunk of it. Thread-safe.
 */
public final class FileTransfer {

  private static final int CHUNK = 16 * 1024;

  /** What is kept of the body of a refusal. */
  private static final int REFUSAL_BYTES = 64 * 1024;

  private final Provider provider;
  private final Client transport;
  private final AtomicBoolean closed;
  private final Time time;
  private final Duration connectTimeout;
  private final RetryPolicy retry;
  private final Listeners listeners;

  /**
   * Creates a transfer.
   *
   * @param provider the provider whose files are copied
   * @param transport what sends the requests
   * @param closed whether the client is closed
   * @param time the clock and the sleeper
   * @param connectTimeout how long setting up a connection may take
   * @param retry how often opening a file is tried
   * @param listeners are told of every copy, as of a call
   */
  public FileTransfer(
      Provider provider,
      Client transport,
      AtomicBoolean closed,
      Time time,
      Duration connectTimeout,
      RetryPolicy retry,
      Listeners listeners) {
    this.provider = provider;
    this.listeners = listeners;
    this.transport = transport;
    this.closed = closed;
    this.time = time;
    this.connectTimeout = connectTimeout;
    this.retry = retry;
  }

  /**
   * Copies a file.
   *
   * @param address where it is
   * @param limits how large it may be, and how long it may take
   * @param progress is told what was received
   * @param target gets the bytes; it is not closed
   * @return how many bytes were copied
   * @throws IOException when the target fails; failures of the transfer are exceptions of the SDK
   */
  public long copy(URI address, Limits limits, DownloadProgress progress, OutputStream target)
      throws IOException {
    if (closed.get()) {
      throw new IllegalStateException("this client is closed");
    }
    Observation observation = listeners.call(provider, CallListener.DOWNLOAD, OptionalInt.empty());
    CallContext context =
        new CallContext(
                provider,
                observation.operation(),
                ErrorCode::unknown,
                Deadline.after(limits.timeout(), time),
                connectTimeout,
                Map.of(),
                OptionalInt.empty(),
                observation)
            .withRetry(true, "", retry, limits.timeout());
    observation.started();
    try {
      long count = copy(address, context, limits, progress, target);
      observation.ended(context.attempts(), null);
      return count;
    } catch (IOException | RuntimeException failure) {
      observation.ended(context.attempts(), failure);
      throw failure;
    }
  }

  private long copy(
      URI address,
      CallContext context,
      Limits limits,
      DownloadProgress progress,
      OutputStream target)
      throws IOException {
    // The address itself opens the file, so that nothing but its host may be shown.
    Redactor redactor = new Redactor(secrets(address));
    ErrorTranslator translator = new ErrorTranslator(redactor, time);
    Request shown = get(origin(address) + "/***");
    Opener opening = new Opener(opening(transport));
    try (Response response =
        new RetryingClient(opening, time).execute(get(address.toString()), context)) {
      if (response.status() < 200 || response.status() > 299) {
        throw translator.refused(
            context, shown, response.status(), response.headers(), refusal(response));
      }
      Copy copy = new Copy(limits.maxBytes(), length(response), progress, context.deadline());
      return opening.reportedCopy(response, () -> copy.run(response, target));
    } catch (TargetFailedException failed) {
      IOException failure = failed.failure();
      // A channel that an interrupt has closed says nothing about the file system.
      if (CutShort.byInterrupt(failure) && Thread.currentThread().isInterrupted()) {
        throw translator.failed(context, shown, failure);
      }
      throw failure;
    } catch (IOException failure) {
      throw translator.failed(context, shown, failure);
    } catch (FeignException failure) {
      // Only a transport of the user's own throws it, and its text holds the address.
      throw translator
          .call(context, shown)
          .connectionFailed("the HTTP client failed", true, redactor.redactCause(failure));
    }
  }

  /** How large a file may be, and how long its transfer may take. */
  public record Limits(long maxBytes, Duration timeout) {}

  private static Exchange opening(Client transport) {
    return transport instanceof JdkTransport own
        ? own.streaming()
        : (request, options) ->
            transport.execute(request, BoundingClient.optionsFor(CallContext.of(options)));
  }

  private static Request get(String url) {
    return Request.create(Request.HttpMethod.GET, url, Map.of(), null, null, null);
  }

  private static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  private static List<String> secrets(URI address) {
    return Stream.of(address.getRawPath(), address.getRawQuery())
        .filter(part -> part != null && part.length() > 1)
        .toList();
  }

  private static OptionalLong length(Response response) {
    return response.headers().getOrDefault("Content-Length", List.of()).stream()
        .filter(value -> value.matches("[0-9]{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static byte[] refusal(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      return in.readNBytes(REFUSAL_BYTES);
    }
  }

  /** Opens one file, and tells listeners what became of each attempt. */
  private static final class Opener implements Exchange {

    private final Exchange next;
    private @Nullable AttemptReport report;

    Opener(Exchange next) {
      this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
      CallContext context = CallContext.of(options);
      context.countAttempt();
      AttemptReport attempt = AttemptReport.sent(context, request);
      report = attempt;
      try {
        Response response = next.execute(request, options);
        if (response.status() < 200 || response.status() > 299) {
          attempt.answered(response, 0);
        }
        return response;
      } catch (IOException failure) {
        attempt.failed(failure);
        throw failure;
      }
    }

    /** Tells that the attempt has ended when the copying has, whichever way. */
    long reportedCopy(Response response, Copying copying) throws IOException {
      AttemptReport attempt = Objects.requireNonNull(report, "no file was opened");
      try {
        long count = copying.run();
        attempt.answered(response, count);
        return count;
      } catch (IOException failure) {
        attempt.failed(failure);
        throw failure;
      }
    }
  }

  /** Copies a file that is open. */
  @FunctionalInterface
  private interface Copying {
    long run() throws IOException;
  }

  /** One run through the bytes of a file. */
  private record Copy(
      long maxBytes, OptionalLong announced, DownloadProgress progress, Deadline deadline) {

    long run(Response response, OutputStream target) throws IOException {
      if (announced.orElse(0) > maxBytes) {
        throw tooLarge();
      }
      long count = 0;
      byte[] chunk = new byte[CHUNK];
      if (response.body() != null) {
        try (InputStream in = response.body().asInputStream()) {
          for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            count += read;
            if (count > maxBytes) {
              throw tooLarge();
            }
            write(target, chunk, read);
            progress.received(count, announced);
            checkMayGoOn();
          }
        }
      }
      if (announced.isPresent() && count != announced.getAsLong()) {
        throw new IOException(
            "it ended after " + count + " of " + announced.getAsLong() + " bytes");
      }
      return count;
    }

    /** A transport of somebody else's may notice neither the deadline nor an interrupt. */
    private void checkMayGoOn() throws IOException {
      if (deadline.hasPassed()) {
        throw ExchangeFailures.timedOut(deadline, null);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw ExchangeFailures.interrupted(null);
      }
    }

    private ResponseTooLargeException tooLarge() {
      return new ResponseTooLargeException("the file is larger than " + maxBytes + " bytes");
    }

    private static void write(OutputStream target, byte[] chunk, int length)
        throws TargetFailedException {
      try {
        target.write(chunk, 0, length);
      } catch (IOException e) {
        throw new TargetFailedException(e);
      }
    }
  }

  /** The target failed, which is no failure of the transfer. */
  private static final class TargetFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException failure;

    TargetFailedException(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }
}
