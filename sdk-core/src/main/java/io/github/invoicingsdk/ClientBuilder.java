package io.github.invoicingsdk;

import feign.Client;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.client.Addresses;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.internal.http.Timeouts;
import io.github.invoicingsdk.observation.CallListener;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the builders of all clients share. For one thread.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

  /** How long setting up a connection may take unless the user says otherwise. */
  static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  static {
    BuilderAccess.install(
        new BuilderAccess() {
          @Override
          protected ClientSettings settingsOf(ClientBuilder<?> builder) {
            return new ClientSettings(
                builder.baseUrl,
                builder.options,
                builder.connectTimeout,
                builder.maxResponseBytes,
                builder.proxy,
                builder.connections == null ? null : builder.connections.http(),
                builder.transport,
                builder.rateLimited,
                builder.requestsPerMinute,
                builder.bucket,
                builder.fleet,
                builder.listeners,
                builder.time);
          }

          @Override
          protected void setTime(ClientBuilder<?> builder, Time time) {
            builder.time = time;
          }
        });
  }

  private @Nullable URI baseUrl;
  private CallOptions options = CallOptions.defaults();
  private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
  private int maxResponseBytes = 32 * 1024 * 1024;
  private @Nullable ProxySelector proxy;
  private @Nullable Connections connections;
  private @Nullable Client transport;
  private @Nullable Integer requestsPerMinute;
  private boolean rateLimited = true;
  private @Nullable Bucket bucket;
  private @Nullable Fleet fleet;
  private final List<CallListener> listeners = new ArrayList<>();
  private Time time = Time.system();

  /** Creates a builder with the defaults; for the SDK's own builders. */
  protected ClientBuilder() {}

  /**
   * This builder.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Where the API is, instead of at the provider: for a sandbox or a proxy of one's own.
   *
   * @param baseUrl an https address, or an http address of the loopback interface; without user
   *     information, query, fragment, dot segments and characters outside ASCII; a slash at the end
   *     makes no difference
   * @return this builder
   * @throws IllegalArgumentException when the address is none of these
   */
  public B baseUrl(URI baseUrl) {
    this.baseUrl = Addresses.checked(baseUrl, "baseUrl");
    return self();
  }

  /**
   * How long calls may take and how often they are tried; {@link CallOptions#defaults()} unless
   * set. Single calls can be given others: see the client's method {@code with}.
   *
   * @param options the options
   * @return this builder
   */
  public B options(CallOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return self();
  }

  /**
   * How long one call may take altogether: short for {@link #options} with another timeout.
   *
   * @param timeout more than zero, at most one hour
   * @return this builder
   * @throws IllegalArgumentException when the time is out of range
   */
  public B timeout(Duration timeout) {
    return options(options.toBuilder().timeout(timeout).build());
  }

  /**
   * How long setting up a connection may take. 10 seconds unless set. Has no effect beside {@link
   * #connections}, which has a time of its own.
   *
   * @param connectTimeout more than zero, at most one hour
   * @return this builder
   * @throws IllegalArgumentException when the time is out of range
   */
  public B connectTimeout(Duration connectTimeout) {
    this.connectTimeout = Timeouts.checked(connectTimeout, "connectTimeout");
    return self();
  }

  /**
   * The largest answer that is read, before and after decompression. 32 MiB unless set.
   *
   * @param bytes at least 1
   * @return this builder
   * @throws IllegalArgumentException when the number is less than 1
   */
  public B maxResponseBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes is " + bytes + "; at least 1");
    }
    this.maxResponseBytes = bytes;
    return self();
  }

  /**
   * The proxy through which the provider is reached; none unless set. Has no effect beside {@link
   * #connections} and {@link #transport(Client)}.
   *
   * @param proxy chooses the proxy, such as {@link ProxySelector#of}
   * @return this builder
   */
  public B proxy(ProxySelector proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    return self();
  }

  /**
   * The most requests that are sent within any 60 seconds, repeated ones and those for tokens
   * included; a tenth of them may be sent at once. Without it, the limit that the provider
   * documents applies: 780 for InvoiceXpress, 200 for iDoklad. It holds for this client alone:
   * whoever has several clients or machines for one account divides it, or lets them share it, by a
   * {@link #rateLimit bucket} or a {@link #fleet}.
   *
   * @param requests at least 1
   * @return this builder
   * @throws IllegalArgumentException when the number is less than 1
   */
  public B requestsPerMinute(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "requests is " + requests + "; at least 1, or call unlimitedRate()");
    }
    this.requestsPerMinute = requests;
    this.bucket = null;
    this.rateLimited = true;
    return self();
  }

  /**
   * The bucket out of which one token is taken for every request, in place of one of this client's
   * own: for several clients, or machines, that work for one account. Its clock is its own.
   *
   * @param bucket a bucket of Bucket4j
   * @return this builder
   */
  public B rateLimit(Bucket bucket) {
    this.bucket = Objects.requireNonNull(bucket, "bucket");
    this.rateLimited = true;
    return self();
  }

  /**
   * Sends requests as fast as they come. The provider answers 429 to what is too much.
   *
   * @return this builder
   */
  public B unlimitedRate() {
    this.rateLimited = false;
    return self();
  }

  /**
   * Shares the rate limit, the access token and the monthly count with other machines that work for
   * the same account. {@link #requestsPerMinute} is then the limit of all of them together, and
   * must be the same on each; {@link #rateLimit} and {@link #unlimitedRate} take the limit out of
   * what is shared.
   *
   * @param fleet what is shared; the client does not close it
   * @return this builder
   */
  public B fleet(Fleet fleet) {
    this.fleet = Objects.requireNonNull(fleet, "fleet");
    return self();
  }

  /**
   * Tells a listener of every call, beside those that were added before.
   *
   * @param listener is told; thread-safe
   * @return this builder
   */
  public B listener(CallListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return self();
  }

  /**
   * Sends the requests over connections that other clients use as well. Everything else, such as
   * credentials and rate limits, stays apart. Has no effect beside {@link #transport(Client)}.
   *
   * @param connections what is shared; the client does not close it
   * @return this builder
   */
  public B connections(Connections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
    return self();
  }

  /**
   * Sends the requests, instead of the SDK's own transport over {@link java.net.http.HttpClient}.
   * It must be thread-safe, must not follow redirects and must not log: the requests it gets carry
   * the credentials. The client does not close it.
   *
   * <p>Each request tells it the connect timeout and, as the read timeout, what is left of the
   * attempt. Give it these timeouts itself where it can have its own, 10 seconds and 30 by default:
   * feign-okhttp takes a request with the client that it has only if they are the same, and makes
   * another one if not, which costs as much as all that the SDK does for it.
   *
   * @param transport a Feign client, such as the one of feign-okhttp
   * @return this builder
   */
  public B transport(Client transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
    return self();
  }
}
