package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.auth.ClientCredentials;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.client.Credential;
import io.github.invoicingsdk.internal.client.Environment;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the clients of both versions of iDoklad's API share. For one thread.
 *
 * @param <B> the builder itself
 */
abstract class IdokladBuilder<B extends IdokladBuilder<B>> extends ClientBuilder<B> {

  private static final URI DEFAULT_TOKEN_URL =
      URI.create("https://identity.idoklad.cz/server/v2/connect/token");

  private static final String SOURCE = "the settings of the agenda or the developer portal";

  private @Nullable ClientCredentials credentials;
  private URI tokenUrl = DEFAULT_TOKEN_URL;

  /**
   * Who calls, by the OAuth2 grant {@code client_credentials}.
   *
   * @param applicationId the application's id from the developer portal
   * @param clientId the client id from the settings of the agenda
   * @param clientSecret the client secret from the settings of the agenda
   * @return this builder
   * @throws IllegalArgumentException when one of them is blank, or holds a control character or
   *     half of a surrogate pair
   */
  public B clientCredentials(String applicationId, String clientId, String clientSecret) {
    this.credentials =
        new ClientCredentials(
            Credential.checked(applicationId, "applicationId", SOURCE),
            Credential.checked(clientId, "clientId", SOURCE),
            Credential.checked(clientSecret, "clientSecret", SOURCE));
    return self();
  }

  /**
   * Where tokens come from, instead of from iDoklad: for a sandbox.
   *
   * @param tokenUrl an https address, or an http address of the loopback interface, or of any host
   *     after {@link #dangerouslyAllowPlainHttp}; without user information, query, fragment, dot
   *     segments and characters outside ASCII
   * @return this builder
   * @throws IllegalArgumentException when the address is none of these
   */
  public B tokenUrl(URI tokenUrl) {
    this.tokenUrl = checkedAddress(tokenUrl, "tokenUrl");
    return self();
  }

  final B from(Environment environment, String baseUrlVariable) {
    clientCredentials(
        environment.require("IDOKLAD_APPLICATION_ID"),
        environment.require("IDOKLAD_CLIENT_ID"),
        environment.require("IDOKLAD_CLIENT_SECRET"));
    environment.address(baseUrlVariable).ifPresent(this::baseUrl);
    environment.address("IDOKLAD_TOKEN_URL").ifPresent(this::tokenUrl);
    return self();
  }

  final ClientRuntime start(Provider provider, URI defaultBaseUrl, ModelRegistry models) {
    ClientCredentials caller = credentials;
    if (caller == null) {
      throw new IllegalStateException("the credentials are missing: call clientCredentials(...)");
    }
    ClientSettings settings = BuilderAccess.settings(this);
    URI baseUrl = Objects.requireNonNullElse(settings.baseUrl(), defaultBaseUrl);
    return ClientRuntime.start(
        new IdokladProfile(provider, baseUrl, models, tokenUrl, caller), settings);
  }
}
