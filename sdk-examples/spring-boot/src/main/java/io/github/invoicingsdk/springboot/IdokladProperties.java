package io.github.invoicingsdk.springboot;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured for one version of iDoklad's API.
 *
 * @param accounts Agendas of iDoklad by a name of your own, which qualifies the bean of the client.
 */
record IdokladProperties(@DefaultValue Map<String, Account> accounts) {

  /**
   * One agenda of iDoklad.
   *
   * @param applicationId Id of the application from the developer portal. Required.
   * @param clientId Client id from the settings of the agenda. Required.
   * @param clientSecret Client secret from the settings of the agenda. Required, secret.
   * @param baseUrl Address of the API instead of the provider's, as for a sandbox.
   * @param tokenUrl Address that tokens come from instead of the provider's.
   * @param primary Whether this client is injected where no qualifier stands.
   * @param client Settings of this client, over those of all clients.
   */
  record Account(
      @Nullable String applicationId,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable URI baseUrl,
      @Nullable URI tokenUrl,
      @DefaultValue("false") boolean primary,
      @Nullable ClientProperties client)
      implements AccountProperties {

    @Override
    public String toString() {
      return "Account[applicationId="
          + applicationId
          + ", clientId="
          + clientId
          + ", clientSecret="
          + Secrets.mask(clientSecret)
          + "]";
    }
  }
}
