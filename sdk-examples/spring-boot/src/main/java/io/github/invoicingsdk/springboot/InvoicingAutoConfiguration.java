package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.LoggingListener;
import io.github.invoicingsdk.observation.MicrometerListener;
import io.github.invoicingsdk.observation.OpenTelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import org.slf4j.Logger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Makes a bean of a client for each account that is configured.
 *
 * <ul>
 *   <li>{@code invoicing.invoicexpress.accounts.<name>} becomes an {@link InvoiceXpressClient},
 *       {@code invoicing.idoklad.accounts.<name>} an {@link IdokladClient}, {@code
 *       invoicing.idoklad-v2.accounts.<name>} an {@link IdokladV2Client}. A single one is injected
 *       by its type. Of several, {@code @Qualifier("<name>")} chooses one, and the one with {@code
 *       primary: true} is injected where no qualifier stands.
 *   <li>An application that has a client bean of its own gets no others of that type.
 *   <li>{@code invoicing.client} are settings of all clients, and {@code client} below an account
 *       goes before them. What neither sets is as the SDK has it. {@link InvoicingClientCustomizer}
 *       changes the rest.
 *   <li>Clients tell all beans of the type {@link CallListener}, in their order. Where there is one
 *       {@link MeterRegistry}, or a primary one, a {@link MicrometerListener} measures calls, with
 *       a further tag {@code account}; where there is such an {@link OpenTelemetry}, an {@link
 *       OpenTelemetryListener} traces them; with {@code invoicing.logging.enabled} a {@link
 *       LoggingListener} logs them. A bean of one of these types takes the place of its like.
 *   <li>Clients share a bean of the type {@link Fleet}, if there is one.
 *   <li>Clients of InvoiceXpress issue documents with a bean of the type {@link IssueJournal}, if
 *       there is one.
 *   <li>When the application ends, calls that are under way are let end first, for as long as
 *       {@code spring.lifecycle.timeout-per-shutdown-phase} says, after the web server has stopped.
 *       Then the clients are closed.
 * </ul>
 *
 * <p>Settings that cannot be right end the start of the application with a message that names the
 * property. No message shows a secret.
 */
// What its annotations name concerns Spring alone.
@SuppressWarnings("exports")
@AutoConfiguration
@EnableConfigurationProperties(InvoicingProperties.class)
public final class InvoicingAutoConfiguration {

  static final String FACTORY = "invoicingClientFactory";

  InvoicingAutoConfiguration() {}

  @Bean(FACTORY)
  static InvoicingClientFactory invoicingClientFactory(
      InvoicingProperties properties,
      ObjectProvider<Fleet> fleet,
      ObjectProvider<IssueJournal> journal,
      ObjectProvider<AccountListeners> accountListeners,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<InvoicingClientCustomizer> customizers) {
    return new InvoicingClientFactory(
        properties, fleet, journal, accountListeners, listeners, customizers);
  }

  @Bean
  static InvoicingShutdown invoicingShutdown(ObjectProvider<AccountActivity> activities) {
    return new InvoicingShutdown(activities.stream().toList());
  }

  /** Accounts of InvoiceXpress. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(InvoiceXpressClient.class)
  @Import(AccountRegistrar.InvoiceXpress.class)
  static final class InvoiceXpressAccounts {}

  /** Agendas of iDoklad by its API v3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(IdokladClient.class)
  @Import(AccountRegistrar.Idoklad.class)
  static final class IdokladAccounts {}

  /** Agendas of iDoklad by its former API v2. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(IdokladV2Client.class)
  @Import(AccountRegistrar.IdokladV2.class)
  static final class IdokladV2Accounts {}

  /** Logs. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Logger.class)
  @ConditionalOnProperty("invoicing.logging.enabled")
  static final class Logging {

    @Bean
    static AccountListeners invoicingLogging(InvoicingProperties properties) {
      LoggingListener listener = LoggingListener.create();
      CallListener logging = properties.logging().bodies() ? listener.withBodies() : listener;
      return account -> logging;
    }
  }

  /** Metrics. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static final class Metrics {

    @Bean
    static AccountListeners invoicingMetrics(ObjectProvider<MeterRegistry> registries) {
      return account -> {
        MeterRegistry registry = registries.getIfUnique();
        return registry == null ? null : new MicrometerListener(tagged(registry, account));
      };
    }

    /** Adds the account to the tags of every meter, and passes all on. */
    private static MeterRegistry tagged(MeterRegistry registry, InvoicingAccount account) {
      CompositeMeterRegistry tagging =
          new CompositeMeterRegistry(registry.config().clock(), List.of(registry));
      tagging.config().commonTags("account", account.name());
      return tagging;
    }
  }

  /** Traces. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(OpenTelemetry.class)
  static final class Traces {

    @Bean
    static AccountListeners invoicingTraces(ObjectProvider<OpenTelemetry> telemetry) {
      return account -> {
        OpenTelemetry openTelemetry = telemetry.getIfUnique();
        return openTelemetry == null ? null : new OpenTelemetryListener(openTelemetry);
      };
    }
  }
}
