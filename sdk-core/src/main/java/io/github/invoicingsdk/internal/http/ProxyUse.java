package io.github.invoicingsdk.internal.http;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/**
 * What goes to a proxy beside the requests, and what its refusals mean. Thread-safe.
 *
 * <p>The JDK's own way is an {@link java.net.Authenticator}, which does not do: JDK 17 then takes
 * the {@code Authorization} of the provider out of every request. With the header alone the JDK
 * sees to it that it goes to a proxy and never to a provider. Over a tunnel it lets the scheme
 * Basic through only if a property of the whole JVM says so, which is not a library's to set.
 */
final class ProxyUse {

  private static final String FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";
  private static final String FOR_PLAIN_HTTP = "jdk.http.auth.proxying.disabledSchemes";

  private final ConnectionSettings settings;

  ProxyUse(ConnectionSettings settings) {
    this.settings = settings;
  }

  /**
   * Refuses an address that is reached through a proxy to which the JDK would not pass on the
   * credentials.
   *
   * @throws IllegalStateException with the remedy
   */
  void check(URI uri) {
    if (settings.proxyAuthorization() == null) {
      return;
    }
    String property = isPlain(uri) ? FOR_PLAIN_HTTP : FOR_TUNNELS;
    if (disablesBasic(property) && goesThroughProxy(uri)) {
      throw new IllegalStateException(
          "this JVM does not send a user name and password to the proxy of "
              + uri.getScheme()
              + " addresses: start it with -D"
              + property
              + "= (nothing after the equals sign), or set that property before the first HTTP"
              + " request of the JVM, or take Basic out of it in conf/net.properties of the JDK");
    }
  }

  /** Adds the credentials, which reach the proxy and nobody else. */
  void authorize(HttpRequest.Builder request, URI uri) {
    ProxyAuthorization authorization = settings.proxyAuthorization();
    if (authorization != null) {
      check(uri);
      request.setHeader("Proxy-Authorization", authorization.value());
    }
  }

  /**
   * Lets pass what the provider answered.
   *
   * @throws ProxyAuthenticationException for the response of a proxy that wants credentials
   */
  void requireOfProvider(HttpResponse<?> response, URI uri) throws ProxyAuthenticationException {
    // The JDK reads no body for the response to the request for a tunnel.
    if (response.statusCode() == Sending.PROXY_WANTS_CREDENTIALS
        && (response.body() == null || (isPlain(uri) && goesThroughProxy(uri)))) {
      throw new ProxyAuthenticationException(
          settings.proxyAuthorization() == null
              ? "the proxy wants credentials (status 407): give it a user name and password with"
                  + " proxy(selector, credentials)"
              : "the proxy did not accept the user name and password that are set (status 407)");
    }
  }

  private static boolean isPlain(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  /** As the JDK decides: the first one counts, and a proxy of another type is not used. */
  private boolean goesThroughProxy(URI uri) {
    ProxySelector selector =
        settings.proxy() == null ? ProxySelector.getDefault() : settings.proxy();
    List<Proxy> proxies = selector == null ? List.of() : selector.select(uri);
    return !proxies.isEmpty() && proxies.get(0).type() == Proxy.Type.HTTP;
  }

  private static boolean disablesBasic(String property) {
    String set = System.getProperty(property);
    String schemes = set == null ? NetworkSettings.inTheFileOfTheJdk(property) : set;
    return schemes != null
        && Arrays.stream(schemes.split(",")).map(String::trim).anyMatch("basic"::equalsIgnoreCase);
  }
}
