package io.github.invoicingsdk.invoicexpress;

import static io.github.invoicingsdk.invoicexpress.DocumentApi.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.fixture.CheckedInvoiceXpress;
import io.github.invoicingsdk.fixture.Refused;
import io.github.invoicingsdk.invoicexpress.model.CurrencyName;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentItem;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EmailMessage;
import io.github.invoicingsdk.invoicexpress.model.EmailRecipient;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of every type from draft to cancellation, through the operations of that type. */
class DocumentLivesTest {

  private static final long UNKNOWN = 1;

  @RegisterExtension final CheckedInvoiceXpress invoiceXpress = new CheckedInvoiceXpress();

  static List<DocumentType> types() {
    return DocumentApi.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_draft_has_typed_values_and_a_word_instead_of_a_number(DocumentType type) {
    Document draft = api(type).create().apply("o-1");

    assertThat(draft.type()).isEqualTo(type);
    assertThat(draft.status()).isEqualTo(DocumentStatus.DRAFT);
    assertThat(draft.archived()).isFalse();
    assertThat(draft.sequenceNumber()).isEqualTo("rascunho");
    assertThat(draft.explicitNulls()).contains("sequence_id");
    assertThat(draft.sequenceId()).isNull();
    assertThat(draft.invertedSequenceNumber()).isNull();
    assertThat(draft.atcud()).isNull();
    assertThat(draft.saftHash()).isNull();
    assertThat(draft.reference()).isEqualTo("o-1");
    assertThat(draft.date()).isEqualTo(Drafts.DATE);
    assertThat(draft.dueDate()).isEqualTo(Drafts.DATE);
    assertThat(draft.retention()).isZero();
    assertThat(draft.sum()).isEqualByComparingTo("20");
    assertThat(draft.discount()).isZero();
    assertThat(draft.beforeTaxes()).isEqualByComparingTo("20");
    assertThat(draft.taxes()).isEqualByComparingTo("4.6");
    assertThat(draft.total()).isEqualByComparingTo("24.6");
    assertThat(draft.currency()).isSameAs(CurrencyName.EURO);
    assertThat(Objects.requireNonNull(draft.client()).name()).isEqualTo("Ana");
    DocumentItem item = Objects.requireNonNull(draft.items()).get(0);
    assertThat(item.name()).isEqualTo("Chair");
    assertThat(item.unitPrice()).isEqualByComparingTo("10");
    assertThat(item.quantity()).isEqualByComparingTo("2");
    assertThat(Objects.requireNonNull(item.tax()).name()).isEqualTo("IVA23");
    assertThat(item.tax().value()).isEqualByComparingTo("23");
    assertThat(item.total()).isEqualByComparingTo("24.6");
    assertThat(draft.unknownProperties()).isEmpty();
    assertThat(draft.toString()).doesNotContain(Objects.requireNonNull(draft.permalink()));
    assertThat(draft.loadedAt()).isEqualTo(isGuide(type) ? Drafts.DATE.atTime(8, 30) : null);
    assertThat(draft.addressTo() == null).isNotEqualTo(isGuide(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_draft_is_sent_to_the_path_of_its_type_in_the_wrapper_of_its_group(DocumentType type) {
    DocumentApi api = api(type);

    long id = id(api.create().apply("o-1"));
    assertSent(api, "POST", ".json");
    Document changed = api.update().apply(id, "o-2").orElseThrow();

    assertSent(api, "PUT", "/" + id + ".json");
    assertThat(changed.reference()).isEqualTo("o-2");
    assertThat(api.get().apply(id)).isEqualTo(changed);
  }

  @ParameterizedTest
  @MethodSource("types")
  void finalising_gives_the_next_number_of_the_type_for_good(DocumentType type) {
    DocumentApi api = api(type);
    long first = id(api.create().apply("o-1"));
    long second = id(api.create().apply("o-2"));

    Document one = api.act(second, DocumentAction.FINALIZE);
    assertSent(api, "PUT", "/" + second + "/change-state.json");
    Document two = api.act(first, DocumentAction.FINALIZE);

    assertThat(one.sequenceNumber()).isEqualTo("1/2025");
    assertThat(one.invertedSequenceNumber()).isEqualTo("2025/1");
    assertThat(two.sequenceNumber()).isEqualTo("2/2025");
    assertThat(one.status())
        .isEqualTo(
            type.equals(DocumentType.INVOICE_RECEIPT)
                ? DocumentStatus.SETTLED
                : DocumentStatus.FINAL);
    assertThat(one.sequenceId())
        .isEqualTo(
            Numberings.of(invoiceXpress.client().sequences().get(146090)).sequenceIdFor(type));
    assertThat(one.saftHash()).hasSize(4);
    if (type.equals(DocumentType.FEES_NOTE)) {
      assertThat(one.atcud()).isEqualTo("N/A");
    } else {
      assertThat(Atcud.parse(Objects.requireNonNull(one.atcud())).number()).isEqualTo(1);
    }

    Document cancelled = api.act(second, DocumentAction.CANCEL);
    assertThat(cancelled.status()).isEqualTo(DocumentStatus.CANCELED);
    assertThat(cancelled.sequenceNumber()).isEqualTo("1/2025");
    assertThat(api.get().apply(second)).isEqualTo(cancelled);
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_final_document_can_be_sent_and_the_address_kept(DocumentType type) {
    DocumentApi api = api(type);
    long id = id(api.create().apply("o-1"));
    EmailMessage message = message("ana@example.com", true);
    Refused.as(
        InvalidRequestException.class,
        422,
        "Drafts can't be sent by email",
        () -> api.sendByEmail().to(id, message));
    api.act(id, DocumentAction.FINALIZE);

    api.sendByEmail().to(id, message);

    assertThat(invoiceXpress.lastSent().toString())
        .isEqualTo(
            "{\"message\":{\"client\":{\"email\":\"ana@example.com\",\"save\":\"1\"},"
                + "\"subject\":\"Yours\",\"logo\":\"0\"}}");
    assertThat(invoiceXpress.account().documents().emails(id)).containsExactly("ana@example.com");
    assertThat(invoiceXpress.client().clients().findByCode("A1").email())
        .isEqualTo("ana@example.com");
    Refused.as(
        InvalidRequestException.class,
        422,
        "Email is a required field",
        () -> api.sendByEmail().to(id, message("ana", false)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_deleted_draft_is_gone_and_a_numbered_document_stays_as_it_is(DocumentType type) {
    DocumentApi api = api(type);
    long deleted = id(api.create().apply("o-1"));
    long numbered = id(api.create().apply("o-2"));

    assertThat(api.act(deleted, DocumentAction.DELETE).status()).isEqualTo(DocumentStatus.DELETED);
    api.act(numbered, DocumentAction.FINALIZE);

    Refused.as(NotFoundException.class, 404, "", () -> api.get().apply(deleted));
    Refused.as(
        InvalidRequestException.class,
        422,
        "Only drafts can be changed",
        () -> api.update().apply(numbered, "o-3"));
    Refused.as(
        InvalidRequestException.class,
        422,
        "CantHandle: deleted for " + type.value(),
        () -> api.act(numbered, DocumentAction.DELETE));
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_is_of_another_type_or_nothing_is_not_found(DocumentType type) {
    DocumentApi api = api(type);
    DocumentApi other =
        api(type.equals(DocumentType.QUOTE) ? DocumentType.INVOICE : DocumentType.QUOTE);
    long elsewhere = id(other.create().apply("o-1"));

    for (long id : new long[] {UNKNOWN, elsewhere}) {
      Refused.as(NotFoundException.class, 404, "", () -> api.get().apply(id));
      Refused.as(
          NotFoundException.class,
          404,
          "",
          () -> api.sendByEmail().to(id, message("a@b.pt", false)));
      Refused.as(
          NotFoundException.class, 404, "Document not found", () -> api.update().apply(id, "o-1"));
      Refused.as(
          NotFoundException.class,
          404,
          "Document not found",
          () -> api.act(id, DocumentAction.FINALIZE));
    }
    assertThat(other.get().apply(elsewhere).status()).isEqualTo(DocumentStatus.DRAFT);
  }

  private DocumentApi api(DocumentType type) {
    return DocumentApi.of(invoiceXpress.client(), type);
  }

  private void assertSent(DocumentApi api, String method, String rest) {
    assertThat(invoiceXpress.last().method()).isEqualTo(method);
    assertThat(invoiceXpress.last().uri().getPath())
        .isEqualTo("/invoicexpress/" + api.path() + rest);
    assertThat(invoiceXpress.lastSent().getAsJsonObject().keySet())
        .containsExactly(api.sentUnder());
  }

  private static boolean isGuide(DocumentType type) {
    return List.of(DocumentType.SHIPPING, DocumentType.TRANSPORT, DocumentType.DEVOLUTION)
        .contains(type);
  }

  private static EmailMessage message(String address, boolean save) {
    return EmailMessage.builder()
        .client(EmailRecipient.builder().email(address).save(save).build())
        .subject("Yours")
        .logo(false)
        .build();
  }
}
