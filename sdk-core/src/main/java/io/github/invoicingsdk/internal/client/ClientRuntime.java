package io.github.invoicingsdk.internal.client;

import feign.Client;
import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.AsyncDownload;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fleet.MonthlyUsage;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.call.Engine;
import io.github.invoicingsdk.internal.call.EngineParts;
import io.github.invoicingsdk.internal.fleet.UsageCounter;
import io.github.invoicingsdk.internal.http.AsyncFileDownload;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FileDownload;
import io.github.invoicingsdk.internal.http.FileRequest;
import io.github.invoicingsdk.internal.http.FileTransfer;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.library.Libraries;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a client does, with any options: calls, downloads, and its end. Thread-safe. */
public final class ClientRuntime implements AutoCloseable {

  private final ProviderProfile profile;
  private final EngineParts parts;
  private final Engine engine;
  private final Client sender;
  private final CallOptions options;
  private final @Nullable JdkTransport transport;
  private final AtomicBoolean closed;
  private final @Nullable UsageCounter counter;

  ClientRuntime(
      ProviderProfile profile,
      EngineParts parts,
      Engine engine,
      Client sender,
      CallOptions options,
      @Nullable JdkTransport transport,
      AtomicBoolean closed,
      @Nullable UsageCounter counter) {
    this.profile = profile;
    this.parts = parts;
    this.engine = engine;
    this.sender = sender;
    this.options = options;
    this.transport = transport;
    this.closed = closed;
    this.counter = counter;
  }

  /**
   * Puts a client together.
   *
   * @param profile what is called, and for whom
   * @param settings the settings of the client
   * @throws IllegalStateException when a library in the program is too old
   */
  public static ClientRuntime start(ProviderProfile profile, ClientSettings settings) {
    Libraries.requireForClients();
    return new Assembly(profile, settings).client();
  }

  /**
   * The same client with other options for its calls; it shares connections, and is closed with
   * this one.
   */
  public ClientRuntime with(CallOptions options) {
    return new ClientRuntime(
        profile, parts, engine.with(options), sender, options, transport, closed, counter);
  }

  /** The implementation of a generated interface. */
  public <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  /**
   * The implementations of generated asynchronous interfaces.
   *
   * @param executor its threads wait for the responses; null when none shall
   * @throws IllegalStateException when there is no executor and the transport needs threads
   */
  public AsyncEngine async(@Nullable Executor executor) {
    return engine.async(executor);
  }

  /**
   * Sends a request that the caller has made himself.
   *
   * @throws IllegalArgumentException if the request brings a credential, or a path that the
   *     provider does not have
   */
  public RawResponse send(ApiRequest request) {
    OwnRequestCheck.check(request, profile);
    return engine.send(request);
  }

  /** The same, for callers that do not wait, who have made the asynchronous engine. */
  CompletableFuture<RawResponse> send(ApiRequest request, AsyncEngine asyncEngine) {
    OwnRequestCheck.check(request, profile);
    return asyncEngine.send(request);
  }

  /** Operations of several calls, for which the calling thread waits. */
  public ComposedCalls composed() {
    return ComposedCalls.blocking(this);
  }

  /**
   * Operations of several calls, for which the calling thread does not wait.
   *
   * @param executor its threads wait for the responses; null when none shall
   */
  public ComposedCalls composedAsync(@Nullable Executor executor) {
    if (executor != null) {
      return ComposedCalls.async(this, executor, executor);
    }
    // Without threads of the caller's there is a transport of the SDK's own.
    return ComposedCalls.async(
        this, null, Objects.requireNonNull(transport, "transport").background());
  }

  /**
   * Makes a call and keeps its response.
   *
   * @param views makes a view of the client with other options
   * @param call is given the view
   */
  public <C, T extends @Nullable Object> ApiResponse<T> withResponse(
      Function<CallOptions, C> views, Function<? super C, ? extends T> call) {
    AtomicReference<@Nullable RawResponse> last = new AtomicReference<>();
    Consumer<RawResponse> before = options.responses().orElse(response -> {});
    CallOptions keeping =
        options.toBuilder()
            .onResponse(
                response -> {
                  before.accept(response);
                  last.set(response);
                })
            .build();
    T value = call.apply(views.apply(keeping));
    RawResponse raw = last.get();
    if (raw == null) {
      throw new IllegalStateException(
          "no response came while the function ran: lists and pending results send nothing before"
              + " they are read, so read them inside the function, such as"
              + " c -> c.clients().list().page(1)");
    }
    return new ApiResponse<>(value, raw);
  }

  /**
   * A file that the provider has made.
   *
   * @param address where it is, as the provider answered it
   */
  public Download download(URI address) {
    return new FileDownload(transfer(), file(address));
  }

  /**
   * A file that the provider has made, for callers that do not wait for it.
   *
   * @param address where it is, as the provider has sent it
   * @param executor one of its threads waits for the file; null if the client's own are to be used
   * @throws IllegalStateException if there is no executor and the transport needs threads
   */
  public AsyncDownload downloadAsync(URI address, @Nullable Executor executor) {
    FileRequest file = file(address);
    if (executor != null) {
      return AsyncFileDownload.blocking(transfer(), file, executor);
    }
    if (transport == null) {
      throw new IllegalStateException(
          "a transport of your own blocks a thread for every download: use async(executor)");
    }
    return AsyncFileDownload.of(transfer(), file, transport.background());
  }

  private FileTransfer transfer() {
    return new FileTransfer(
        parts.provider(),
        sender,
        closed,
        parts.time(),
        parts.connectTimeout(),
        options.retry(),
        parts.listeners(),
        parts.translator().redactor());
  }

  private FileRequest file(URI address) {
    return FileRequest.of(Addresses.checkedFile(address, parts.baseUrl()), parts.userAgent());
  }

  /** How many requests were sent this month. */
  public MonthlyUsage usage() {
    return Objects.requireNonNull(counter, "the calls of this provider are not counted").usage();
  }

  /** What listeners remember of this thread, for calls that follow on other ones. */
  CapturedContext capture() {
    return parts.listeners().capture();
  }

  /** The clock and the sleeper. */
  public Clock time() {
    return parts.time();
  }

  /** The provider that is called. */
  public Provider provider() {
    return parts.provider();
  }

  /**
   * What the client calls, and for whom.
   *
   * @param type the class that the provider's client was made with
   */
  public <P extends ProviderProfile> P profile(Class<P> type) {
    return type.cast(profile);
  }

  /** How long calls may take and how often they are tried. */
  CallOptions options() {
    return options;
  }

  /** Where the API is. */
  public URI baseUrl() {
    return parts.baseUrl();
  }

  @Override
  public void close() {
    closed.set(true);
    if (transport != null) {
      transport.close();
    }
  }
}
