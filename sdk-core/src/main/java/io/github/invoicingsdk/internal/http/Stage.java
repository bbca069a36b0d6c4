package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a request in one of two ways: the calling thread waits for the response, or no thread does.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface Stage extends Client {

  /**
   * Sends a request and returns at once.
   *
   * <p>Cancelling the future gives the exchange up, at whatever point it is. A failure completes it
   * with the exception that {@link #execute} would throw, never wrapped.
   *
   * @param request the request
   * @param context the call that it belongs to
   * @return the response to come
   * @throws IllegalStateException when this can only be done by a thread that waits
   */
  default CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    throw new IllegalStateException("this transport blocks a thread for every request");
  }

  /** Any client as a stage; one that is none can only be used by threads that wait. */
  static Stage of(Client client) {
    return client instanceof Stage stage ? stage : client::execute;
  }
}
