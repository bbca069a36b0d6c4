package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.internal.client.Environment;
import java.net.URI;

/** The settings of an {@link IdokladClient}. For one thread. */
public final class IdokladClientBuilder extends IdokladBuilder<IdokladClientBuilder> {

  private static final URI DEFAULT_BASE_URL = URI.create("https://api.idoklad.cz/v3");

  IdokladClientBuilder() {}

  @Override
  protected IdokladClientBuilder self() {
    return this;
  }

  /**
   * Takes the settings out of environment variables: {@code IDOKLAD_APPLICATION_ID}, {@code
   * IDOKLAD_CLIENT_ID} and {@code IDOKLAD_CLIENT_SECRET}, and {@code IDOKLAD_BASE_URL} and {@code
   * IDOKLAD_TOKEN_URL} if the API is elsewhere.
   *
   * @return this builder
   * @throws IllegalStateException if a variable is missing
   * @throws IllegalArgumentException if the value of a variable is not allowed
   */
  public IdokladClientBuilder fromEnvironment() {
    return from(Environment.system());
  }

  IdokladClientBuilder from(Environment environment) {
    return from(environment, "IDOKLAD_BASE_URL");
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client
   * @throws IllegalStateException if the credentials are missing, or the program has a library that
   *     is too old, such as Gson before 2.12
   */
  public IdokladClient build() {
    return new DefaultIdokladClient(
        start(Provider.IDOKLAD, DEFAULT_BASE_URL, IdokladModels.REGISTRY));
  }
}
