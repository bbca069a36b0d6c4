package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.AsyncDownload;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the asynchronous views of the generated clients do alike. Immutable and thread-safe. */
public abstract class AsyncClientShell {

  private final ClientRuntime runtime;
  private final @Nullable Executor executor;
  private final AsyncEngine engine;

  /**
   * Creates a view.
   *
   * @param runtime the client's runtime
   * @param executor its threads wait for responses; null when none shall
   * @throws IllegalStateException if there is no executor and the transport needs threads
   */
  protected AsyncClientShell(ClientRuntime runtime, @Nullable Executor executor) {
    this.runtime = runtime;
    this.executor = executor;
    this.engine = runtime.async(executor);
  }

  /** What the client works with. */
  protected final ClientRuntime runtime() {
    return runtime;
  }

  /** Operations of several calls, for which the calling thread does not wait. */
  protected final ComposedCalls composed() {
    return runtime.composedAsync(executor);
  }

  /** The implementation of a generated interface. */
  protected final <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  public final CompletableFuture<RawResponse> send(ApiRequest request) {
    return runtime.send(request, engine);
  }

  public final AsyncDownload download(URI address) {
    return runtime.downloadAsync(address, executor);
  }
}
