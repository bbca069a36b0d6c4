package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.invoicexpress.model.AccountDetails;
import io.github.invoicingsdk.invoicexpress.model.AccountUpdate;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import io.github.invoicingsdk.invoicexpress.model.ClientInvoiceFilter;
import io.github.invoicingsdk.invoicexpress.model.CommunicationType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.Item;
import io.github.invoicingsdk.invoicexpress.model.ItemDetails;
import io.github.invoicingsdk.invoicexpress.model.ItemUnit;
import io.github.invoicingsdk.invoicexpress.model.MovementType;
import io.github.invoicingsdk.invoicexpress.model.NewInitialBalance;
import io.github.invoicingsdk.invoicexpress.model.NewRegularization;
import io.github.invoicingsdk.invoicexpress.model.NewTreasuryMovement;
import io.github.invoicingsdk.invoicexpress.model.PaymentMechanism;
import io.github.invoicingsdk.invoicexpress.model.Regularization;
import io.github.invoicingsdk.invoicexpress.model.Tax;
import io.github.invoicingsdk.invoicexpress.model.TaxAuthorityCommunication;
import io.github.invoicingsdk.invoicexpress.model.TaxDetails;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import io.github.invoicingsdk.invoicexpress.model.TaxRegion;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Calls everything of the API that is about clients, items, taxes, balances and accounts. */
final class BookkeepingCalls {

  private static final LocalDate DAY = Drafts.DATE;

  private final InvoiceXpressClient client;
  private final Sandbox sandbox;

  BookkeepingCalls(InvoiceXpressClient client, Sandbox sandbox) {
    this.client = client;
    this.sandbox = sandbox;
  }

  void all() {
    clients();
    items();
    taxes();
    treasury();
    accounts();
  }

  private void clients() {
    ClientDetails details = ClientDetails.builder().name("Rui").code("R1").phone("9").build();
    long id = Objects.requireNonNull(client.clients().create(details).id());
    client.clients().update(id, details.toBuilder().observations("regular").build());
    assertThat(client.clients().get(id).observations()).isEqualTo("regular");
    assertThat(client.clients().findByCode("R1").id()).isEqualTo(id);
    assertThat(client.clients().findByName("Rui").id()).isEqualTo(id);
    assertThat(client.clients().list().withPageSize(20)).hasSizeGreaterThan(20);
    long ana = Objects.requireNonNull(client.clients().findByCode("A1").id());
    assertThat(
            client
                .clients()
                .listInvoices(
                    ana,
                    ClientInvoiceFilter.builder()
                        .byType(List.of(InvoiceListType.INVOICE))
                        .status(List.of(InvoiceListStatus.SENT))
                        .build())
                .withPageSize(1))
        .hasSize(1);
  }

  private void items() {
    ItemDetails details =
        ItemDetails.builder()
            .name("Table")
            .description("A table")
            .unitPrice(new BigDecimal("99.90"))
            .unit(ItemUnit.UNIT)
            .tax(TaxName.builder().name("IVA13").build())
            .build();
    Item item = client.items().create(details);
    long id = Objects.requireNonNull(item.id());
    client.items().update(id, details.toBuilder().unitPrice(BigDecimal.ONE).build());
    assertThat(client.items().get(id).unitPrice()).isEqualByComparingTo("1");
    assertThat(client.items().list().withPageSize(5)).extracting(Item::name).contains("Table");
    client.items().delete(id);
    assertThatThrownBy(() -> client.items().get(id)).isInstanceOf(ApiException.class);
  }

  private void taxes() {
    TaxDetails details =
        TaxDetails.builder()
            .name("IVA22")
            .value(new BigDecimal("22.0"))
            .region(TaxRegion.MADEIRA)
            .build();
    Tax tax = client.taxes().create(details);
    long id = Objects.requireNonNull(tax.id());
    client.taxes().update(id, details.toBuilder().value(new BigDecimal("22.5")).build());
    assertThat(client.taxes().get(id).value()).isEqualByComparingTo("22.5");
    assertThat(client.taxes().list()).extracting(Tax::name).contains("IVA22", "IVA23");
    client.taxes().delete(id);
    assertThatThrownBy(() -> client.taxes().create(details.toBuilder().name("IVA23").build()))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("name");
  }

  private void treasury() {
    long id = Objects.requireNonNull(client.clients().findByCode("R1").id());
    BigDecimal amount = new BigDecimal("12.34");
    client
        .treasury()
        .updateInitialBalance(id, NewInitialBalance.builder().value(amount).date(DAY).build());
    assertThat(client.treasury().balance(id).initialBalance()).isNotNull();
    Regularization regularization =
        client
            .treasury()
            .createRegularization(id, NewRegularization.builder().value(amount).date(DAY).build());
    assertThat(regularization.value()).isEqualByComparingTo(amount);
    assertThat(client.treasury().listRegularizations(id)).hasSize(1);
    client.treasury().deleteRegularization(id, Objects.requireNonNull(regularization.id()));
    client
        .treasury()
        .createMovement(
            id,
            NewTreasuryMovement.builder()
                .value(amount)
                .movementType(MovementType.PAYMENT)
                .paymentMethod(PaymentMechanism.BANK_TRANSFER)
                .date(DAY)
                .build());
    long movement = sandbox.invoiceXpress().treasury().movements(id).get(0);
    client.treasury().deleteMovement(id, movement);
  }

  private void accounts() {
    AccountDetails details =
        AccountDetails.builder()
            .organizationName("Novo")
            .email("novo@example.com")
            .password("a-password-of-its-own")
            .terms(true)
            .build();
    assertThat(client.accounts().create(details).apiKey()).isNotEmpty();
    client.accounts().createForExistingUser(details);
    long id = sandbox.invoiceXpress().accountId();
    client
        .accounts()
        .update(
            id,
            AccountUpdate.builder()
                .organizationName("Novo")
                .email("novo@example.com")
                .password("a-password-of-its-own")
                .terms(true)
                .build());
    client
        .accounts()
        .configureTaxAuthority(
            TaxAuthorityCommunication.builder()
                .atSubuser("500100200/1")
                .atPassword("palavra+pass")
                .communicationType(CommunicationType.AUTOMATIC)
                .build());
    assertThat(client.accounts().get(id).atConfigured()).isTrue();
  }
}
