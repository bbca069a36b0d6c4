package io.github.invoicingsdk.springboot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All that can be configured.
 *
 * @param client Settings of all clients.
 * @param invoicexpress Accounts of InvoiceXpress.
 * @param idoklad Agendas of iDoklad, for its API v3.
 * @param idokladV2 Agendas of iDoklad, for its former API v2.
 * @param health What the application's health says of the accounts.
 * @param logging What is logged of calls.
 */
@ConfigurationProperties("invoicing")
record InvoicingProperties(
    @NestedConfigurationProperty @DefaultValue ClientProperties client,
    @NestedConfigurationProperty @DefaultValue InvoiceXpressProperties invoicexpress,
    @NestedConfigurationProperty @DefaultValue IdokladProperties idoklad,
    @NestedConfigurationProperty @DefaultValue IdokladProperties idokladV2,
    @DefaultValue Health health,
    @DefaultValue Logging logging) {

  /**
   * What the application's health says of the accounts.
   *
   * @param maxAge How long the outcome of the last call says something about health.
   * @param request Whether a small reading request is sent when health is unknown or down. It
   *     counts against the limits of the plan.
   * @param interval Time that passes at least between two such requests for one account.
   * @param timeout How long such a request may take.
   */
  record Health(
      @DefaultValue("5m") Duration maxAge,
      @DefaultValue("false") boolean request,
      @DefaultValue("5m") Duration interval,
      @DefaultValue("5s") Duration timeout) {}

  /**
   * What is logged of calls.
   *
   * @param enabled Whether calls are logged with SLF4J, below io.github.invoicingsdk.
   * @param bodies Whether bodies are logged too, masked, at TRACE. Names and amounts stay readable.
   */
  record Logging(@DefaultValue("false") boolean enabled, @DefaultValue("false") boolean bodies) {}
}
