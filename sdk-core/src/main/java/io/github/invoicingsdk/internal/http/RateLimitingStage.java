package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Lets a request out only when the provider's limit allows it. Requests wait in the order in which
 * they came, each no longer than its call's deadline and its thread's patience. The time of an
 * attempt does not run while it waits.
 */
public final class RateLimitingStage implements Stage {

  private final Stage next;
  private final RequestLimit limit;
  private final Clock time;
  private final Executor background;

  /**
   * Decorates a client.
   *
   * @param next the next stage
   * @param limit says when a request may be sent
   * @param time sleeps while a request waits
   * @param background asks a limit that may block, for calls that no thread waits for
   */
  public RateLimitingStage(Stage next, RequestLimit limit, Clock time, Executor background) {
    this.background = background;
    this.next = next;
    this.limit = limit;
    this.time = time;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    RequestLimit.Place place;
    do {
      place = limit.reserve(patience(CallContext.of(options)));
      sleep(place.pause());
    } while (!place.pause().isZero() && !place.isHeld());
    return next.execute(request, options);
  }

  private void sleep(Duration pause) throws InterruptedIOException {
    try {
      if (!pause.isZero()) {
        time.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted while waiting for its turn");
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    CancellableFuture<Response> steps = new CancellableFuture<>();
    waitForTurn(steps, request, context);
    return steps.result();
  }

  private void waitForTurn(
      CancellableFuture<Response> steps, Request request, CallContext context) {
    steps.then(
        asked(() -> limit.reserve(patience(context))),
        place -> {
          if (place.pause().isZero()) {
            send(steps, request, context);
          } else {
            steps.then(
                time.delay(place.pause()),
                over -> sendIfHeld(place, steps, request, context),
                steps::fail);
          }
        },
        steps::fail);
  }

  private void sendIfHeld(
      RequestLimit.Place place,
      CancellableFuture<Response> steps,
      Request request,
      CallContext context) {
    steps.then(
        asked(place::isHeld),
        held -> {
          if (held) {
            send(steps, request, context);
          } else {
            waitForTurn(steps, request, context);
          }
        },
        steps::fail);
  }

  private void send(CancellableFuture<Response> steps, Request request, CallContext context) {
    steps.then(next.executeAsync(request, context), steps::succeed, steps::fail);
  }

  /** What the limit answers, asked on a thread that may be blocked. */
  private <T> CompletableFuture<T> asked(Question<T> question) {
    CompletableFuture<T> response = new CompletableFuture<>();
    Runnable ask =
        () -> {
          try {
            response.complete(question.ask());
          } catch (NotSentInTimeException | RuntimeException e) {
            response.completeExceptionally(e);
          }
        };
    if (limit.mayBlock()) {
      background.execute(ask);
    } else {
      ask.run();
    }
    return response;
  }

  /** What is asked of the limit. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws NotSentInTimeException;
  }

  private static Duration patience(CallContext context) throws NotSentInTimeException {
    Deadline deadline = context.callDeadline();
    if (deadline.hasPassed()) {
      throw ExchangeFailures.tooLate(deadline);
    }
    return deadline.remaining();
  }
}
