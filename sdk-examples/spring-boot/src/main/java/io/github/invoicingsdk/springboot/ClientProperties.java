package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.ProxyCredentials;
import io.github.invoicingsdk.RetryPolicy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of clients. What is null stays as it was: the SDK's own default, in the end.
 *
 * @param timeout How long one call may take altogether, with all its attempts; at most one hour.
 * @param attemptTimeout How long one attempt may take; at most one hour.
 * @param connectTimeout How long setting up a connection may take; at most one hour.
 * @param maxResponseSize Largest response that is read.
 * @param requestsPerMinute Most requests that are sent within any 60 seconds. The provider's own
 *     limit unless set.
 * @param unlimitedRate Whether requests are sent as fast as they come, as for tests with a sandbox.
 * @param language Language of messages and of texts that iDoklad adds to documents, such as cs-CZ.
 * @param headers Headers that go with every request, such as one that a proxy of your own asks for.
 * @param proxy Proxy through which the provider is reached.
 * @param dangerouslyAllowPlainHttp Whether addresses may be http ones of any host, over which
 *     everybody on the way reads the credentials; only for a sandbox in a network of your own.
 * @param retry How often and after which pauses a request is sent again.
 */
record ClientProperties(
    @Nullable Duration timeout,
    @Nullable Duration attemptTimeout,
    @Nullable Duration connectTimeout,
    @Nullable DataSize maxResponseSize,
    @Nullable Integer requestsPerMinute,
    @Nullable Boolean unlimitedRate,
    @Nullable Locale language,
    @DefaultValue Map<String, String> headers,
    @Nullable Proxy proxy,
    @Nullable Boolean dangerouslyAllowPlainHttp,
    @Nullable Retry retry) {

  /** Sets what is set here; leaves the rest of the builder, and of the options, as it is. */
  void applyTo(ClientBuilder<?> builder) {
    set(connectTimeout, builder::connectTimeout);
    set(maxResponseSize, size -> builder.maxResponseBytes(bytes(size)));
    if (requestsPerMinute != null && Boolean.TRUE.equals(unlimitedRate)) {
      throw new IllegalArgumentException(
          "requests-per-minute is "
              + requestsPerMinute
              + " and unlimited-rate is true; set one of the two");
    }
    set(requestsPerMinute, builder::requestsPerMinute);
    if (Boolean.TRUE.equals(unlimitedRate)) {
      builder.unlimitedRate();
    }
    if (proxy != null) {
      proxy.applyTo(builder);
    }
  }

  /** Sets what is set here; leaves the rest of the options as it is. */
  void applyTo(CallOptions.Builder options, RetryPolicy.Builder policy) {
    set(timeout, options::timeout);
    set(attemptTimeout, options::attemptTimeout);
    set(language, options::language);
    headers.forEach(options::header);
    if (retry != null) {
      set(retry.maxAttempts(), policy::maxAttempts);
      set(retry.firstDelay(), policy::firstDelay);
      set(retry.longestDelay(), policy::longestDelay);
    }
  }

  @Override
  public String toString() {
    // A header may carry a secret.
    return "ClientProperties[timeout=" + timeout + ", headers=" + headers.keySet() + "]";
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static int bytes(DataSize size) {
    try {
      return Math.toIntExact(size.toBytes());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "max-response-size is " + size + "; it must be less than 2GB", e);
    }
  }

  /**
   * A proxy.
   *
   * @param host Name or address of the proxy.
   * @param port Port of the proxy.
   * @param username User name that the proxy asks for. None unless set.
   * @param password Password of that user. Secret.
   */
  record Proxy(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String username,
      @Nullable String password) {

    void applyTo(ClientBuilder<?> builder) {
      if (username != null) {
        builder.proxy(
            selector(),
            ProxyCredentials.ofUser(username)
                .withPassword(Objects.requireNonNullElse(password, "")));
      } else if (password != null) {
        throw new IllegalArgumentException(
            "proxy.password is set without proxy.username; set both or none");
      } else {
        builder.proxy(selector());
      }
    }

    @Override
    public String toString() {
      return "Proxy[host="
          + host
          + ", port="
          + port
          + ", username="
          + username
          + ", password="
          + Secrets.mask(password)
          + "]";
    }

    private ProxySelector selector() {
      if (host == null || host.isBlank() || port == null) {
        throw new IllegalArgumentException(
            "proxy is incomplete: set both proxy.host and proxy.port");
      }
      // Looked up when it is used: the address may change, and the application must start without.
      return ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
    }
  }

  /**
   * How often and after which pauses a request is sent again.
   *
   * @param maxAttempts Most requests that are sent for one call, 1 to 100; 1 means that nothing is
   *     sent again.
   * @param firstDelay Longest pause before the second attempt.
   * @param longestDelay Longest pause before any attempt.
   */
  record Retry(
      @Nullable Integer maxAttempts,
      @Nullable Duration firstDelay,
      @Nullable Duration longestDelay) {}
}
