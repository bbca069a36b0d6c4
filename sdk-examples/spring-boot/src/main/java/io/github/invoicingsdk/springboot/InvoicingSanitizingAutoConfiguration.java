package io.github.invoicingsdk.springboot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Keeps the secrets of the accounts out of the endpoints of Spring Boot's actuator, if the
 * application has it.
 *
 * <p>Endpoints that show the values of properties never show {@code api-key}, {@code client-secret}
 * and headers, even where {@code management.endpoint.env.show-values} says {@code always}. The same
 * values are masked wherever else they stand, such as in an environment variable that a property
 * refers to, or in the command line that a system property repeats; those of fewer than eight
 * characters only below their own names.
 *
 * <p>It depends on nothing that health or metrics depend on, and applies without them.
 */
// What its annotations name concerns Spring alone.
@SuppressWarnings("exports")
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class InvoicingSanitizingAutoConfiguration {

  InvoicingSanitizingAutoConfiguration() {}

  @Bean
  static SanitizingFunction invoicingSecrets(ObjectProvider<InvoicingProperties> properties) {
    return data ->
        Secrets.isSecret(data.getKey()) || showsSecret(data, properties.getIfAvailable())
            ? data.withValue(Secrets.MASK)
            : data;
  }

  private static boolean showsSecret(
      SanitizableData data, @Nullable InvoicingProperties properties) {
    Object value = data.getValue();
    return value != null
        && properties != null
        && Secrets.values(properties).anyMatch(value.toString()::contains);
  }
}
