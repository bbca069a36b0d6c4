package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;

/** No part of the auto-configuration vanishes because what another part needs is not there. */
class SeparatePartsTest {

  private static final String HEALTH_4 = "org.springframework.boot.health";
  private static final String HEALTH_3 = "org.springframework.boot.actuate.health";
  private static final String HEALTH_CONDITIONS_3 =
      "org.springframework.boot.actuate.autoconfigure.health";

  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.fasterxml.jackson",
        "tools.jackson",
        "io.micrometer",
        "io.opentelemetry",
        "org.springframework.boot.actuate.autoconfigure",
        HEALTH_CONDITIONS_3,
        HEALTH_3,
        HEALTH_4
      })
  void secrets_are_masked_and_clients_work_whatever_else_is_missing(String missing) {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues("invoicing.logging.enabled=true")
        .withClassLoader(new FilteredClassLoader(missing))
        .run(context -> assertMaskedAndWorking(context));
  }

  @Test
  void without_types_for_health_there_is_no_contributor() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withClassLoader(new FilteredClassLoader(HEALTH_3, HEALTH_CONDITIONS_3, HEALTH_4))
        .run(
            context -> {
              assertThat(context).doesNotHaveBean("invoicingHealthContributor");
              assertMaskedAndWorking(context);
            });
  }

  @Test
  void without_the_sanitizing_of_the_actuator_health_is_still_told() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
        .run(
            context -> {
              assertThat(context).hasBean("invoicingHealthContributor");
              assertThat(ReportedHealth.accounts(context)).containsExactly("invoicexpress-acme");
            });
  }

  @Test
  void secrets_are_masked_in_an_application_that_makes_its_own_clients() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withBean(
            InvoiceXpressClient.class,
            () ->
                InvoiceXpressClient.builder()
                    .baseUrl(sandbox.invoiceXpressUrl())
                    .apiKey(sandbox.invoiceXpressApiKey())
                    .build())
        .run(context -> assertMaskedAndWorking(context));
  }

  private void assertMaskedAndWorking(ApplicationContext context) {
    SanitizingFunction sanitizing = context.getBean(SanitizingFunction.class);
    assertThat(masked(sanitizing, "invoicing.invoicexpress.accounts.acme.api-key", "any"))
        .isEqualTo(Secrets.MASK);
    assertThat(masked(sanitizing, "OTHER", "--key=" + sandbox.invoiceXpressApiKey()))
        .isEqualTo(Secrets.MASK);
    assertThat(masked(sanitizing, "OTHER", "harmless")).isEqualTo("harmless");
    assertThat(context.getBean(InvoiceXpressClient.class).sequences().get(146090).serie())
        .isEqualTo("2025");
  }

  private static Object masked(SanitizingFunction sanitizing, String key, String value) {
    return sanitizing.apply(new SanitizableData(null, key, value)).getValue();
  }
}
