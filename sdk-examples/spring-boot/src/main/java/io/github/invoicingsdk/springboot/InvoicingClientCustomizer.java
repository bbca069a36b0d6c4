package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.ClientBuilder;

/**
 * Changes the settings of clients beyond what the properties can say. Every bean of this type is
 * applied to the builder of every account, in the order of {@link
 * org.springframework.core.annotation.Order}, after the properties and before the client is built:
 *
 * <pre>{@code
 * @Bean
 * InvoicingClientCustomizer ownTransport(OkHttpClient http) {
 *   return (account, builder) -> {
 *     if (account.name().equals("acme")) {
 *       builder.transport(OkHttpTransport.of(http));
 *     }
 *   };
 * }
 * }</pre>
 *
 * <p>It is called when the bean of the client is made, once for each.
 */
@FunctionalInterface
public interface InvoicingClientCustomizer {

  /**
   * Changes the settings of one client. What it throws ends the start of the application.
   *
   * @param account the account whose client is built
   * @param builder its settings: an {@code InvoiceXpressClientBuilder}, {@code
   *     IdokladClientBuilder} or {@code IdokladV2ClientBuilder}, as the account's provider says
   */
  void customize(InvoicingAccount account, ClientBuilder<?> builder);
}
