package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fleet.MonthlyUsage;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.Environment;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client for iDoklad, API v3.
 *
 * <pre>{@code
 * try (IdokladClient client =
 *     IdokladClient.builder().clientCredentials(applicationId, clientId, clientSecret).build()) {
 *   for (NumericSequence sequence : client.numericSequences().list(null, null)) {
 *     System.out.println(sequence.name());
 *   }
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: make one per agenda and share it. It fetches and renews its token
 * by itself and keeps connections open until it is closed. Every call throws the unchecked
 * exceptions of {@link io.github.invoicingsdk.error}.
 */
public final class IdokladClient extends IdokladResources implements AutoCloseable {

  private static final URI DEFAULT_BASE_URL = URI.create("https://api.idoklad.cz/v3");

  private final ClientRuntime runtime;

  private IdokladClient(ClientRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the settings of a client.
   *
   * @return a builder with the defaults; the credentials are still missing
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client from environment variables: {@code IDOKLAD_APPLICATION_ID}, {@code
   * IDOKLAD_CLIENT_ID} and {@code IDOKLAD_CLIENT_SECRET}, and {@code IDOKLAD_BASE_URL} and {@code
   * IDOKLAD_TOKEN_URL} if the API is elsewhere.
   *
   * @return the client
   * @throws IllegalStateException when a variable is missing
   * @throws IllegalArgumentException when a variable's value is not allowed
   */
  public static IdokladClient fromEnvironment() {
    return fromEnvironment(Environment.system());
  }

  static IdokladClient fromEnvironment(Environment environment) {
    return builder().from(environment, "IDOKLAD_BASE_URL").build();
  }

  /**
   * This client with other options for its calls. It shares the connections, the token and the rate
   * limit of this one; closing either closes both.
   *
   * @param options how long calls may take and how often they are tried
   * @return a view of this client
   */
  public IdokladClient with(CallOptions options) {
    return new IdokladClient(runtime.with(Objects.requireNonNull(options, "options")));
  }

  /**
   * Makes a call and returns what it returned together with the answer: status, headers, bytes.
   *
   * <pre>{@code
   * client.withResponse(c -> c.numericSequences().get(id)).raw().header("X-Request-Id");
   * }</pre>
   *
   * @param <T> what the call returns
   * @param call makes one call with the client that it is given
   * @return the value and the answer; of several answers, the last one
   * @throws IllegalStateException when no answer came while the function ran, as when it returns a
   *     list that has not been read yet
   */
  public <T extends @Nullable Object> ApiResponse<T> withResponse(
      Function<? super IdokladClient, ? extends T> call) {
    return runtime.withResponse(this::with, Objects.requireNonNull(call, "call"));
  }

  /**
   * The same operations for callers that do not wait. No thread waits for them either; what follows
   * on a future runs on a thread of the common pool unless it names another executor.
   *
   * @return the asynchronous view, which shares everything with this client
   * @throws IllegalStateException when the client was given a transport of the user's own, which
   *     blocks: use {@link #async(Executor)}
   */
  public IdokladAsyncClient async() {
    return new IdokladAsyncClient(runtime.async(null), runtime.baseUrl());
  }

  /**
   * The same operations for callers that do not wait, on threads that do: with virtual threads, or
   * with a transport of the user's own. What follows on a future runs on these threads.
   *
   * @param executor runs the calls, each of which blocks a thread
   * @return the asynchronous view, which shares everything with this client
   */
  public IdokladAsyncClient async(Executor executor) {
    return new IdokladAsyncClient(
        runtime.async(Objects.requireNonNull(executor, "executor")), runtime.baseUrl());
  }

  /**
   * How many requests were sent this month, for the plans of iDoklad that limit them (7,500 or
   * 75,000 a month at the time of writing): by this client since it was made, or with a {@linkplain
   * Builder#fleet fleet} by all machines. Requests that failed count too. With a fleet this asks
   * it, and says what is known when it is away.
   *
   * @return the count
   */
  public MonthlyUsage usage() {
    return runtime.usage();
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return runtime.resource(type);
  }

  /**
   * Refuses further calls with an {@link IllegalStateException}, and closes the connections after
   * the last call that is under way. Returns at once. Calls under way end as they would have,
   * except that one which would be tried again may end with that exception too.
   */
  @Override
  public void close() {
    runtime.close();
  }

  @Override
  public String toString() {
    return "IdokladClient{" + runtime.baseUrl() + "}";
  }

  /** The settings of a client; for one thread. */
  public static final class Builder extends IdokladBuilder<Builder> {

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Makes the client. Nothing is sent.
     *
     * @return the client
     * @throws IllegalStateException when the credentials are missing; when the program has a
     *     library that is too old, such as Gson before 2.12
     */
    public IdokladClient build() {
      return new IdokladClient(start(Provider.IDOKLAD, DEFAULT_BASE_URL, IdokladModels.REGISTRY));
    }
  }
}
