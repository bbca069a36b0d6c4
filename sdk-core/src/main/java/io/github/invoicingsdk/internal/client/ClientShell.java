package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.ApiClient;
import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.AsyncApiClient;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.fleet.MonthlyUsage;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the generated clients do alike. Immutable and thread-safe.
 *
 * @param <C> the client's interface
 * @param <A> its asynchronous view's interface
 */
public abstract class ClientShell<C extends ApiClient<C, A>, A extends AsyncApiClient> {

  private final ClientRuntime runtime;

  /** Creates a client that works with a runtime. */
  protected ClientShell(ClientRuntime runtime) {
    this.runtime = runtime;
  }

  /** The client that works with another runtime. */
  protected abstract C view(ClientRuntime runtime);

  /**
   * The asynchronous view.
   *
   * @param executor its threads wait for responses; null when none shall
   */
  protected abstract A asyncView(ClientRuntime runtime, @Nullable Executor executor);

  /** What this client works with. */
  protected final ClientRuntime runtime() {
    return runtime;
  }

  /** The implementation of a generated interface. */
  protected final <T> T resource(Class<T> type) {
    return runtime.resource(type);
  }

  public final C with(CallOptions options) {
    return view(runtime.with(Objects.requireNonNull(options, "options")));
  }

  public final <T extends @Nullable Object> ApiResponse<T> withResponse(
      Function<? super C, ? extends T> call) {
    return runtime.withResponse(this::with, Objects.requireNonNull(call, "call"));
  }

  public final A async() {
    return asyncView(runtime, null);
  }

  public final A async(Executor executor) {
    return asyncView(runtime, Objects.requireNonNull(executor, "executor"));
  }

  public final RawResponse send(ApiRequest request) {
    return runtime.send(request);
  }

  public final Download download(URI address) {
    return runtime.download(address);
  }

  public final MonthlyUsage usage() {
    return runtime.usage();
  }

  public final void close() {
    runtime.close();
  }
}
