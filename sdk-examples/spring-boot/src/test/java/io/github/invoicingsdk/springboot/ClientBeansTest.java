package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

class ClientBeansTest {

  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void without_accounts_there_are_no_clients() {
    Contexts.empty()
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(InvoiceXpressClient.class)
                    .doesNotHaveBean(IdokladClient.class)
                    .doesNotHaveBean(IdokladV2Client.class)
                    .doesNotHaveBean("invoicingHealthContributor"));
  }

  @Test
  void the_client_of_a_single_account_is_injected_by_its_type_and_makes_calls() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .run(
            context ->
                assertThat(
                        context.getBean(InvoiceXpressClient.class).sequences().get(146090).serie())
                    .isEqualTo("2025"));
  }

  @Test
  void each_provider_has_clients_and_names_may_be_the_same() {
    Contexts.withInvoiceXpress(sandbox, "main")
        .withPropertyValues(Contexts.idoklad(sandbox, "main"))
        .withPropertyValues(Contexts.idokladV2(sandbox, "main"))
        .run(
            context -> {
              assertThat(context.getBean(InvoiceXpressClient.class).sequences().list())
                  .isNotEmpty();
              assertThat(context.getBean(IdokladClient.class).numericSequences().get(1).name())
                  .isNotNull();
              assertThat(context.getBean(IdokladV2Client.class).numericSequences().get(1).name())
                  .isNotNull();
            });
  }

  @Test
  void of_several_accounts_a_qualifier_chooses_one() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .withUserConfiguration(UsesBoth.class)
        .run(
            context -> {
              Both both = context.getBean(Both.class);
              assertThat(both.acme()).isSameAs(context.getBean("invoiceXpressClient-acme"));
              assertThat(both.other()).isSameAs(context.getBean("invoiceXpressClient-other"));
              assertThat(both.acme()).isNotSameAs(both.other());
            });
  }

  @Test
  void the_primary_account_is_injected_where_no_qualifier_stands() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .withPropertyValues("invoicing.invoicexpress.accounts.other.primary=true")
        .run(
            context ->
                assertThat(context.getBean(InvoiceXpressClient.class))
                    .isSameAs(context.getBean("invoiceXpressClient-other")));
  }

  @Test
  void two_primary_accounts_of_one_provider_are_refused() {
    Contexts.withInvoiceXpress(sandbox, "acme", "other")
        .withPropertyValues(
            "invoicing.invoicexpress.accounts.acme.primary=true",
            "invoicing.invoicexpress.accounts.other.primary=true")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .isInstanceOf(InvalidAccountException.class)
                    .hasMessage(
                        "invoicing.invoicexpress.accounts: the accounts [acme, other] are all"
                            + " primary; at most one can be"));
  }

  @Test
  void a_client_bean_of_the_application_takes_the_place_of_those_of_its_type() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues(Contexts.idoklad(sandbox, "main"))
        .withUserConfiguration(OwnClient.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(InvoiceXpressClient.class);
              assertThat(context).hasBean("ownClient").doesNotHaveBean("invoiceXpressClient-acme");
              assertThat(context).hasSingleBean(IdokladClient.class);
            });
  }

  @Test
  void clients_are_closed_with_the_application() {
    List<InvoiceXpressClient> clients = new ArrayList<>();

    Contexts.withInvoiceXpress(sandbox, "acme")
        .run(context -> clients.add(context.getBean(InvoiceXpressClient.class)));

    assertThatThrownBy(() -> clients.get(0).sequences().list())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void customizers_are_applied_in_their_order_after_the_properties() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues("invoicing.client.connect-timeout=3s")
        .withUserConfiguration(Customizers.class)
        .run(
            context ->
                assertThat(context.getBean(Seen.class).customizers())
                    .containsExactly("first: acme PT3S", "second: acme"));
  }

  @Test
  void requests_go_through_the_proxy_by_its_name() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withPropertyValues(
            // Nothing listens there, so that only the proxy can answer.
            "invoicing.invoicexpress.accounts.acme.base-url=http://127.0.0.1:1"
                + sandbox.invoiceXpressUrl().getRawPath(),
            "invoicing.client.proxy.host=localhost",
            "invoicing.client.proxy.port=" + sandbox.invoiceXpressUrl().getPort())
        .run(
            context ->
                assertThat(context.getBean(InvoiceXpressClient.class).sequences().list())
                    .isNotEmpty());
  }

  @Test
  void the_fleet_of_the_application_is_shared() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withUserConfiguration(Customizers.class, OwnFleet.class)
        .run(
            context ->
                assertThat(context.getBean(Seen.class).fleets())
                    .containsExactly(context.getBean(Fleet.class)));
  }

  @Test
  void documents_are_issued_with_the_journal_of_the_application() {
    Contexts.withInvoiceXpress(sandbox, "acme")
        .withUserConfiguration(OwnJournal.class)
        .run(
            context -> {
              InvoiceXpressClient client = context.getBean(InvoiceXpressClient.class);
              IssueJournal journal = context.getBean(IssueJournal.class);
              client.issue(DocumentType.INVOICE, client.sequences().get(146090), draft());

              URI address = sandbox.invoiceXpressUrl();
              IssueKey key =
                  new IssueKey("invoicexpress:" + address.getAuthority(), "Invoice", "o-1");
              assertThat(journal.find(key).orElseThrow().number()).isEqualTo("1/2025");
            });
  }

  private static InvoiceDraft draft() {
    LocalDate day = LocalDate.of(2026, 12, 31);
    DraftItem chair =
        DraftItem.builder()
            .name("Chair")
            .description("A chair")
            .unitPrice(BigDecimal.TEN)
            .quantity(BigDecimal.ONE)
            .build();
    return InvoiceDraft.builder()
        .date(day)
        .dueDate(day)
        .reference("o-1")
        .client(DraftClient.builder().name("Ana").code("A1").build())
        .items(List.of(chair))
        .build();
  }

  /** What takes two clients. */
  record Both(InvoiceXpressClient acme, InvoiceXpressClient other) {}

  @Configuration(proxyBeanMethods = false)
  static class UsesBoth {
    @Bean
    Both both(
        @Qualifier("acme") InvoiceXpressClient acme,
        @Qualifier("other") InvoiceXpressClient other) {
      return new Both(acme, other);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnJournal {
    @Bean
    IssueJournal journal() {
      return IssueJournal.inMemory();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnClient {
    @Bean
    InvoiceXpressClient ownClient() {
      return InvoiceXpressClient.builder().account("acme").apiKey("key").build();
    }
  }

  /** What the customizers saw. */
  record Seen(List<String> customizers, List<Fleet> fleets) {}

  @Configuration(proxyBeanMethods = false)
  static class Customizers {
    @Bean
    Seen seen() {
      return new Seen(new ArrayList<>(), new ArrayList<>());
    }

    @Bean
    @Order(2)
    InvoicingClientCustomizer second(Seen seen) {
      return (account, builder) -> seen.customizers().add("second: " + account.name());
    }

    @Bean
    @Order(1)
    InvoicingClientCustomizer first(Seen seen) {
      return (account, builder) -> {
        var settings = BuilderAccess.settings(builder);
        seen.customizers()
            .add("first: " + account.name() + " " + settings.connection().connectTimeout());
        Fleet fleet = settings.fleet();
        if (fleet != null) {
          seen.fleets().add(fleet);
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnFleet {
    @Bean
    Fleet fleet() {
      return (Fleet)
          Proxy.newProxyInstance(
              Fleet.class.getClassLoader(),
              new Class<?>[] {Fleet.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "machines" -> 1;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "a fleet";
                    default -> throw new IllegalStateException("away");
                  });
    }
  }
}
