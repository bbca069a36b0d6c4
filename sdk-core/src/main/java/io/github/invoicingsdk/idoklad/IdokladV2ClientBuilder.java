package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.internal.client.Environment;
import java.net.URI;

/** The settings of an {@link IdokladV2Client}. For one thread. */
public final class IdokladV2ClientBuilder extends IdokladBuilder<IdokladV2ClientBuilder> {

  private static final URI DEFAULT_BASE_URL = URI.create("https://api.idoklad.cz/v2.0");

  IdokladV2ClientBuilder() {}

  @Override
  protected IdokladV2ClientBuilder self() {
    return this;
  }

  /**
   * Takes the settings out of environment variables: {@code IDOKLAD_APPLICATION_ID}, {@code
   * IDOKLAD_CLIENT_ID} and {@code IDOKLAD_CLIENT_SECRET}, and {@code IDOKLAD_V2_BASE_URL} and
   * {@code IDOKLAD_TOKEN_URL} if the API is elsewhere.
   *
   * @return this builder
   * @throws IllegalStateException if a variable is missing
   * @throws IllegalArgumentException if the value of a variable is not allowed
   */
  public IdokladV2ClientBuilder fromEnvironment() {
    return from(Environment.system());
  }

  IdokladV2ClientBuilder from(Environment environment) {
    return from(environment, "IDOKLAD_V2_BASE_URL");
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client
   * @throws IllegalStateException if the credentials are missing, or the program has a library that
   *     is too old, such as Gson before 2.12
   */
  public IdokladV2Client build() {
    return new DefaultIdokladV2Client(
        start(Provider.IDOKLAD_V2, DEFAULT_BASE_URL, IdokladV2Models.REGISTRY));
  }
}
