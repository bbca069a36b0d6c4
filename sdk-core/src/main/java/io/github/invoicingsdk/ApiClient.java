package io.github.invoicingsdk;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of all providers have in common. Implementations of the SDK are immutable and
 * thread-safe.
 *
 * @param <C> the client itself
 * @param <A> its asynchronous view
 */
public interface ApiClient<C extends ApiClient<C, A>, A extends AsyncApiClient>
    extends AutoCloseable {

  /**
   * This client with other options for its calls. It shares the connections, the token and the rate
   * limit of this one; closing either closes both.
   *
   * @param options how long calls may take and how often they are tried
   * @return a view of this client
   */
  C with(CallOptions options);

  /**
   * Makes a call and returns what it returned together with the response: status, headers, bytes.
   *
   * <pre>{@code
   * client.withResponse(c -> c.sequences().get(sequenceId)).raw().header("X-Request-Id");
   * }</pre>
   *
   * @param <T> what the call returns
   * @param call makes one call with the client that it is given
   * @return the value and the response; of several responses, the last one
   * @throws IllegalStateException if no response came while the function ran, as when it returns a
   *     list that has not been read yet
   */
  <T extends @Nullable Object> ApiResponse<T> withResponse(Function<? super C, ? extends T> call);

  /**
   * Sends a request that the SDK has no method for, as a call like every other: with this client's
   * credentials, rate limit, retries, listeners and exceptions. Whoever uses it knows the
   * provider's documents of the operation: nothing of request and response is checked against them.
   *
   * <pre>{@code
   * RawResponse response = client.send(ApiRequest.get("/items.json").query("per_page", "30"));
   * JsonElement items = response.json();
   * }</pre>
   *
   * <p>In exceptions, logs and metrics the operation is method and path, with <code>{id}</code> in
   * place of each segment that holds a digit, such as <code>GET /items/{id}.json</code>.
   *
   * @param request the request
   * @return the response, whose status is from 200 to 299
   * @throws IllegalArgumentException if the request has a query parameter or a header with
   *     credentials, which are the client's to send, or a path that the provider does not have;
   *     nothing is sent then
   * @throws io.github.invoicingsdk.error.InvoicingException if the request fails or is refused, as
   *     with any other operation
   */
  RawResponse send(ApiRequest request);

  /**
   * The same operations for callers that do not wait. No thread waits for them either; what follows
   * on a future runs on a thread of the common pool unless it names another executor.
   *
   * @return the asynchronous view, which shares everything with this client
   * @throws IllegalStateException if the client was given a transport of the user's own, which
   *     blocks: use {@link #async(Executor)}
   */
  A async();

  /**
   * The same operations for callers that do not wait, on threads that do: virtual threads, or with
   * a transport of the user's own. What follows on a future runs on these threads.
   *
   * @param executor runs the calls, each of which blocks a thread
   * @return the asynchronous view, which shares everything with this client
   */
  A async(Executor executor);

  /**
   * Refuses further calls with an {@link IllegalStateException}, and closes the connections after
   * the last call in flight. Returns at once. Calls in flight end as they would have, except that
   * one which would be retried may end with that exception too.
   */
  @Override
  void close();
}
