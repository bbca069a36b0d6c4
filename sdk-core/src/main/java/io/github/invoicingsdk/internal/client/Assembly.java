package io.github.invoicingsdk.internal.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.auth.CachedTokens;
import io.github.invoicingsdk.internal.auth.ClientCredentials;
import io.github.invoicingsdk.internal.auth.TokenEndpoint;
import io.github.invoicingsdk.internal.auth.TokenFetcher;
import io.github.invoicingsdk.internal.auth.TokenSource;
import io.github.invoicingsdk.internal.call.Engine;
import io.github.invoicingsdk.internal.call.EngineParts;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.fleet.FleetHealth;
import io.github.invoicingsdk.internal.fleet.SharedLimit;
import io.github.invoicingsdk.internal.fleet.SharedTokens;
import io.github.invoicingsdk.internal.fleet.UsageCounter;
import io.github.invoicingsdk.internal.http.BoundingClient;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.CompletingClient;
import io.github.invoicingsdk.internal.http.Exchange;
import io.github.invoicingsdk.internal.http.FileTransfer;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.http.OwnLimit;
import io.github.invoicingsdk.internal.http.Pipeline;
import io.github.invoicingsdk.internal.http.RateLimitingClient;
import io.github.invoicingsdk.internal.http.RequestLimit;
import io.github.invoicingsdk.internal.http.RetryingClient;
import io.github.invoicingsdk.internal.http.SharedHttpClient;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.internal.http.TranslatingClient;
import io.github.invoicingsdk.internal.observation.BodyMask;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.observation.CallListener;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts one client together out of its settings. For one thread. */
public final class Assembly {

  private final Service service;
  private final ClientSettings settings;
  private final Time time;
  private final Redactor redactor;
  private final ErrorTranslator translator;
  private final FleetHealth health;
  private final @Nullable UsageCounter counter;
  private final Listeners listeners;
  private final @Nullable JdkTransport own;
  private final Client sender;
  private final Executor background;
  private final Pipeline pipeline;
  private final AtomicBoolean closed = new AtomicBoolean();

  Assembly(Service service, ClientSettings settings) {
    this.service = service;
    this.settings = settings;
    this.time = settings.time();
    this.redactor = new Redactor(service.secrets());
    this.translator = new ErrorTranslator(redactor, time);
    Client given = settings.transport();
    this.own = given == null ? transport(settings) : null;
    this.sender = given != null ? given : Objects.requireNonNull(own);
    // Only the own transport sends without a thread, so that nobody needs it beside another.
    this.background = own == null ? Runnable::run : unlessRefused(own.background());
    BodyMask mask = new BodyMask(redactor);
    this.health =
        new FleetHealth(service.provider(), new Listeners(settings.listeners(), mask, time), time);
    this.counter = service.countsCalls() ? counter() : null;
    List<CallListener> all = new ArrayList<>(settings.listeners());
    if (counter != null) {
      all.add(counter);
    }
    this.listeners = new Listeners(all, mask, time);
    this.pipeline = pipeline();
  }

  private static JdkTransport transport(ClientSettings settings) {
    SharedHttpClient shared = settings.connections();
    return shared == null
        ? new JdkTransport(settings.connectTimeout(), settings.maxResponseBytes(), settings.proxy())
        : JdkTransport.over(shared, settings.maxResponseBytes());
  }

  /** The tokens of an endpoint. */
  public TokenSource tokens(URI url, ClientCredentials credentials) {
    TokenFetcher fetcher =
        new TokenEndpoint(
            service.provider(),
            url,
            credentials,
            settings.connectTimeout(),
            pipeline.buildFrom(Stage.LIMIT_RATE),
            listeners);
    Fleet fleet = settings.fleet();
    if (fleet != null) {
      String application = String.valueOf(credentials.applicationId());
      String account = service.account().get() + ":" + Service.digest(application);
      fetcher = new SharedTokens(fetcher, fleet.tokens(), account, health, time);
    }
    return new CachedTokens(fetcher, time, redactor::learn);
  }

  /** Runs what may block for calls that no thread waits for. */
  public Executor background() {
    return background;
  }

  ClientRuntime client(Function<Assembly, UnaryOperator<Exchange>> authentication) {
    pipeline.with(Stage.AUTHENTICATE, authentication.apply(this));
    EngineParts parts =
        new EngineParts(
            service.provider(),
            service.baseUrl(),
            service.models(),
            service.commonCodes(),
            unlessClosed(pipeline.build()),
            own != null,
            translator,
            time,
            settings.connectTimeout(),
            listeners);
    return new ClientRuntime(
        service.baseUrl(),
        Engine.of(parts, settings.options()),
        this::transfer,
        settings.options(),
        time,
        own,
        closed,
        counter);
  }

  private FileTransfer transfer(CallOptions options) {
    return new FileTransfer(
        service.provider(),
        sender,
        closed::get,
        time,
        settings.connectTimeout(),
        options.retry(),
        listeners);
  }

  private Pipeline pipeline() {
    Pipeline stages =
        Pipeline.over(sender)
            .with(Stage.ADDRESS, CompletingClient::new)
            .with(Stage.TRANSLATE_ERRORS, next -> new TranslatingClient(next, translator, redactor))
            .with(Stage.RETRY, next -> new RetryingClient(next, time))
            .with(Stage.BOUND, next -> new BoundingClient(next, settings.maxResponseBytes()));
    if (settings.rateLimited()) {
      RequestLimit limit = limit();
      stages.with(Stage.LIMIT_RATE, next -> new RateLimitingClient(next, limit, time, background));
    }
    return stages;
  }

  private RequestLimit limit() {
    Bucket given = settings.bucket();
    if (given != null) {
      return new BucketLimit(given);
    }
    Integer set = settings.requestsPerMinute();
    int requests = set == null ? service.requestsPerMinute() : set;
    Fleet fleet = settings.fleet();
    return fleet == null
        ? new OwnLimit(requests, time)
        : new SharedLimit(fleet, service.account().get(), requests, health, time);
  }

  private UsageCounter counter() {
    Fleet fleet = settings.fleet();
    return fleet == null
        ? UsageCounter.alone(health, time, background)
        : new UsageCounter(fleet.usage(), service.account().get(), health, time, background);
  }

  /** A transport of the user's own stays open, so that the client itself must refuse. */
  private Exchange unlessClosed(Exchange calls) {
    return new Exchange() {
      @Override
      public Response execute(Request request, Request.Options options) throws IOException {
        checkOpen();
        return calls.execute(request, options);
      }

      @Override
      public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
        checkOpen();
        return calls.executeAsync(request, context);
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
}
