package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Response;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.observation.CallListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Copies files that a provider has made, without credentials and without following redirects, and
 * without ever holding more than a chunk of them. Thread-safe.
 */
public final class FileTransfer {

  private final Provider provider;
  private final Stage sending;
  private final AtomicBoolean closed;
  private final Clock time;
  private final Duration connectTimeout;
  private final RetryPolicy retry;
  private final Listeners listeners;
  private final Redactor secrets;

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
   * @param secrets knows the secrets of the client
   */
  public FileTransfer(
      Provider provider,
      Client transport,
      AtomicBoolean closed,
      Clock time,
      Duration connectTimeout,
      RetryPolicy retry,
      Listeners listeners,
      Redactor secrets) {
    this.secrets = secrets;
    this.provider = provider;
    this.listeners = listeners;
    this.sending = sending(transport);
    this.closed = closed;
    this.time = time;
    this.connectTimeout = connectTimeout;
    this.retry = retry;
  }

  /**
   * Copies a file while the calling thread waits.
   *
   * @return how many bytes were copied
   * @throws IOException if the target fails; failures of the transfer are exceptions of the SDK
   */
  long copy(FileRequest file, Target target) throws IOException {
    FileExchange exchange = begin(file);
    try {
      long count = exchange.receive(exchange.open(), target);
      exchange.ended(null);
      return count;
    } catch (IOException | RuntimeException | Error failure) {
      exchange.ended(failure);
      throw failure;
    }
  }

  /**
   * Copies a file. No thread waits for the response, or between two attempts; one is blocked while
   * bytes come.
   *
   * @param threads one of them copies the bytes
   * @return how many bytes were copied; fails with what {@link #copy} throws, never wrapped
   */
  CompletableFuture<Long> copyAsync(FileRequest file, Target target, Executor threads) {
    CancellableFuture<Long> steps = new CancellableFuture<>();
    try {
      FileExchange exchange = begin(file);
      steps.atEnd(exchange::ended);
      steps.then(
          exchange.openAsync(),
          response -> receive(steps, exchange, response, target, threads),
          failure -> fail(steps, exchange, exchange.shown(failure)));
    } catch (RuntimeException failure) {
      steps.fail(failure);
    }
    return steps.result();
  }

  /** What listeners remember of this thread, for a copy that is made on another one. */
  CapturedContext capture() {
    return listeners.capture();
  }

  private static void receive(
      CancellableFuture<Long> steps,
      FileExchange exchange,
      Response response,
      Target target,
      Executor threads) {
    // Ends the exchange even if the thread has not begun, or is stuck in its target.
    steps.atEnd(failure -> response.close());
    steps.then(
        BlockingWork.on(
            threads, () -> exchange.caller().call(() -> exchange.receive(response, target))),
        count -> {
          exchange.ended(null);
          steps.succeed(count);
        },
        failure -> fail(steps, exchange, failure));
  }

  /** Whoever waits for the result must not go on before listeners have been told. */
  private static void fail(
      CancellableFuture<Long> steps, FileExchange exchange, Throwable failure) {
    exchange.ended(failure);
    steps.fail(failure);
  }

  private FileExchange begin(FileRequest file) {
    if (closed.get()) {
      throw new IllegalStateException("this client is closed");
    }
    Observation observation = listeners.call(provider, CallListener.DOWNLOAD, OptionalInt.empty());
    CallContext context =
        new CallContext(
                provider,
                observation.operation(),
                ErrorCode::unknown,
                Deadline.after(file.timeout(), time),
                connectTimeout,
                Map.of(),
                OptionalInt.empty(),
                observation)
            .withRetry(true, "", retry, file.timeout());
    observation.started();
    return new FileExchange(file, context, sending, secrets, time);
  }

  private static Stage sending(Client transport) {
    return transport instanceof JdkTransport own
        ? own.streaming()
        : (request, options) ->
            transport.execute(
                RequestHeaders.change(
                    request, headers -> headers.put("Accept-Encoding", List.of("identity"))),
                BoundingStage.optionsFor(CallContext.of(options)));
  }
}
