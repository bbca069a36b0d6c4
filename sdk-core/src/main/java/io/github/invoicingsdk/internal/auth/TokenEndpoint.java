package io.github.invoicingsdk.internal.auth;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.HeldBody;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Fetches access tokens with the client credentials grant (RFC 6749, section 4.4), the credentials
 * being sent in the body.
 *
 * <p>The lifetime is what {@code expires_in} says, as a number or a string. Where it says nothing
 * of use (absent, zero, negative, not a number) {@link #DEFAULT_LIFETIME} is taken, and never more
 * than {@link AccessToken#LONGEST_LIFETIME}: a wrong lifetime costs no more than one answer 401,
 * which brings about a new token.
 *
 * <p>Thread-safe.
 */
public final class TokenEndpoint implements TokenFetcher {

  /** How long a token is taken to be valid that does not say so. */
  static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

  private final Provider provider;
  private final URI url;
  private final ClientCredentials credentials;
  private final String scope;
  private final String userAgent;
  private final Duration connectTimeout;
  private final Client client;
  private final Listeners listeners;

  /**
   * Creates the fetcher.
   *
   * @param provider whose tokens they are
   * @param url the token endpoint, an address without a query
   * @param credentials who asks
   * @param scope what the token is to be good for
   * @param userAgent what the request says of the program that sends it
   * @param connectTimeout how long setting up a connection may take
   * @param client sends the request; it must bound the time and the size of a response
   * @param listeners are told of every fetch, as of a call
   * @throws IllegalArgumentException when {@code url} has a query
   */
  public TokenEndpoint(
      Provider provider,
      URI url,
      ClientCredentials credentials,
      String scope,
      String userAgent,
      Duration connectTimeout,
      Client client,
      Listeners listeners) {
    this.listeners = Objects.requireNonNull(listeners, "listeners");
    this.provider = Objects.requireNonNull(provider, "provider");
    this.url = Objects.requireNonNull(url, "url");
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
    this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
    this.client = Objects.requireNonNull(client, "client");
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "the token endpoint's url must not have a query; remove everything from the '?' on");
    }
  }

  @Override
  public AccessToken fetch(Deadline deadline) throws IOException {
    // A context of its own: fetching a token is no attempt of the call that needs it.
    Observation observation = listeners.call(provider, CallListener.TOKEN, OptionalInt.empty());
    CallContext context =
        new CallContext(
            provider,
            observation.operation(),
            ErrorCode::unknown,
            deadline,
            connectTimeout,
            Map.of(),
            OptionalInt.empty(),
            observation);
    observation.started();
    try (Response response = client.execute(request(), context)) {
      byte[] body = HeldBody.bytesOf(response.body());
      AccessToken token = read(response.status(), response.headers(), body);
      observation.ended(context.attempts(), null);
      return token;
    } catch (IOException | RuntimeException failure) {
      observation.ended(context.attempts(), failure);
      throw failure;
    }
  }

  private Request request() {
    StringJoiner form = new StringJoiner("&");
    form.add("grant_type=client_credentials");
    if (credentials.applicationId() != null) {
      form.add("application_id=" + QueryValue.encode(credentials.applicationId()));
    }
    form.add("client_id=" + QueryValue.encode(credentials.clientId()));
    form.add("client_secret=" + QueryValue.encode(credentials.clientSecret()));
    form.add("scope=" + QueryValue.encode(scope));
    return Request.create(
        Request.HttpMethod.POST,
        url.toString(),
        Map.of(
            "Accept", List.of("application/json"),
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "User-Agent", List.of(userAgent)),
        form.toString().getBytes(StandardCharsets.US_ASCII),
        StandardCharsets.US_ASCII,
        null);
  }

  private AccessToken read(int status, Map<String, Collection<String>> headers, byte[] body)
      throws TokenRefusedException {
    if (status < 200 || status > 299) {
      throw refused("an error", status, headers, body);
    }
    TokenResponse response;
    try {
      response = TokenResponse.read(body);
    } catch (IOException e) {
      throw refused("a body that is not a JSON object", status, headers, body);
    }
    String token = response.accessToken();
    if (token == null || token.isBlank()) {
      throw refused("no access_token", status, headers, body);
    }
    if (!AccessToken.isFitForHeader(token)) {
      throw refused("an access_token that no header can hold", status, headers, body);
    }
    if (response.tokenType() != null && !response.tokenType().equalsIgnoreCase("Bearer")) {
      throw refused("a token_type other than Bearer", status, headers, body);
    }
    return new AccessToken(token, lifetime(response.expiresIn()));
  }

  private static Duration lifetime(@Nullable Double seconds) {
    if (seconds == null || !(seconds >= 1)) {
      return DEFAULT_LIFETIME;
    }
    return Duration.ofSeconds(
        (long) Math.min(seconds, (double) AccessToken.LONGEST_LIFETIME.toSeconds()));
  }

  private TokenRefusedException refused(
      String what, int status, Map<String, Collection<String>> headers, byte[] body) {
    return new TokenRefusedException(
        "the token endpoint of "
            + provider.displayName()
            + " answered with status "
            + status
            + " and "
            + what,
        url.toString(),
        status,
        headers,
        TokenRefusal.body(status, body, credentials));
  }
}
