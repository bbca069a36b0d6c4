package io.github.invoicingsdk.internal.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.auth.CachedTokens;
import io.github.invoicingsdk.internal.auth.ClientCredentials;
import io.github.invoicingsdk.internal.auth.TokenEndpoint;
import io.github.invoicingsdk.internal.auth.TokenSource;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.call.Engine;
import io.github.invoicingsdk.internal.call.EngineParts;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.BoundingClient;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.CompletingClient;
import io.github.invoicingsdk.internal.http.Exchange;
import io.github.invoicingsdk.internal.http.FileDownload;
import io.github.invoicingsdk.internal.http.FileTransfer;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.http.Pipeline;
import io.github.invoicingsdk.internal.http.RateLimitingClient;
import io.github.invoicingsdk.internal.http.RequestLimit;
import io.github.invoicingsdk.internal.http.RetryingClient;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.internal.http.TranslatingClient;
import io.github.invoicingsdk.internal.observation.BodyMask;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a client consists of: its pipeline, its engine, and what must be closed. Thread-safe. */
public final class ClientRuntime implements AutoCloseable {

  private final URI baseUrl;
  private final Engine engine;
  private final Function<CallOptions, FileTransfer> transfers;
  private final FileTransfer transfer;
  private final CallOptions options;
  private final Time time;
  private final @Nullable JdkTransport transport;
  private final AtomicBoolean closed;

  private ClientRuntime(
      URI baseUrl,
      Engine engine,
      Function<CallOptions, FileTransfer> transfers,
      CallOptions options,
      Time time,
      @Nullable JdkTransport transport,
      AtomicBoolean closed) {
    this.baseUrl = baseUrl;
    this.time = time;
    this.engine = engine;
    this.transfers = transfers;
    this.transfer = transfers.apply(options);
    this.options = options;
    this.transport = transport;
    this.closed = closed;
  }

  /**
   * Puts a client together.
   *
   * @param provider the provider that is called
   * @param baseUrl where its API begins
   * @param models the provider's models
   * @param commonCodes what an error code means when the operation does not say
   * @param settings the settings of the client
   * @param requestsPerMinute the rate limit that the provider documents
   * @param secrets what must never be shown
   * @param authentication makes the decorator that adds the credentials
   */
  public static ClientRuntime start(
      Provider provider,
      URI baseUrl,
      ModelRegistry models,
      BiFunction<Integer, String, ErrorCode> commonCodes,
      ClientSettings settings,
      int requestsPerMinute,
      Collection<String> secrets,
      Function<Parts, UnaryOperator<Exchange>> authentication) {
    Redactor redactor = new Redactor(secrets);
    Listeners listeners =
        new Listeners(settings.listeners(), new BodyMask(redactor), settings.time());
    ErrorTranslator translator = new ErrorTranslator(redactor, settings.time());
    Client given = settings.transport();
    JdkTransport own =
        given != null
            ? null
            : new JdkTransport(
                settings.connectTimeout(), settings.maxResponseBytes(), settings.proxy());
    Client sender = given != null ? given : Objects.requireNonNull(own);
    // Only the own transport sends without a thread, so that nobody needs it beside another.
    Executor background = own == null ? Runnable::run : unlessRefused(own.background());
    Pipeline pipeline =
        Pipeline.over(sender)
            .with(Stage.ADDRESS, CompletingClient::new)
            .with(Stage.TRANSLATE_ERRORS, next -> new TranslatingClient(next, translator, redactor))
            .with(Stage.RETRY, next -> new RetryingClient(next, settings.time()))
            .with(Stage.BOUND, next -> new BoundingClient(next, settings.maxResponseBytes()));
    if (settings.rateLimited()) {
      RequestLimit limit = limit(settings, requestsPerMinute);
      pipeline.with(
          Stage.LIMIT_RATE,
          next -> new RateLimitingClient(next, limit, settings.time(), background));
    }
    Parts parts =
        new Parts(
            provider,
            settings,
            pipeline.buildFrom(Stage.LIMIT_RATE),
            background,
            redactor,
            listeners);
    pipeline.with(Stage.AUTHENTICATE, authentication.apply(parts));
    AtomicBoolean closed = new AtomicBoolean();
    Exchange calls = unlessClosed(closed, pipeline.build());
    Engine engine =
        Engine.of(
            new EngineParts(
                provider,
                baseUrl,
                models,
                commonCodes,
                calls,
                own != null,
                translator,
                settings.time(),
                settings.connectTimeout(),
                listeners),
            settings.options());
    Function<CallOptions, FileTransfer> transfers =
        options ->
            new FileTransfer(
                provider,
                sender,
                closed::get,
                settings.time(),
                settings.connectTimeout(),
                options.retry(),
                listeners);
    return new ClientRuntime(
        baseUrl, engine, transfers, settings.options(), settings.time(), own, closed);
  }

  /**
   * The same client with other options for its calls; it shares connections, and is closed with
   * this one.
   */
  public ClientRuntime with(CallOptions options) {
    return new ClientRuntime(
        baseUrl, engine.with(options), transfers, options, time, transport, closed);
  }

  private static RequestLimit limit(ClientSettings settings, int documentedLimit) {
    Bucket given = settings.bucket();
    if (given != null) {
      return new BucketLimit(given);
    }
    Integer limit = settings.requestsPerMinute();
    return BucketLimit.of(limit == null ? documentedLimit : limit, settings.time());
  }

  /** The implementation of a generated interface. */
  public <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  /**
   * The implementations of generated asynchronous interfaces.
   *
   * @param executor its threads wait for the answers; null when none shall
   * @throws IllegalStateException when there is no executor and the transport needs threads
   */
  public AsyncEngine async(@Nullable Executor executor) {
    return engine.async(executor);
  }

  /**
   * Makes a call and keeps its answer.
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
          "no answer came while the function ran: lists and pending results send nothing before"
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
    return FileDownload.of(transfer, Addresses.checkedFile(address, baseUrl));
  }

  /** The clock and the sleeper. */
  public Time time() {
    return time;
  }

  /** Where the API is. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** A transport of the user's own stays open, so that the client itself must refuse. */
  private static Exchange unlessClosed(AtomicBoolean closed, Exchange pipeline) {
    return new Exchange() {
      @Override
      public Response execute(Request request, Request.Options options) throws IOException {
        checkOpen();
        return pipeline.execute(request, options);
      }

      @Override
      public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
        checkOpen();
        return pipeline.executeAsync(request, context);
      }

      private void checkOpen() {
        if (closed.get()) {
          throw new IllegalStateException("this client is closed");
        }
      }
    };
  }

  private static Executor unlessRefused(Executor executor) {
    return task -> {
      try {
        executor.execute(task);
      } catch (RejectedExecutionException e) {
        throw new IllegalStateException("this client is closed", e);
      }
    };
  }

  @Override
  public void close() {
    closed.set(true);
    if (transport != null) {
      transport.close();
    }
  }

  /**
   * What the authentication of a client may need of the rest.
   *
   * @param provider the provider that is called
   * @param settings the settings of the client
   * @param lowest the pipeline below authentication
   * @param background runs what may block for calls that no thread waits for
   * @param redactor hides secrets
   * @param listeners are told of every call
   */
  public record Parts(
      Provider provider,
      ClientSettings settings,
      Exchange lowest,
      Executor background,
      Redactor redactor,
      Listeners listeners) {

    /** The tokens of an endpoint. */
    public TokenSource tokens(URI url, ClientCredentials credentials) {
      TokenEndpoint endpoint =
          new TokenEndpoint(
              provider, url, credentials, settings.connectTimeout(), lowest, listeners);
      return new CachedTokens(endpoint, settings.time(), redactor::learn);
    }
  }
}
