package io.github.invoicingsdk.sandbox;

import java.util.Objects;

/**
 * What the simulated iDoklad identity server accepts from a client.
 *
 * @param applicationId the application's id
 * @param clientId the client's id
 * @param clientSecret the client's secret
 */
public record IdokladCredentials(String applicationId, String clientId, String clientSecret) {
  /**
   * Checks that nothing is missing.
   *
   * @param applicationId the application's id
   * @param clientId the client's id
   * @param clientSecret the client's secret
   */
  public IdokladCredentials {
    Objects.requireNonNull(applicationId, "applicationId");
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(clientSecret, "clientSecret");
  }

  /** The ids only, without the secret. */
  @Override
  public String toString() {
    return "IdokladCredentials[applicationId=" + applicationId + ", clientId=" + clientId + "]";
  }
}
