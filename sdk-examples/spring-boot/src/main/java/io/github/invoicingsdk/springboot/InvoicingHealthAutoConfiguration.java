package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows the accounts in the application's health, if it has Spring Boot's actuator.
 *
 * <p>The contributor is named {@code invoicing} and has one component for each account, such as
 * {@code invoicexpress-acme}. It knows how the last call ended: {@code UP} when the provider
 * answered, even if it refused the call; {@code DOWN} when no response could be had or read, or the
 * credentials were refused; {@code UNKNOWN} before the first call and when the last one is longer
 * ago than {@code invoicing.health.max-age}. Asking for health thus sends nothing. With {@code
 * invoicing.health.request} a small reading request is sent where it would not be {@code UP}, not
 * more often than {@code invoicing.health.interval} says. {@code
 * management.health.invoicing.enabled} switches the contributor off.
 *
 * <p>Spring Boot 4 has moved the types for health. There is a configuration for those of each
 * generation; without either, there is no contributor and everything else is as it was.
 */
// Conditions of the actuator stand at the methods: they are loaded after the classes were found.
// What its annotations name concerns Spring alone.
@SuppressWarnings("exports")
@AutoConfiguration(after = InvoicingAutoConfiguration.class)
@ConditionalOnBean(AccountActivity.class)
public final class InvoicingHealthAutoConfiguration {

  private static final String NAME = "invoicing";
  private static final String CONTRIBUTOR = NAME + "HealthContributor";

  InvoicingHealthAutoConfiguration() {}

  /** The contributor as Spring Boot 4 wants it; there is none without accounts. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({
    org.springframework.boot.health.contributor.HealthContributor.class,
    org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator
        .class
  })
  static final class SpringBoot4 {

    @Bean(CONTRIBUTOR)
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator(
        NAME)
    @ConditionalOnMissingBean(name = CONTRIBUTOR)
    static org.springframework.boot.health.contributor.HealthContributor contributor(
        List<AccountActivity> activities, InvoicingProperties properties, BeanFactory beans) {
      return org.springframework.boot.health.contributor.CompositeHealthContributor.fromMap(
          accounts(activities, properties, beans, SpringBoot4::indicator));
    }

    private static org.springframework.boot.health.contributor.HealthContributor indicator(
        AccountHealth account) {
      org.springframework.boot.health.contributor.HealthIndicator indicator =
          () -> {
            AccountHealth.Reading reading = account.read();
            return org.springframework.boot.health.contributor.Health.status(
                    reading.condition().name())
                .withDetails(reading.details())
                .build();
          };
      return indicator;
    }
  }

  /** The contributor as Spring Boot 3 wants it; there is none without accounts. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({
    org.springframework.boot.actuate.health.HealthContributor.class,
    org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator.class
  })
  static final class SpringBoot3 {

    @Bean(CONTRIBUTOR)
    @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator(NAME)
    @ConditionalOnMissingBean(name = CONTRIBUTOR)
    static org.springframework.boot.actuate.health.HealthContributor contributor(
        List<AccountActivity> activities, InvoicingProperties properties, BeanFactory beans) {
      return org.springframework.boot.actuate.health.CompositeHealthContributor.fromMap(
          accounts(activities, properties, beans, SpringBoot3::indicator));
    }

    private static org.springframework.boot.actuate.health.HealthContributor indicator(
        AccountHealth account) {
      org.springframework.boot.actuate.health.HealthIndicator indicator =
          () -> {
            AccountHealth.Reading reading = account.read();
            return org.springframework.boot.actuate.health.Health.status(reading.condition().name())
                .withDetails(reading.details())
                .build();
          };
      return indicator;
    }
  }

  /** The components by their names, in the order of these. */
  private static <C> Map<String, C> accounts(
      List<AccountActivity> activities,
      InvoicingProperties properties,
      BeanFactory beans,
      Function<AccountHealth, C> component) {
    InvoicingProperties.Health health = properties.health();
    Map<String, C> accounts = new TreeMap<>();
    for (AccountActivity activity : activities) {
      InvoicingAccount account = activity.account();
      AccountProbe probe =
          health.request() ? AccountProbe.of(account, beans, health.timeout()) : null;
      accounts.put(
          account.key(),
          component.apply(new AccountHealth(activity, health.maxAge(), probe, health.interval())));
    }
    return accounts;
  }
}
