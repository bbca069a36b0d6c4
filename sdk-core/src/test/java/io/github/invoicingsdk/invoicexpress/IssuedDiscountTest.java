package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.NotIssuedException;
import io.github.invoicingsdk.fixture.CheckedInvoiceXpress;
import io.github.invoicingsdk.invoicexpress.model.CurrencyCode;
import io.github.invoicingsdk.invoicexpress.model.DiscountType;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentDiscount;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Discounts, currencies and members that the documentation does not show, while issuing. */
class IssuedDiscountTest {

  private static final long SERIES = 146090;
  private static final String ONE = ".*/invoices/\\d+\\.json";

  @RegisterExtension final CheckedInvoiceXpress invoiceXpress = new CheckedInvoiceXpress();

  private final InvoiceXpressClient client = invoiceXpress.client();
  private final Documents documents = invoiceXpress.account().documents();
  private final Sequence sequence = client.sequences().get(SERIES);

  @ParameterizedTest
  @CsvSource({
    "percentage, 10,   22.14",
    "percentage, 12.5, 21.53",
    "absolute,   5,    18.45",
    "absolute,   0,    24.60"
  })
  void a_discount_on_the_whole_document_counts_in_the_totals(
      String type, BigDecimal value, BigDecimal total) {
    for (boolean shown : new boolean[] {false, true}) {
      documents.undocumentedMembers(shown);

      Document issued = issue(discounted("o-" + shown, DiscountType.of(type), value));

      assertThat(issued.total()).isEqualByComparingTo(total);
      DocumentDiscount found = issued.globalDiscount();
      assertThat(found != null).isEqualTo(shown);
      if (found != null) {
        assertThat(found.valueType()).isEqualTo(DiscountType.of(type));
        assertThat(found.value()).isEqualByComparingTo(value);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"percentage\",\"value\":10', '\"percentage\",\"value\":11',  global_discount.value, 10, 11",
    "'\"percentage\",\"value\":10', '\"absolute\",\"value\":10', global_discount.value_type,"
        + " percentage, absolute"
  })
  void another_discount_than_was_asked_for_is_noticed(
      String asked, String stored, String property, String expected, String found) {
    documents.undocumentedMembers(true);
    InvoiceDraft draft = discounted("o-1", DiscountType.PERCENTAGE, BigDecimal.TEN);
    String json = readAs(draft);
    assertThat(json).contains(asked);
    invoiceXpress.respondToReads(ONE, json.replace(asked, stored));

    assertThatThrownBy(() -> issue(draft))
        .isInstanceOfSatisfying(
            NotIssuedException.class,
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference(property, expected, found)));
    assertThat(documents.numbers(SERIES, "invoice")).isEmpty();
  }

  @Test
  void a_discount_that_nobody_asked_for_is_noticed() {
    documents.undocumentedMembers(true);
    InvoiceDraft draft = Drafts.invoice("o-1");
    String json = readAs(draft);
    invoiceXpress.respondToReads(
        ONE,
        json.replace(
            "\"global_discount\":null",
            "\"global_discount\":{\"value_type\":\"absolute\",\"value\":\"1.0\"}"));

    assertThatThrownBy(() -> issue(draft))
        .isInstanceOfSatisfying(
            NotIssuedException.class,
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference("global_discount.value", "0", "1.0")));
  }

  @Test
  void address_postal_code_and_phone_of_the_client_are_shown_and_no_part_of_its_identity() {
    documents.undocumentedMembers(true);
    InvoiceDraft draft =
        Drafts.invoice("o-1").toBuilder()
            .client(
                DraftClient.builder()
                    .name("Eva")
                    .code("E1")
                    .address("Rua A, 1")
                    .postalCode("1000-001")
                    .phone("213456789")
                    .build())
            .build();
    String json = readAs(draft).replace("Rua A, 1", "RUA A 1");
    Fault written = Fault.response(CannedResponse.of(200).withBody("application/json", json));
    invoiceXpress.faults().on("GET", ONE).once(written);

    assertThat(issue(draft).sequenceNumber()).isEqualTo("1/2025");

    invoiceXpress.faults().on("GET", ONE).once(written);
    DocumentClient shown =
        Objects.requireNonNull(client.invoices().get(documents.ids("o-1").get(0)).client());
    assertThat(shown.address()).isEqualTo("RUA A 1");
    assertThat(shown.postalCode()).isEqualTo("1000-001");
    assertThat(shown.phone()).isEqualTo("213456789");
    assertThat(shown.unknownProperties()).isEmpty();
  }

  static List<CurrencyCode> currencies() {
    return CurrencyCode.values();
  }

  @ParameterizedTest
  @MethodSource("currencies")
  void every_currency_is_known_by_its_name(CurrencyCode currency) {
    InvoiceDraft draft = Drafts.invoice("o-1").toBuilder().currencyCode(currency).build();

    Document issued = issue(draft);

    assertThat(Objects.requireNonNull(issued.currency()).value())
        .isEqualTo(currency.providerName());
    assertThat(issued.currency().recognized()).isTrue();
  }

  @Test
  void another_currency_than_was_asked_for_is_noticed() {
    InvoiceDraft draft = Drafts.invoice("o-1").toBuilder().currencyCode(CurrencyCode.CZK).build();
    String json = readAs(draft);
    invoiceXpress.respondToReads(ONE, json.replace("Czech koruna", "Danish krone"));

    assertThatThrownBy(() -> issue(draft))
        .isInstanceOfSatisfying(
            NotIssuedException.class,
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference("currency", "Czech koruna", "Danish krone")));
  }

  /** How the draft will be read that the next call of {@code issue} creates. */
  private String readAs(InvoiceDraft draft) {
    Document other = client.invoices().create(draft.toBuilder().reference("other").build());
    long id = Objects.requireNonNull(other.id());
    return invoiceXpress
        .last()
        .body()
        .replace("\"id\":" + id, "\"id\":" + (id + 1))
        .replace("other", Objects.requireNonNull(draft.reference()));
  }

  private Document issue(InvoiceDraft draft) {
    return client.issue(DocumentType.INVOICE, sequence, draft);
  }

  private static InvoiceDraft discounted(String reference, DiscountType type, BigDecimal value) {
    return Drafts.invoice(reference).toBuilder()
        .globalDiscount(GlobalDiscount.builder().valueType(type).value(value).build())
        .build();
  }
}
