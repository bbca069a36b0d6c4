package io.github.invoicingsdk.springboot;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured for InvoiceXpress.
 *
 * @param accounts Accounts of InvoiceXpress by a name of your own, which qualifies the bean of the
 *     client.
 */
record InvoiceXpressProperties(@DefaultValue Map<String, Account> accounts) {

  /**
   * One account of InvoiceXpress.
   *
   * @param accountName First part of the account's host name, such as acme for
   *     acme.app.invoicexpress.com. Required unless there is a base URL.
   * @param apiKey API key of a user in the account. Required, secret.
   * @param baseUrl Address of the API instead of the provider's, as for a sandbox.
   * @param primary Whether this client is injected where no qualifier stands.
   * @param client Settings of this client, over those of all clients.
   */
  record Account(
      @Nullable String accountName,
      @Nullable String apiKey,
      @Nullable URI baseUrl,
      @DefaultValue("false") boolean primary,
      @Nullable ClientProperties client)
      implements AccountProperties {

    @Override
    public String toString() {
      return "Account[accountName=" + accountName + ", apiKey=" + Secrets.mask(apiKey) + "]";
    }
  }
}
