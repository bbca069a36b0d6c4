package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.TokenSource;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.client.Credential;
import io.github.invoicingsdk.internal.client.Environment;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the clients of both versions of iDoklad's API share. For one thread.
 *
 * @param <B> the builder itself
 */
abstract class IdokladBuilder<B extends IdokladBuilder<B>> extends ClientBuilder<B> {

  private static final URI DEFAULT_TOKEN_URL =
      URI.create("https://identity.idoklad.cz/server/v2/connect/token");

  private @Nullable ClientCredentials credentials;
  private Grant.@Nullable OfSource source;
  private URI tokenUrl = DEFAULT_TOKEN_URL;

  /**
   * Who calls, by the OAuth 2 grant {@code client_credentials}. It takes the place of a {@link
   * #tokenSource}.
   *
   * @param credentials the ids and the secret
   * @return this builder
   */
  public B clientCredentials(ClientCredentials credentials) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.source = null;
    return self();
  }

  /**
   * Short for {@link #clientCredentials(ClientCredentials)}:
   *
   * <pre>{@code
   * builder.clientCredentials(
   *     keys -> keys.applicationId(applicationId).clientId(clientId).clientSecret(clientSecret));
   * }</pre>
   *
   * @param credentials is given a builder, and names all three parts
   * @return this builder
   * @throws IllegalArgumentException if a part is not allowed
   * @throws IllegalStateException if a part is missing
   */
  public B clientCredentials(Consumer<? super ClientCredentials.Builder> credentials) {
    return clientCredentials(ClientCredentials.of(credentials));
  }

  /**
   * Where tokens come from, instead of from the SDK's own way to fetch them. It takes the place of
   * {@link #clientCredentials(ClientCredentials)}. A {@link #fleet} shares the rate limit and the
   * count of such clients, and leaves their tokens to the source.
   *
   * @param account names the agenda: in logs, and for what a fleet shares. It is no secret, and
   *     must be the same for all clients of the agenda
   * @param source gives the tokens
   * @return this builder
   * @throws IllegalArgumentException if the name is blank, or holds a control character or an
   *     unpaired surrogate
   */
  public B tokenSource(String account, TokenSource source) {
    this.source =
        new Grant.OfSource(
            Credential.checked(account, "account", "the program that calls"),
            Objects.requireNonNull(source, "source"));
    this.credentials = null;
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
        keys ->
            keys.applicationId(environment.require("IDOKLAD_APPLICATION_ID"))
                .clientId(environment.require("IDOKLAD_CLIENT_ID"))
                .clientSecret(environment.require("IDOKLAD_CLIENT_SECRET")));
    environment.address(baseUrlVariable).ifPresent(this::baseUrl);
    environment.address("IDOKLAD_TOKEN_URL").ifPresent(this::tokenUrl);
    return self();
  }

  final ClientRuntime start(Provider provider, URI defaultBaseUrl, ModelRegistry models) {
    Grant grant = grant();
    ClientSettings settings = BuilderAccess.settings(this);
    URI baseUrl = Objects.requireNonNullElse(settings.baseUrl(), defaultBaseUrl);
    return ClientRuntime.start(new IdokladProfile(provider, baseUrl, models, grant), settings);
  }

  private Grant grant() {
    if (source != null) {
      return source;
    }
    if (credentials == null) {
      throw new IllegalStateException(
          "the credentials are missing: call clientCredentials(...) or tokenSource(...)");
    }
    return new Grant.OfClient(tokenUrl, credentials.values());
  }
}
