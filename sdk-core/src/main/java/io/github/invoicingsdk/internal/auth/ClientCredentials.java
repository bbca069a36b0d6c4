package io.github.invoicingsdk.internal.auth;

/**
 * Who calls, by the OAuth2 grant {@code client_credentials}.
 *
 * @param applicationId the id of the application in iDoklad's developer portal
 * @param clientId the client id
 * @param clientSecret the client secret, which is never shown
 */
public record ClientCredentials(String applicationId, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "ClientCredentials{applicationId=" + applicationId + ", clientId=" + clientId + "}";
  }
}
