package io.github.invoicingsdk.internal.auth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an application to the token endpoint. Immutable.
 *
 * @param applicationId the application's id in the developer portal; null for the older token
 *     endpoint, which needs none
 * @param clientId the client id of the account
 * @param clientSecret the client secret of the account
 */
public record ClientCredentials(
    @Nullable String applicationId, String clientId, String clientSecret) {

  /**
   * Creates credentials.
   *
   * @throws NullPointerException when {@code clientId} or {@code clientSecret} is null
   * @throws IllegalArgumentException when one of the three is blank
   */
  public ClientCredentials {
    if (applicationId != null) {
      requireText(applicationId, "applicationId");
    }
    requireText(Objects.requireNonNull(clientId, "clientId"), "clientId");
    requireText(Objects.requireNonNull(clientSecret, "clientSecret"), "clientSecret");
  }

  /** The values, any of which may be the secret if they were mixed up. */
  public List<String> values() {
    return applicationId == null
        ? List.of(clientSecret, clientId)
        : List.of(clientSecret, clientId, applicationId);
  }

  /** Shows none of the values. */
  @Override
  public String toString() {
    return "ClientCredentials[***]";
  }

  private static void requireText(String value, String name) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank; use the value that the provider shows for the application");
    }
  }
}
