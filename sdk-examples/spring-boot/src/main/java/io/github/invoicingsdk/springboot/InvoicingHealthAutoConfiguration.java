package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows the accounts in the application's health, if it has Spring Boot's actuator, and keeps their
 * secrets out of the actuator's other endpoints.
 *
 * <p>The contributor is named {@code invoicing} and has one component for each account, such as
 * {@code invoicexpress-acme}. It knows how the last call ended: {@code UP} when the provider
 * answered, even if it refused the call; {@code DOWN} when no answer could be had or read, or the
 * credentials were refused; {@code UNKNOWN} before the first call and when the last one is longer
 * ago than {@code invoicing.health.max-age}. Asking for health thus sends nothing. With {@code
 * invoicing.health.request} a small reading request is sent where it would not be {@code UP}, not
 * more often than {@code invoicing.health.interval} says. {@code
 * management.health.invoicing.enabled} switches the contributor off.
 *
 * <p>Endpoints that show the values of properties never show {@code api-key}, {@code client-secret}
 * and headers, even where {@code management.endpoint.env.show-values} says {@code always}.
 */
// What its annotations name concerns Spring alone.
@SuppressWarnings("exports")
@AutoConfiguration(after = InvoicingAutoConfiguration.class)
@ConditionalOnClass(HealthContributor.class)
public final class InvoicingHealthAutoConfiguration {

  InvoicingHealthAutoConfiguration() {}

  @Bean
  static SanitizingFunction invoicingSecrets() {
    return data -> Secrets.isSecret(data.getKey()) ? data.withValue(Secrets.MASK) : data;
  }

  /** The contributor; there is none without accounts. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
  @ConditionalOnEnabledHealthIndicator("invoicing")
  @ConditionalOnBean(AccountActivity.class)
  static final class Accounts {

    @Bean
    @ConditionalOnMissingBean(name = "invoicingHealthContributor")
    static HealthContributor invoicingHealthContributor(
        List<AccountActivity> activities, InvoicingProperties properties, BeanFactory beans) {
      InvoicingProperties.Health health = properties.health();
      Map<String, HealthContributor> accounts = new TreeMap<>();
      for (AccountActivity activity : activities) {
        InvoicingAccount account = activity.account();
        AccountProbe probe =
            health.request() ? AccountProbe.of(account, beans, health.timeout()) : null;
        accounts.put(
            account.key(),
            new AccountHealthIndicator(activity, health.maxAge(), probe, health.interval()));
      }
      return CompositeHealthContributor.fromMap(accounts);
    }
  }
}
