package io.github.invoicingsdk.springboot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All that can be configured.
 *
 * @param client settings of all clients.
 * @param invoicexpress accounts of InvoiceXpress.
 * @param idoklad agendas of iDoklad, for its API v3.
 * @param idokladV2 agendas of iDoklad, for its former API v2.
 * @param health what the application's health says of the accounts.
 * @param logging what is logged of calls.
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
   * @param maxAge how long the outcome of the last call says something about health.
   * @param request whether a small reading request is sent when health is unknown or down. It
   *     counts against the limits of the plan.
   * @param interval time that passes at least between two such requests for one account.
   * @param timeout how long such a request may take.
   */
  record Health(
      @DefaultValue("5m") Duration maxAge,
      @DefaultValue("false") boolean request,
      @DefaultValue("5m") Duration interval,
      @DefaultValue("5s") Duration timeout) {}

  /**
   * What is logged of calls.
   *
   * @param enabled whether calls are logged with SLF4J, below io.github.invoicingsdk.
   * @param bodies whether bodies are logged too, masked, at TRACE. Names and amounts stay readable.
   */
  record Logging(@DefaultValue("false") boolean enabled, @DefaultValue("false") boolean bodies) {}
}
