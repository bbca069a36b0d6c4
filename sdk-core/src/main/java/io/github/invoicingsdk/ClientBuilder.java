package io.github.invoicingsdk;

import feign.Client;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.client.Addresses;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.ConnectionSettings;
import io.github.invoicingsdk.internal.http.Timeouts;
import io.github.invoicingsdk.observation.CallListener;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
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
                builder.products,
                builder.connection(),
                builder.maxResponseBytes,
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
          protected void setTime(ClientBuilder<?> builder, Clock time) {
            builder.time = time;
          }
        });
  }

  private @Nullable URI baseUrl;
  private CallOptions options = CallOptions.defaults();
  private String products = "";
  private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
  private int maxResponseBytes = 32 * 1024 * 1024;
  private @Nullable ProxySelector proxy;
  private @Nullable ProxyCredentials proxyCredentials;
  private @Nullable SSLContext sslContext;
  private boolean plainHttpAllowed;
  private @Nullable Connections connections;
  private @Nullable Client transport;
  private @Nullable Integer requestsPerMinute;
  private boolean rateLimited = true;
  private @Nullable Bucket bucket;
  private @Nullable Fleet fleet;
  private final List<CallListener> listeners = new ArrayList<>();
  private Clock time = Clock.system();

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
   * @param baseUrl an https address, or an http address of the loopback interface, or of any host
   *     after {@link #dangerouslyAllowPlainHttp}; without user information, query, fragment, dot
   *     segments and characters outside ASCII; a slash at the end makes no difference
   * @return this builder
   * @throws IllegalArgumentException when the address is none of these
   */
  public B baseUrl(URI baseUrl) {
    this.baseUrl = checkedAddress(baseUrl, "baseUrl");
    return self();
  }

  /**
   * DANGEROUS: lets {@link #baseUrl} and the address of tokens, when they are set after this, be
   * http addresses of any host. Whoever is on the way reads the credentials and every document, and
   * can change them. It is there for a sandbox in a network of your own, such as one container
   * beside another; there it also lets files be fetched over http, from the host of the API.
   *
   * @return this builder
   */
  public B dangerouslyAllowPlainHttp() {
    this.plainHttpAllowed = true;
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
   * Names the program that uses the SDK, beside those that were named before. It stands in the
   * header {@code User-Agent} of all requests, after the SDK itself: {@code
   * invoicing-sdk-java/1.0.0 (Java 17.0.9) shop/1.2}.
   *
   * @param name the product's name, made of letters, digits and {@code !#$%&'*+.^_`|~-}
   * @param version its version, made of the same characters
   * @return this builder
   * @throws IllegalArgumentException if one of the two is empty or holds another character
   */
  public B product(String name, String version) {
    this.products +=
        " "
            + ExtraHeader.checkedToken("name", name)
            + "/"
            + ExtraHeader.checkedToken("version", version);
    return self();
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
   * The largest response that is read, before and after decompression. 32 MiB unless set.
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
   * The proxy through which the provider is reached, tokens and files included, and which asks for
   * no credentials; the one of the JVM's system properties, if any, unless set. Refused by {@code
   * build()} beside {@link #connections} and {@link #transport}, which have their own.
   *
   * @param proxy chooses the proxy, such as {@link ProxySelector#of}
   * @return this builder
   */
  public B proxy(ProxySelector proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    this.proxyCredentials = null;
    return self();
  }

  /**
   * As {@link #proxy(ProxySelector)}, with the user name and password that the proxy asks for. The
   * JVM's {@link java.net.Authenticator} is never asked.
   *
   * <p>The JDK does not send a password to a proxy through which it reaches https addresses, unless
   * the JVM was started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}, with nothing after
   * the equals sign. Without that, {@code build()} throws an {@link IllegalStateException}.
   *
   * @param proxy chooses the proxy, such as {@link ProxySelector#of}, or {@link
   *     ProxySelector#getDefault} for the one of the JVM's system properties
   * @param credentials what the proxy is told
   * @return this builder
   */
  public B proxy(ProxySelector proxy, ProxyCredentials credentials) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    this.proxyCredentials = Objects.requireNonNull(credentials, "credentials");
    return self();
  }

  /**
   * Which servers are trusted, and the client's own certificate if a server asks for one: for the
   * API, tokens and files. {@link SSLContext#getDefault} unless set. The names in certificates are
   * checked in any case. Refused by {@code build()} beside {@link #connections} and {@link
   * #transport}, which have their own.
   *
   * @param sslContext the context, which has been initialized
   * @return this builder
   */
  public B sslContext(SSLContext sslContext) {
    this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
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
   * credentials and rate limits, stays apart. Has no effect beside {@link #transport}.
   *
   * @param connections what is shared; the client does not close it
   * @return this builder
   */
  public B connections(Connections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
    return self();
  }

  /**
   * Refuses an address to which credentials must not be sent.
   *
   * @param address the address
   * @param name the argument's name
   * @return the address without a slash at its end
   */
  protected final URI checkedAddress(URI address, String name) {
    return Addresses.checked(address, name, plainHttpAllowed);
  }

  private ConnectionSettings connection() {
    refuseBesides(connections, "connections(...)");
    refuseBesides(transport, "transport(...)");
    return new ConnectionSettings(
        connectTimeout,
        proxy,
        proxyCredentials == null ? null : proxyCredentials.authorization(),
        sslContext);
  }

  /** Ignoring one of them would send requests past the proxy, or trust other servers. */
  private void refuseBesides(@Nullable Object other, String method) {
    if (other != null && (proxy != null || sslContext != null)) {
      throw new IllegalStateException(
          (proxy != null ? "proxy(...)" : "sslContext(...)")
              + " has no effect beside "
              + method
              + ": give it to what is passed there");
    }
  }

  /**
   * Sends the requests by another HTTP client than the JDK's, with its proxies, TLS settings and
   * interceptors. Tokens and downloads go over it too. The client does not close it.
   *
   * @param transport an {@link OkHttpTransport} or an {@link ApacheTransport}
   * @return this builder
   */
  public B transport(Transport transport) {
    this.transport = Objects.requireNonNull(transport, "transport").client();
    return self();
  }

  /**
   * Sends the requests by a transport of which the SDK cannot know whether it sends a write at most
   * once. Whoever calls this method vouches for that: <b>a transport that repeats a write can
   * create a document twice, and the SDK reports success.</b> HTTP clients repeat requests unless
   * that is switched off: after lost connections, redirects, 401, 407, 408, 429 and 503, and so do
   * load balancers and interceptors around them. Feign's own clients are refused as far as they are
   * known to do so.
   *
   * <p>The transport must be thread-safe, must not follow redirects and must not log: the requests
   * it gets carry the credentials. A {@link java.net.ConnectException}, {@link
   * java.net.NoRouteToHostException}, {@link java.net.UnknownHostException} or {@link
   * java.net.http.HttpConnectTimeoutException} of its says that nothing of the request was sent; it
   * must not throw them for anything else. Each request tells it the connect timeout and, as the
   * read timeout, what is left of the attempt. The client does not close it.
   *
   * @param transport a client of Feign
   * @return this builder
   * @throws IllegalArgumentException if the transport is known to repeat writes: {@code
   *     feign.Client.Default} and the clients of feign-okhttp, feign-hc5, feign-httpclient and
   *     feign-googlehttpclient
   */
  public B unverifiedTransport(Client transport) {
    this.transport = UnverifiedTransports.checked(Objects.requireNonNull(transport, "transport"));
    return self();
  }
}
