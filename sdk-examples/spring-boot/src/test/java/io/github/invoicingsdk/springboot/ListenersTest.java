package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.LoggingListener;
import io.github.invoicingsdk.observation.MicrometerListener;
import io.github.invoicingsdk.observation.OpenTelemetryListener;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

class ListenersTest {

  private final Sandbox sandbox = Sandbox.start();
  private final List<CallListener> listeners = new ArrayList<>();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void without_beans_to_tell_a_customizer_finds_no_listener() {
    runner().run(context -> assertThat(context).hasNotFailed());

    assertThat(listeners).isEmpty();
  }

  @Test
  void calls_are_measured_by_account() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              call(context.getBean("invoiceXpressClient-acme"));
              call(context.getBean("invoiceXpressClient-other"));
              call(context.getBean("invoiceXpressClient-other"));

              MeterRegistry registry = context.getBean(MeterRegistry.class);
              assertThat(registry.get("invoicing.calls").tag("account", "acme").timer().count())
                  .isEqualTo(1);
              assertThat(registry.get("invoicing.calls").tag("account", "other").timer().count())
                  .isEqualTo(2);
            });
  }

  @Test
  void with_several_registries_and_no_primary_one_nothing_is_measured() {
    runner()
        .withBean("first", MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean("second", MeterRegistry.class, SimpleMeterRegistry::new)
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(listeners).noneMatch(MicrometerListener.class::isInstance);
  }

  @Test
  void a_listener_of_the_application_takes_the_place_of_its_like() {
    MicrometerListener own = new MicrometerListener(new SimpleMeterRegistry());
    runner()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(MicrometerListener.class, () -> own)
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(listeners).filteredOn(MicrometerListener.class::isInstance).containsExactly(own);
  }

  @Test
  void calls_are_traced_with_the_telemetry_of_the_application() {
    runner()
        .withBean(OpenTelemetry.class, OpenTelemetry::noop)
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(listeners).hasAtLeastOneElementOfType(OpenTelemetryListener.class);
  }

  @Test
  void calls_are_logged_when_the_property_says_so() {
    runner()
        .withPropertyValues("invoicing.logging.enabled=true")
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(listeners).hasAtLeastOneElementOfType(LoggingListener.class);
  }

  @Test
  void all_listener_beans_are_told_in_their_order() {
    runner()
        .withUserConfiguration(TwoListeners.class)
        .run(
            context -> {
              assertThat(listeners)
                  .containsExactly(
                      context.getBean("first", CallListener.class),
                      context.getBean("second", CallListener.class));
            });
  }

  @Test
  void an_application_without_the_optional_libraries_starts_and_makes_calls() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues("invoicing.logging.enabled=true")
        .withClassLoader(
            new FilteredClassLoader(
                "io.micrometer", "io.opentelemetry", "org.springframework.boot.actuate"))
        .run(context -> call(context.getBean(InvoiceXpressClient.class)));
  }

  @Test
  void an_application_with_the_actuator_alone_starts_and_makes_calls() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withClassLoader(new FilteredClassLoader("io.micrometer", "io.opentelemetry"))
        .run(
            context -> {
              assertThat(context).hasBean("invoicingHealthContributor");
              call(context.getBean(InvoiceXpressClient.class));
            });
  }

  private ApplicationContextRunner runner() {
    InvoicingClientCustomizer look =
        (account, builder) -> listeners.addAll(BuilderAccess.settings(builder).listeners());
    return Contexts.withInvoiceXpress(sandbox, "acme")
        .withBean(InvoicingClientCustomizer.class, () -> look);
  }

  private static void call(Object client) {
    assertThat(((InvoiceXpressClient) client).sequences().get(146090).serie()).isEqualTo("2025");
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoListeners {
    @Bean
    @Order(2)
    CallListener second() {
      return new CallListener() {};
    }

    @Bean
    @Order(1)
    CallListener first() {
      return new CallListener() {};
    }
  }
}
