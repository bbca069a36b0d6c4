package io.github.invoicingsdk.springboot;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the properties of an account say with every provider. */
interface AccountProperties {

  /** Whether its client is the one that is injected where no qualifier stands. */
  boolean primary();

  /** Where the API is; null for the provider's own address. */
  @Nullable URI baseUrl();

  /** Settings of this account's client, over those of all clients; null for none. */
  @Nullable ClientProperties client();
}
