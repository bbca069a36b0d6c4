package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Lets a request out only when the provider's limit allows it. Requests wait in the order in which
 * they came, each no longer than its call's deadline and its thread's patience. The time of an
 * attempt does not run while it waits.
 */
public final class RateLimitingClient implements Client {

  private final Client next;
  private final RequestLimit limit;
  private final Time time;

  /**
   * Decorates a client.
   *
   * @param next the next client
   * @param limit says when a request may be sent
   * @param time sleeps while a request waits
   */
  public RateLimitingClient(Client next, RequestLimit limit, Time time) {
    this.next = next;
    this.limit = limit;
    this.time = time;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Duration pause = limit.reserve(patience(CallContext.of(options)));
    try {
      if (!pause.isZero()) {
        time.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted while waiting for its turn");
    }
    return next.execute(request, options);
  }

  private static Duration patience(CallContext context) throws NotSentInTimeException {
    Deadline deadline = context.callDeadline();
    if (deadline.hasPassed()) {
      throw ExchangeFailures.tooLate(deadline);
    }
    return deadline.remaining();
  }
}
