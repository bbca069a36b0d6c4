package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.internal.client.Credential;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an application shows to iDoklad to get a token, by the OAuth 2 grant {@code
 * client_credentials}:
 *
 * <pre>{@code
 * ClientCredentials credentials =
 *     ClientCredentials.builder()
 *         .applicationId(applicationId)
 *         .clientId(clientId)
 *         .clientSecret(clientSecret)
 *         .build();
 * }</pre>
 *
 * <p>{@link #toString} shows none of the three. Immutable and thread-safe.
 */
public final class ClientCredentials {

  private final io.github.invoicingsdk.internal.auth.ClientCredentials values;

  private ClientCredentials(io.github.invoicingsdk.internal.auth.ClientCredentials values) {
    this.values = values;
  }

  /**
   * Starts without any of the three.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  static ClientCredentials of(Consumer<? super Builder> credentials) {
    Builder builder = new Builder();
    Objects.requireNonNull(credentials, "credentials").accept(builder);
    return builder.build();
  }

  io.github.invoicingsdk.internal.auth.ClientCredentials values() {
    return values;
  }

  @Override
  public String toString() {
    return "ClientCredentials{***}";
  }

  /** Collects the three parts; for one thread. */
  public static final class Builder {

    private static final String SOURCE = "the settings of the agenda or the developer portal";

    private @Nullable String applicationId;
    private @Nullable String clientId;
    private @Nullable String clientSecret;

    private Builder() {}

    /**
     * The application's id from the developer portal.
     *
     * @param applicationId the id
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or holds a control character or an unpaired
     *     surrogate
     */
    public Builder applicationId(String applicationId) {
      this.applicationId = Credential.checked(applicationId, "applicationId", SOURCE);
      return this;
    }

    /**
     * The client id from the settings of the agenda.
     *
     * @param clientId the id
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or holds a control character or an unpaired
     *     surrogate
     */
    public Builder clientId(String clientId) {
      this.clientId = Credential.checked(clientId, "clientId", SOURCE);
      return this;
    }

    /**
     * The client secret from the settings of the agenda.
     *
     * @param clientSecret the secret
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or holds a control character or an unpaired
     *     surrogate
     */
    public Builder clientSecret(String clientSecret) {
      this.clientSecret = Credential.checked(clientSecret, "clientSecret", SOURCE);
      return this;
    }

    /**
     * Takes the parts together.
     *
     * @return the credentials
     * @throws IllegalStateException if one of the three is missing
     */
    public ClientCredentials build() {
      return new ClientCredentials(
          new io.github.invoicingsdk.internal.auth.ClientCredentials(
              given(applicationId, "applicationId"),
              given(clientId, "clientId"),
              given(clientSecret, "clientSecret")));
    }

    private static String given(@Nullable String value, String name) {
      if (value == null) {
        throw new IllegalStateException(name + " is missing: call " + name + "(...)");
      }
      return value;
    }

    @Override
    public String toString() {
      return "ClientCredentials.Builder{***}";
    }
  }
}
