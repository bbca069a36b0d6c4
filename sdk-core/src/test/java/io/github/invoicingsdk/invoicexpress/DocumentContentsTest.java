package io.github.invoicingsdk.invoicexpress;

import static io.github.invoicingsdk.invoicexpress.DocumentApi.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.fixture.CheckedInvoiceXpress;
import io.github.invoicingsdk.fixture.Refused;
import io.github.invoicingsdk.invoicexpress.model.CurrencyCode;
import io.github.invoicingsdk.invoicexpress.model.CurrencyName;
import io.github.invoicingsdk.invoicexpress.model.DiscountType;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentItem;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What documents say: how it is sent, and how it comes back. */
class DocumentContentsTest {

  private static final String ITEM =
      "{\"name\":\"Chair\",\"description\":\"A chair\",\"unit_price\":10.00,\"quantity\":2,"
          + "\"tax\":{\"name\":\"IVA23\"}}";
  private static final String CLIENT =
      "{\"name\":\"Ana\",\"code\":\"A1\",\"country\":\"Portugal\"}";
  private static final String ADDRESS =
      "{\"detail\":\"Rua 1\",\"city\":\"Lisboa\",\"postal_code\":\"1000-001\","
          + "\"country\":\"Portugal\"}";

  @RegisterExtension final CheckedInvoiceXpress invoiceXpress = new CheckedInvoiceXpress();

  private final InvoiceXpressClient client = invoiceXpress.client();

  @Test
  void everything_that_an_invoice_can_say_is_sent_in_the_documented_form() {
    InvoiceDraft draft =
        Drafts.invoice("o-1").toBuilder()
            .observations("Thank you")
            .retention(new BigDecimal("11.50"))
            .taxExemption(TaxExemptionCode.M07)
            .taxExemptionReason("By law")
            .sequenceId(146090L)
            .manualSequenceNumber("1")
            .mbReference(true)
            .currencyCode(CurrencyCode.EUR)
            .rate(new BigDecimal("1.10"))
            .pluginId("woo-7")
            .globalDiscount(
                GlobalDiscount.builder()
                    .valueType(DiscountType.PERCENTAGE)
                    .value(new BigDecimal("10"))
                    .build())
            .proprietaryUid("uid-1")
            .build();

    Document created = client.invoices().create(draft);

    assertSent(
        "{\"invoice\":{\"date\":\"31/12/2026\",\"due_date\":\"31/12/2026\","
            + "\"reference\":\"o-1\",\"observations\":\"Thank you\",\"retention\":\"11.50\","
            + "\"tax_exemption\":\"M07\",\"tax_exemption_reason\":\"By law\","
            + "\"sequence_id\":\"146090\",\"manual_sequence_number\":\"1\",\"client\":"
            + CLIENT
            + ",\"items\":["
            + ITEM
            + "],\"mb_reference\":\"1\",\"currency_code\":\"EUR\",\"rate\":\"1.10\","
            + "\"plugin_id\":\"woo-7\","
            + "\"global_discount\":{\"value_type\":\"percentage\",\"value\":10}},"
            + "\"proprietary_uid\":\"uid-1\"}");
    assertThat(created.proprietaryUid()).isEqualTo("uid-1");
    assertThat(created.taxExemption()).isEqualTo(TaxExemptionCode.M07);
    assertThat(created.retention()).isEqualByComparingTo("11.5");
    assertThat(created.observations()).isEqualTo("Thank you");
    assertThat(created.discount()).isEqualByComparingTo("2");
    assertThat(created.beforeTaxes()).isEqualByComparingTo("18");
    assertThat(created.currency()).isEqualTo(CurrencyName.EURO);
    assertThat(Objects.requireNonNull(created.mbReference()).value())
        .isEqualByComparingTo(Objects.requireNonNull(created.total()));
    assertThat(client.invoices().get(id(created))).isEqualTo(created);
  }

  @Test
  void an_estimate_needs_no_dates_and_says_what_else_it_can() {
    EstimateDraft draft =
        EstimateDraft.builder()
            .client(Objects.requireNonNull(Drafts.estimate("q").client()))
            .items(Objects.requireNonNull(Drafts.estimate("q").items()))
            .retention(new BigDecimal("0"))
            .sequenceId(146101L)
            .mbReference(false)
            .autoAddRelatedDocument("1")
            .build();

    Document created = client.quotes().create(draft);

    assertSent(
        "{\"quote\":{\"retention\":\"0\",\"sequence_id\":\"146101\",\"client\":"
            + CLIENT
            + ",\"items\":["
            + ITEM
            + "],\"mb_reference\":\"0\",\"auto_add_related_document\":\"1\"}}");
    assertThat(created.date()).isEqualTo(created.dueDate()).isNotNull();
    assertThat(created.mbReference()).isNull();
  }

  @Test
  void the_decimals_of_a_guide_are_sent_in_quotes_and_its_times_with_seconds() {
    GuideDraft draft =
        Drafts.guide("g-1").toBuilder()
            .licensePlate("AA-00-BB")
            .retention(new BigDecimal("1.5"))
            .sequenceId(146106L)
            .loadSite("Gate 1")
            .deliverySite("Gate 2")
            .build();

    Document created = client.transports().create(draft);

    assertSent(
        "{\"shipping\":{\"date\":\"31/12/2026\",\"due_date\":\"31/12/2026\","
            + "\"loaded_at\":\"31/12/2026 08:30:00\",\"license_plate\":\"AA-00-BB\","
            + "\"address_from\":"
            + ADDRESS
            + ",\"address_to\":"
            + ADDRESS
            + ",\"reference\":\"g-1\",\"retention\":\"1.5\",\"sequence_id\":\"146106\","
            + "\"client\":"
            + CLIENT
            + ",\"items\":[{\"name\":\"Chair\",\"description\":\"A chair\","
            + "\"unit_price\":\"10.00\",\"quantity\":\"2\",\"tax\":{\"name\":\"IVA23\"}}],"
            + "\"load_site\":\"Gate 1\",\"delivery_site\":\"Gate 2\"}}");
    assertThat(created.loadedAt()).isEqualTo(Drafts.DATE.atTime(8, 30));
    assertThat(created.licensePlate()).isEqualTo("AA-00-BB");
    assertThat(created.atDocCodeId()).isNull();
    assertThat(Objects.requireNonNull(created.addressFrom()).postalCode()).isEqualTo("1000-001");
    assertThat(
            DocumentApi.of(client, DocumentType.TRANSPORT)
                .act(id(created), DocumentAction.FINALIZE)
                .atDocCodeId())
        .isNotBlank();
  }

  @Test
  void a_line_says_its_own_exemption_unit_and_discount() {
    DraftItem exempt =
        DraftItem.builder()
            .name("Book")
            .description("A book")
            .unitPrice(new BigDecimal("0.005"))
            .quantity(new BigDecimal("1000"))
            .unit("unit")
            .discount(new BigDecimal("12.5"))
            .tax(TaxName.builder().name("Isento").build())
            .taxExemption(TaxExemptionCode.M99)
            .build();

    Document created =
        client.invoices().create(Drafts.invoice("o-1").toBuilder().items(List.of(exempt)).build());

    assertThat(invoiceXpress.lastSent().toString())
        .contains("\"unit_price\":0.005,\"quantity\":1000,\"unit\":\"unit\",\"discount\":12.5,");
    DocumentItem item = Objects.requireNonNull(created.items()).get(0);
    assertThat(item.taxExemption()).isEqualTo(TaxExemptionCode.M99);
    assertThat(item.unit()).isEqualTo("unit");
    assertThat(item.discount()).isEqualByComparingTo("12.5");
    assertThat(item.unitPrice()).isEqualByComparingTo("0.005");
    assertThat(item.subtotal()).isEqualByComparingTo("5");
    assertThat(item.discountAmount()).isEqualByComparingTo("0.63");
    assertThat(item.taxAmount()).isZero();
    assertThat(created.total()).isEqualByComparingTo("4.38");
  }

  @Test
  void what_a_document_must_not_say_is_refused_with_the_words_of_the_provider() {
    InvoiceDraft exempt = Drafts.invoice("o-1", "Isento");
    refused("Tax exemption can't be blank: Chair has no tax", exempt);
    refused(
        "A série não corresponde ao tipo de documento",
        Drafts.invoice("o-1").toBuilder().sequenceId(146095L).build());
    refused(
        "owner_invoice_id is invalid", Drafts.invoice("o-1").toBuilder().ownerInvoiceId(1).build());

    assertThat(
            client
                .invoices()
                .create(exempt.toBuilder().taxExemption(TaxExemptionCode.M07).build())
                .taxes())
        .isZero();
  }

  @Test
  void a_creation_with_a_unique_id_that_is_being_used_is_a_conflict() {
    invoiceXpress.account().documents().startCreation("uid-1");
    InvoiceDraft draft = Drafts.invoice("o-1").toBuilder().proprietaryUid("uid-1").build();

    Refused.as(
        ConflictException.class,
        409,
        "There's an ongoing document creation with the provided UID uid-1",
        () -> client.invoices().create(draft));
    invoiceXpress.account().documents().finishCreation("uid-1");

    assertThat(client.invoices().create(draft).proprietaryUid()).isEqualTo("uid-1");
  }

  @Test
  void a_tax_that_is_not_known_comes_back_as_another() {
    Document created = client.invoices().create(Drafts.invoice("o-1", "IVA24"));

    assertThat(Objects.requireNonNull(created.items()))
        .extracting(item -> Objects.requireNonNull(item.tax()).name())
        .containsExactly("IVA23");
  }

  private void refused(String message, InvoiceDraft draft) {
    Refused.as(InvalidRequestException.class, 422, message, () -> client.invoices().create(draft));
  }

  private void assertSent(String json) {
    assertThat(invoiceXpress.lastSent()).isEqualTo(JsonParser.parseString(json));
  }
}
