package io.github.invoicingsdk.internal.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.auth.CachedTokens;
import io.github.invoicingsdk.internal.auth.ClientCredentials;
import io.github.invoicingsdk.internal.auth.GivenTokens;
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
import io.github.invoicingsdk.internal.http.BoundingStage;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.CompletingStage;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.http.OwnLimit;
import io.github.invoicingsdk.internal.http.ProxyAuthorization;
import io.github.invoicingsdk.internal.http.RateLimitingStage;
import io.github.invoicingsdk.internal.http.RequestLimit;
import io.github.invoicingsdk.internal.http.RetryingStage;
import io.github.invoicingsdk.internal.http.SharedHttpClient;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.http.TranslatingStage;
import io.github.invoicingsdk.internal.observation.BodyMask;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.observation.CallListener;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Puts one client together out of its settings. For one thread. */
public final class Assembly {

  private final ProviderProfile profile;
  private final ClientSettings settings;
  private final String userAgent;
  private final Clock time;
  private final Redactor redactor;
  private final ErrorTranslator translator;
  private final FleetHealth health;
  private final @Nullable UsageCounter counter;
  private final Listeners listeners;
  private final @Nullable JdkTransport own;
  private final Client sender;
  private final Executor background;

  /** The stages that fetching a token passes as well. */
  private final Stage sending;

  private final AtomicBoolean closed = new AtomicBoolean();

  Assembly(ProviderProfile profile, ClientSettings settings) {
    this.profile = profile;
    this.settings = settings;
    this.time = settings.time();
    this.userAgent = UserAgent.of(settings.products());
    this.redactor = new Redactor(secrets(profile, settings), profile.models().secretProperties());
    this.translator = new ErrorTranslator(redactor, time);
    Client given = settings.transport();
    this.own = given == null ? transport(settings) : null;
    checkProxy(profile.baseUrl());
    this.sender = given != null ? given : Objects.requireNonNull(own);
    // Only the own transport sends without a thread, so that nobody needs it beside another.
    this.background = own == null ? Runnable::run : new Background(own.background());
    BodyMask mask = new BodyMask(redactor);
    this.health =
        new FleetHealth(
            profile.provider(), new Listeners(settings.listeners(), mask, profile, time), time);
    String months = profile.monthsOf();
    this.counter = months == null ? null : counter(months);
    List<CallListener> all = new ArrayList<>(settings.listeners());
    if (counter != null) {
      all.add(counter);
    }
    this.listeners = new Listeners(all, mask, profile, time);
    this.sending = limited(new BoundingStage(sender, settings.maxResponseBytes()));
  }

  private static List<String> secrets(ProviderProfile profile, ClientSettings settings) {
    List<String> secrets = new ArrayList<>(profile.secrets());
    ProxyAuthorization proxy = settings.connection().proxyAuthorization();
    if (proxy != null) {
      secrets.addAll(proxy.secrets());
    }
    return secrets;
  }

  private static JdkTransport transport(ClientSettings settings) {
    SharedHttpClient shared = settings.connections();
    return shared == null
        ? new JdkTransport(settings.connection(), settings.maxResponseBytes(), settings.time())
        : JdkTransport.over(shared, settings.maxResponseBytes());
  }

  private Duration connectTimeout() {
    return settings.connection().connectTimeout();
  }

  /** Better now than at the first call. */
  private void checkProxy(URI address) {
    if (own != null) {
      own.checkProxy(address);
    }
  }

  /** The tokens of an endpoint. */
  public TokenSource tokens(URI url, ClientCredentials credentials, String scope) {
    checkProxy(url);
    TokenFetcher fetcher =
        new TokenEndpoint(
            profile.provider(),
            url,
            credentials,
            scope,
            userAgent,
            connectTimeout(),
            sending,
            listeners);
    Fleet fleet = settings.fleet();
    if (fleet != null) {
      String application = String.valueOf(credentials.applicationId());
      String account = profile.account() + ":" + ProviderProfile.digest(application);
      fetcher = new SharedTokens(fetcher, fleet.tokens(), account, health, time);
    }
    return new CachedTokens(fetcher, time, redactor);
  }

  /**
   * The tokens of a source that the partner has written, which shares them itself if it wants to.
   */
  public TokenSource tokens(io.github.invoicingsdk.TokenSource source) {
    return new CachedTokens(new GivenTokens(source), time, redactor);
  }

  /** Runs what may block for calls that no thread waits for. */
  public Executor background() {
    return background;
  }

  ClientRuntime client() {
    EngineParts parts =
        new EngineParts(
            profile.provider(),
            profile.baseUrl(),
            userAgent,
            profile.models(),
            profile,
            profile.successMember(),
            unlessClosed(calls()),
            own != null,
            translator,
            time,
            connectTimeout(),
            listeners);
    return new ClientRuntime(
        profile,
        parts,
        Engine.of(parts, settings.options()),
        sender,
        settings.options(),
        own,
        closed,
        counter);
  }

  /**
   * The stages that every call passes. Their order is part of what the SDK promises: the address is
   * completed first, so that errors and logs show all of it. Credentials are added below everything
   * that makes exceptions; listeners are told by the lowest stage, but never shown an address or a
   * header. Repeated requests are authenticated anew, and each of them takes its own permit of the
   * rate limit. The deadline and the size cap hold for whatever transport is used.
   */
  private Stage calls() {
    Stage authenticating = profile.authenticating(sending, this);
    Stage retrying = new RetryingStage(authenticating, time);
    return new CompletingStage(new TranslatingStage(retrying, translator));
  }

  private Stage limited(Stage next) {
    return settings.rateLimited() ? new RateLimitingStage(next, limit(), time, background) : next;
  }

  private RequestLimit limit() {
    Bucket given = settings.bucket();
    if (given != null) {
      return new BucketLimit(given);
    }
    Integer set = settings.requestsPerMinute();
    int requests = set == null ? profile.requestsPerMinute() : set;
    Fleet fleet = settings.fleet();
    return fleet == null
        ? new OwnLimit(requests, time)
        : new SharedLimit(fleet, profile.account(), requests, health, time);
  }

  private UsageCounter counter(String zone) {
    Fleet fleet = settings.fleet();
    return fleet == null
        ? UsageCounter.alone(zone, health, time, background)
        : new UsageCounter(fleet.usage(), profile.account(), zone, health, time, background);
  }

  /** A transport of the user's own stays open, so that the client itself must refuse. */
  private Stage unlessClosed(Stage calls) {
    return new Stage() {
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

  /** Threads that end with the client, and that say so when they have. */
  private record Background(Executor threads) implements Executor {

    @Override
    public void execute(Runnable task) {
      try {
        threads.execute(task);
      } catch (RejectedExecutionException e) {
        throw new IllegalStateException("this client is closed", e);
      }
    }
  }
}
