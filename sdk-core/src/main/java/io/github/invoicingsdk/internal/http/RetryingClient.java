package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.error.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a request again when the failure and the operation allow it, as long as attempts and time
 * are left. What it cannot mend it hands on as it came.
 */
public final class RetryingClient implements Client {

  private final Client next;
  private final Time time;
  private final Backoff backoff;

  /** Decorates a client. */
  public RetryingClient(Client next, Time time) {
    this(next, time, new Backoff(bound -> ThreadLocalRandom.current().nextLong(bound + 1)));
  }

  RetryingClient(Client next, Time time, Backoff backoff) {
    this.next = next;
    this.time = time;
    this.backoff = backoff;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext context = CallContext.of(options);
    for (int attempt = 1; ; attempt++) {
      Duration pause = backoff.after(attempt, context.retry());
      try {
        Response response = next.execute(request, context.forAttempt());
        pause = RetryAfter.of(response.headers(), time.now()).orElse(pause);
        if (!mayRepeat(FailureKind.of(response), context, attempt) || !fits(pause, context)) {
          return response;
        }
        response.close();
      } catch (IOException failure) {
        if (failure instanceof TokenRefusedException refused) {
          pause = RetryAfter.of(refused.headers(), time.now()).orElse(pause);
        }
        if (!mayRepeat(FailureKind.of(failure), context, attempt) || !fits(pause, context)) {
          throw failure;
        }
      }
      sleep(pause);
    }
  }

  private static boolean mayRepeat(FailureKind kind, CallContext context, int attempt) {
    boolean allowed =
        kind == FailureKind.NOT_PROCESSED
            || (kind == FailureKind.UNKNOWN && context.isRepeatable());
    return allowed && attempt < context.retry().maxAttempts();
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
