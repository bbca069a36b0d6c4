package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application's health is told, by the types of the generation that runs the test. */
class HealthContributorTest {

  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void each_account_is_a_component_and_asking_sends_nothing() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .withPropertyValues(Contexts.idoklad(sandbox, "main"))
        .run(
            context -> {
              assertThat(ReportedHealth.accounts(context))
                  .containsExactly("idoklad-main", "invoicexpress-acme", "invoicexpress-other");
              assertThat(ReportedHealth.of(context, "idoklad-main").status()).isEqualTo("UNKNOWN");
              assertThat(sandbox.requests()).isEmpty();
            });
  }

  @Test
  void the_calls_of_one_account_say_nothing_of_another() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .run(
            context -> {
              InvoiceXpressClient acme =
                  context.getBean("invoiceXpressClient-acme", InvoiceXpressClient.class);
              acme.sequences().list();

              assertThat(ReportedHealth.of(context, "invoicexpress-acme").status()).isEqualTo("UP");
              assertThat(ReportedHealth.of(context, "invoicexpress-other").status())
                  .isEqualTo("UNKNOWN");
            });
  }

  @Test
  void refused_credentials_are_down_with_either_provider() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues(Contexts.idoklad(sandbox, "main"))
        .withPropertyValues(
            "invoicing.invoicexpress.accounts.acme.api-key=wrong",
            "invoicing.idoklad.accounts.main.client-secret=wrong")
        .run(
            context -> {
              InvoiceXpressClient acme = context.getBean(InvoiceXpressClient.class);
              IdokladClient main = context.getBean(IdokladClient.class);
              assertThatThrownBy(() -> acme.sequences().list())
                  .isInstanceOf(AuthenticationException.class);
              assertThatThrownBy(() -> main.numericSequences().get(1))
                  .isInstanceOf(AuthenticationException.class);

              assertThat(ReportedHealth.of(context, "invoicexpress-acme").status())
                  .isEqualTo("DOWN");
              assertThat(ReportedHealth.of(context, "idoklad-main").status()).isEqualTo("DOWN");
            });
  }

  @Test
  void with_the_property_one_small_reading_request_is_sent() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues(Contexts.idoklad(sandbox, "main"))
        .withPropertyValues(Contexts.idokladV2(sandbox, "old"))
        .withPropertyValues("invoicing.health.request=true")
        .run(
            context -> {
              for (String account :
                  new String[] {"invoicexpress-acme", "idoklad-main", "idoklad-v2-old"}) {
                assertThat(ReportedHealth.of(context, account).status()).isEqualTo("UP");
                assertThat(ReportedHealth.of(context, account).status()).isEqualTo("UP");
              }

              assertThat(sandbox.requests())
                  .filteredOn(request -> !request.path().endsWith("/token"))
                  .hasSize(3)
                  .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
            });
  }

  @Test
  void a_request_for_health_is_not_sent_again_when_it_fails() {
    sandbox.close();
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues("invoicing.health.request=true")
        .run(
            context ->
                assertThat(ReportedHealth.of(context, "invoicexpress-acme"))
                    .satisfies(
                        health -> {
                          assertThat(health.status()).isEqualTo("DOWN");
                          assertThat(health.details())
                              .contains(entry("lastFailure", "ConnectionException"));
                        }));
  }

  @Test
  void the_contributor_can_be_switched_off() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues("management.health.invoicing.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("invoicingHealthContributor"));
  }
}
