package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.error.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a request again when the failure and the operation allow it, as long as attempts and time
 * are left. What it cannot mend it hands on as it came.
 */
public final class RetryingStage implements Stage {

  private final Stage next;
  private final Clock time;
  private final Backoff backoff;

  /** Decorates a client. */
  public RetryingStage(Stage next, Clock time) {
    this(next, time, new Backoff());
  }

  RetryingStage(Stage next, Clock time, Backoff backoff) {
    this.next = next;
    this.time = time;
    this.backoff = backoff;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext context = CallContext.of(options);
    for (int attempt = 1; ; attempt++) {
      Duration pause;
      try {
        Response response = next.execute(request, context.forAttempt());
        Optional<Duration> again = again(response, context, attempt);
        if (again.isEmpty()) {
          return response;
        }
        pause = again.get();
      } catch (IOException failure) {
        pause = again(failure, context, attempt).orElseThrow(() -> failure);
      }
      sleep(pause);
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    CancellableFuture<Response> steps = new CancellableFuture<>();
    attempt(1, steps, request, context);
    return steps.result();
  }

  private void attempt(
      int attempt, CancellableFuture<Response> steps, Request request, CallContext context) {
    steps.then(
        next.executeAsync(request, context.forAttempt()),
        response ->
            again(response, context, attempt)
                .ifPresentOrElse(
                    pause -> after(pause, attempt, steps, request, context),
                    () -> steps.succeed(response)),
        failure -> {
          if (failure instanceof IOException exception) {
            Duration pause = again(exception, context, attempt).orElseThrow(() -> exception);
            after(pause, attempt, steps, request, context);
          } else {
            steps.fail(failure);
          }
        });
  }

  private void after(
      Duration pause,
      int attempt,
      CancellableFuture<Response> steps,
      Request request,
      CallContext context) {
    steps.then(
        time.delay(pause), over -> attempt(attempt + 1, steps, request, context), steps::fail);
  }

  /** After which pause the request is to be sent again, if at all; the response is closed then. */
  private Optional<Duration> again(Response response, CallContext context, int attempt) {
    if (!mayRepeat(FailureKind.of(context.provider(), response), context, attempt)) {
      return Optional.empty();
    }
    Duration pause = pause(response.headers(), context, attempt);
    if (!fits(pause, context)) {
      return Optional.empty();
    }
    response.close();
    context.observation().retrying(RetryReasons.of(response), pause);
    return Optional.of(pause);
  }

  private Optional<Duration> again(IOException failure, CallContext context, int attempt) {
    if (!mayRepeat(FailureKind.of(failure), context, attempt)) {
      return Optional.empty();
    }
    Duration pause = pause(headers(failure), context, attempt);
    if (!fits(pause, context)) {
      return Optional.empty();
    }
    context.observation().retrying(RetryReasons.of(failure), pause);
    return Optional.of(pause);
  }

  private static boolean mayRepeat(FailureKind kind, CallContext context, int attempt) {
    boolean allowed =
        kind == FailureKind.NOT_PROCESSED
            || (kind == FailureKind.UNKNOWN && context.isRepeatable());
    return allowed && attempt < context.retry().maxAttempts();
  }

  private Duration pause(
      Map<String, Collection<String>> headers, CallContext context, int attempt) {
    return RetryAfter.of(headers, time.now())
        .orElseGet(() -> backoff.after(attempt, context.retry()));
  }

  /** The headers of the response that is behind a failure, if there is one. */
  private static Map<String, Collection<String>> headers(IOException failure) {
    return failure instanceof TokenRefusedException refused ? refused.headers() : Map.of();
  }

  /** A pause that ends with the deadline would leave no time for the attempt after it. */
  private static boolean fits(Duration pause, CallContext context) {
    return pause.compareTo(context.deadline().remaining()) < 0;
  }

  private void sleep(Duration pause) throws InterruptedIOException {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted before the next attempt");
    }
  }
}
