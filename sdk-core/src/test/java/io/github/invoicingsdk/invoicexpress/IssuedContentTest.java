package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.DocumentConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotIssuedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Country;
import io.github.invoicingsdk.invoicexpress.model.CurrencyCode;
import io.github.invoicingsdk.invoicexpress.model.DiscountType;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxDetails;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets a number is what was asked for, and nothing else. */
class IssuedContentTest {

  private static final long SERIES = 146090;
  private static final String CREATE = ".*/invoices\\.json";
  private static final String CHANGE_STATE = ".*/change-state\\.json";
  private static final String ONE = ".*/invoices/\\d+\\.json";
  private static final IssueOptions DEFAULTS = IssueOptions.defaults();

  private static final Fault REFUSED =
      Fault.response(
          json(422, "{\"errors\":[{\"error\":\"O documento não pode ser finalizado\"}]}"));

  private final FakeTime time = new FakeTime();
  private final Sandbox sandbox = Sandbox.start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final InvoiceXpressClient client = client();
  private final Sequence sequence = client.sequences().get(SERIES);

  @BeforeEach
  void allowAll() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  static Stream<UnaryOperator<InvoiceDraft>> edits() {
    DraftItem chair = Drafts.invoice("o-1").items().get(0);
    return Stream.of(
        draft -> draft.toBuilder().items(List.of(quantity(chair, "1"))).build(),
        draft -> draft.toBuilder().items(List.of(price(chair, "9.99"))).build(),
        draft -> draft.toBuilder().items(List.of(chair, named(chair, "Table"))).build(),
        draft -> draft.toBuilder().items(List.of(named(chair, "Table"))).build(),
        draft -> draft.toBuilder().items(List.of(taxed(chair, "IVA6"))).build(),
        draft ->
            draft.toBuilder()
                .items(List.of(chair.toBuilder().discount(BigDecimal.TEN).build()))
                .build(),
        draft -> draft.toBuilder().dueDate(Drafts.DATE.plusDays(8)).build(),
        draft ->
            draft.toBuilder()
                .date(Drafts.DATE.plusDays(1))
                .dueDate(Drafts.DATE.plusDays(1))
                .build(),
        draft -> draft.toBuilder().retention(new BigDecimal("11.5")).build(),
        draft -> draft.toBuilder().currencyCode(CurrencyCode.USD).build(),
        draft ->
            draft.toBuilder()
                .client(
                    DraftClient.builder().name("Bruno").code("B2").country(Country.SPAIN).build())
                .build(),
        draft ->
            draft.toBuilder()
                .globalDiscount(
                    GlobalDiscount.builder()
                        .valueType(DiscountType.PERCENTAGE)
                        .value(new BigDecimal("5"))
                        .build())
                .build());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void an_order_that_was_edited_after_its_draft_was_made_is_issued_as_it_is_now(
      UnaryOperator<InvoiceDraft> edit) {
    InvoiceDraft before = Drafts.invoice("o-1");
    InvoiceDraft after = edit.apply(before);
    sandbox.faults().on("PUT", CHANGE_STATE).once(REFUSED);
    assertThatThrownBy(() -> issue(before)).isInstanceOf(InvalidRequestException.class);

    Document issued = issue(after);

    assertThat(issued.status()).isEqualTo(DocumentStatus.FINAL);
    assertThat(tryIssue(after))
        .isEqualTo(new IssueResult.Existed<>(client.invoices().get(id(issued)), List.of()));
    assertThat(tryIssue(before)).isInstanceOf(IssueResult.NumberedDiffers.class);
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void what_was_taken_out_of_an_order_is_not_on_its_document(UnaryOperator<InvoiceDraft> edit) {
    InvoiceDraft after = Drafts.invoice("o-1");
    sandbox.faults().on("PUT", CHANGE_STATE).once(REFUSED);
    assertThatThrownBy(() -> issue(edit.apply(after))).isInstanceOf(InvalidRequestException.class);

    assertThat(issue(after).total()).isEqualByComparingTo("24.60");

    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void an_order_that_was_edited_after_it_was_billed_is_never_told_as_billed(
      UnaryOperator<InvoiceDraft> edit) {
    issue(Drafts.invoice("o-1"));

    InvoiceDraft after = edit.apply(Drafts.invoice("o-1"));

    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> issue(after))
        .satisfies(e -> assertThat(e.differences()).isNotEmpty())
        .satisfies(e -> assertThat(e.documentIds()).hasSize(1));
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @Test
  void lines_in_another_order_are_the_same_document() {
    DraftItem chair = Drafts.invoice("o-1").items().get(0);
    DraftItem table = price(named(chair, "Table"), "30.00");
    DraftItem lamp = taxed(named(chair, "Lamp"), "IVA6");
    issue(Drafts.invoice("o-1").toBuilder().items(List.of(chair, table, lamp)).build());

    assertThat(
            tryIssue(Drafts.invoice("o-1").toBuilder().items(List.of(lamp, chair, table)).build()))
        .isInstanceOf(IssueResult.Existed.class);
    assertNumbers(1);
  }

  @Test
  void two_sales_with_one_reference_are_not_one_document() {
    InvoiceDraft first = sale("Ana Alves", "A1", "Course", "81.30");
    InvoiceDraft second = sale("Bruno Braga", "B2", "Book", "64.19");
    Document billed = issue(first);
    assertThat(billed.total()).isEqualByComparingTo("100.00");

    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> issue(second))
        .withMessageContaining("client.name is \"Ana Alves\" instead of \"Bruno Braga\"")
        .satisfies(
            e ->
                assertThat(e.differences())
                    .contains(new Difference("client.code", "B2", "A1"))
                    .contains(new Difference("items[0].unit_price", "64.19", "81.3")));
    assertNumbers(1);
  }

  @Test
  void a_date_that_was_refused_for_chronology_is_corrected_in_the_same_draft() {
    issue(Drafts.invoice("o-1"));
    InvoiceDraft early = dated(Drafts.invoice("o-2"), -3);
    assertThatThrownBy(() -> issue(early)).isInstanceOf(InvalidRequestException.class);
    assertThat(documents.drafts()).isOne();

    assertThat(issue(dated(early, 4)).date()).isEqualTo(Drafts.DATE.plusDays(1));

    assertNumbers(2);
    assertThat(documents.drafts()).isZero();
  }

  @Test
  void a_response_to_the_creation_that_names_no_tax_is_no_proof_of_anything() {
    sandbox.faults().on("POST", CREATE).once(Fault.workThenRespond(json(201, night("null"))));

    Document issued = issue(nightStay());

    assertThat(issued.total()).isEqualByComparingTo("58.00");
    assertNumbers(1);
  }

  @Test
  void a_tax_that_the_provider_never_shows_is_told_as_such_and_not_as_another_one() {
    sandbox.faults().on("GET", ONE).always(Fault.response(json(200, night("null"))));

    IssueResult<Document> result = tryIssue(nightStay());
    assertThat(result).isInstanceOf(IssueResult.NotVisible.class);
    assertThat(((IssueResult.NotVisible<Document>) result).properties())
        .containsExactly("items[0].tax");
    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(nightStay()))
        .satisfies(e -> assertThat(e.notVisible()).containsExactly("items[0].tax"))
        .satisfies(e -> assertThat(e.differences()).isEmpty());
    assertNumbers(0);
  }

  @Test
  void a_tax_that_shows_at_the_second_reading_is_no_reason_to_stop() {
    sandbox.faults().on("GET", ONE).once(Fault.response(json(200, night("null"))));

    assertThat(tryIssue(nightStay())).isInstanceOf(IssueResult.Issued.class);
    assertThat(time.sleeps()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Documents.TaxForm.class)
  void a_tax_is_recognised_by_what_the_provider_shows_of_it(Documents.TaxForm form) {
    documents.taxForm(form);

    assertThat(tryIssue(Drafts.invoice("o-1"))).isInstanceOf(IssueResult.Issued.class);
    assertThat(tryIssue(Drafts.invoice("o-2", "IVA24")))
        .isInstanceOf(IssueResult.DraftDiffers.class);
  }

  @Test
  void a_rate_that_changed_meanwhile_is_read_anew() {
    issue(Drafts.invoice("o-1"));
    long id =
        client.taxes().list().stream()
            .filter(tax -> "IVA23".equals(tax.name()))
            .map(tax -> Objects.requireNonNull(tax.id()))
            .findFirst()
            .orElseThrow();
    client
        .taxes()
        .update(id, TaxDetails.builder().name("IVA23").value(new BigDecimal("24")).build());

    assertThat(issue(Drafts.invoice("o-2")).total()).isEqualByComparingTo("24.80");
  }

  @ParameterizedTest
  @EnumSource(WriteResponse.class)
  void what_responses_to_writes_say_is_not_believed(WriteResponse response) {
    documents.writeResponse(response);
    sandbox.faults().on("PUT", CHANGE_STATE).once(REFUSED);
    assertThatThrownBy(() -> issue(Drafts.invoice("o-1")))
        .isInstanceOf(InvalidRequestException.class);

    Document issued = issue(quantity(Drafts.invoice("o-1"), "1"));

    assertThat(issued.total()).isEqualByComparingTo("12.30");
    assertThat(issued.sequenceNumber()).isEqualTo("1/2025");
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @Test
  void a_created_document_that_is_another_one_is_left_alone() {
    Document other = client.invoices().create(Drafts.invoice("somebody-elses"));
    String lie = "{\"invoice\":{\"id\":" + other.id() + ",\"status\":\"draft\"}}";
    sandbox.faults().on("POST", CREATE).once(Fault.workThenRespond(json(201, lie)));

    Document issued = issue(Drafts.invoice("o-1"));

    assertThat(issued.reference()).isEqualTo("o-1");
    assertThat(client.invoices().get(id(other))).isEqualTo(other);
    assertNumbers(1);
  }

  @Test
  void an_exemption_that_the_provider_replaced_is_noticed() {
    InvoiceDraft exempt = exempt("o-1", TaxExemptionCode.M10);
    documents.replaceDocumentExemption("M10", "M99");

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(exempt))
        .satisfies(
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference("tax_exemption", "M10", "M99")));
    assertNumbers(0);

    documents.replaceDocumentExemption("M10", "M10");
    assertThat(issue(exempt).taxExemption()).isEqualTo(TaxExemptionCode.M10);
  }

  @Test
  void an_exemption_of_a_line_that_the_provider_replaced_is_noticed() {
    DraftItem item = taxed(Drafts.invoice("o-1").items().get(0), "Isento");
    InvoiceDraft exempt =
        Drafts.invoice("o-1").toBuilder()
            .items(List.of(item.toBuilder().taxExemption(TaxExemptionCode.M16).build()))
            .build();
    documents.replaceLineExemption("M16", "M99");

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(exempt))
        .satisfies(
            e ->
                assertThat(e.differences())
                    .contains(new Difference("items[0].tax_exemption", "M16", "M99")));
  }

  @Test
  void an_empty_exemption_is_none() {
    documents.emptyExemptions(true);

    assertThat(tryIssue(Drafts.invoice("o-1"))).isInstanceOf(IssueResult.Issued.class);
  }

  @Test
  void a_client_that_the_provider_replaced_is_noticed() {
    documents.replaceEveryClient(true);

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(Drafts.invoice("o-1")))
        .withMessageContaining("client.name is \"Consumidor Final\" instead of \"Ana\"");
    assertNumbers(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456780", "508025339", "12345678", "000000000", "PT508025339", "X1"})
  void an_impossible_portuguese_fiscal_id_is_refused_before_anything_is_sent(String fiscalId) {
    sandbox.clearRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(withFiscalId(fiscalId, Country.PORTUGAL)))
        .withMessageContaining("client.fiscalId")
        .withMessageNotContaining(fiscalId);
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"508025338", "999999990"})
  void a_possible_portuguese_fiscal_id_passes(String fiscalId) {
    assertThat(tryIssue(withFiscalId(fiscalId, Country.PORTUGAL)))
        .isInstanceOf(IssueResult.Issued.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B12345678", "123456780"})
  void a_foreign_fiscal_id_passes(String fiscalId) {
    assertThat(tryIssue(withFiscalId(fiscalId, Country.SPAIN)))
        .isInstanceOf(IssueResult.Issued.class);
  }

  @Test
  void a_fiscal_id_that_the_document_does_not_show_is_looked_up_in_the_client() {
    InvoiceDraft draft = withFiscalId("508025338", Country.PORTUGAL);
    String clientPath = ".*/clients/\\d+\\.json";
    sandbox
        .faults()
        .on("GET", clientPath)
        .always(
            Fault.response(
                json(
                    200,
                    "{\"client\":{\"id\":6207026,\"name\":\"Ana\",\"fiscal_id\":\"999999990\"}}")));

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(draft))
        .withMessageContaining("client.fiscal_id is *** instead of ***")
        .withMessageNotContaining("508025338")
        .satisfies(
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference("client.fiscal_id", "508025338", "999999990")));

    sandbox.faults().clear();
    documents.clientFiscalIds(true);
    assertThat(tryIssue(draft)).isInstanceOf(IssueResult.Issued.class);
  }

  @Test
  void totals_that_do_not_fit_the_lines_are_noticed() {
    String wrong =
        night("\"IVA6\"").replace("\"total\":58.0,\"currency\"", "\"total\":58.01,\"currency\"");
    sandbox.faults().on("GET", ONE).always(Fault.response(json(200, wrong)));

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(nightStay()))
        .satisfies(
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference("total", "58.00", "58.01")));
  }

  @Test
  void a_failure_after_the_number_was_taken_never_says_that_nothing_was_done() {
    String wrong =
        night("\"IVA6\"")
            .replace("\"draft\"", "\"final\"")
            .replace("\"total\":58.0,\"currency\"", "\"total\":58.01,\"currency\"");
    sandbox
        .faults()
        .on(request -> request.path().matches(ONE) && numbered())
        .always(Fault.response(json(200, wrong)));
    sandbox
        .faults()
        .on(request -> request.path().endsWith("/taxes.json") && numbered())
        .always(Fault.response(CannedResponse.of(429)));

    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> issue(nightStay()))
        .satisfies(e -> assertThat(e.reason()).isInstanceOf(RateLimitException.class))
        .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isTrue());

    sandbox.faults().clear();
    assertThat(tryIssue(nightStay())).isInstanceOf(IssueResult.Existed.class);
    assertNumbers(1);
  }

  private boolean numbered() {
    return !documents.numbers(SERIES, "invoice").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.333", "33.335", "0.005", "1234567.891"})
  void totals_are_computed_as_the_provider_does(String price) {
    DraftItem chair = Drafts.invoice("o-1").items().get(0);
    InvoiceDraft draft =
        Drafts.invoice("o-1").toBuilder()
            .retention(new BigDecimal("11.5"))
            .globalDiscount(
                GlobalDiscount.builder()
                    .valueType(DiscountType.PERCENTAGE)
                    .value(new BigDecimal("3.3"))
                    .build())
            .items(
                List.of(
                    price(chair, price).toBuilder().discount(new BigDecimal("7.5")).build(),
                    taxed(price(named(chair, "Book"), price), "IVA6"),
                    quantity(taxed(price(named(chair, "Lamp"), price), "IVA13"), "0.125")))
            .build();

    assertThat(tryIssue(draft)).isInstanceOf(IssueResult.Issued.class);
  }

  private InvoiceXpressClient client() {
    return SandboxClients.invoiceXpress(sandbox, time).unlimitedRate().build();
  }

  private Document issue(InvoiceDraft draft) {
    return client.issue(DocumentType.INVOICE, sequence, draft);
  }

  private IssueResult<Document> tryIssue(InvoiceDraft draft) {
    return client.tryIssue(DocumentType.INVOICE, sequence, draft, DEFAULTS);
  }

  private static InvoiceDraft nightStay() {
    DraftItem night =
        DraftItem.builder()
            .name("Night")
            .description("A night")
            .unitPrice(new BigDecimal("54.72"))
            .quantity(BigDecimal.ONE)
            .tax(TaxName.builder().name("IVA6").build())
            .build();
    return Drafts.invoice("o-1").toBuilder().items(List.of(night)).build();
  }

  /** What a provider may answer about the first document that a test creates. */
  private static String night(String tax) {
    return """
    {"invoice":{"id":5417001,"status":"draft","archived":false,"type":"Invoice",\
    "sequence_number":"rascunho","sequence_id":null,"tax_exemption":null,"date":"31/12/2026",\
    "due_date":"31/12/2026","reference":"o-1","retention":null,"sum":54.72,"discount":0,\
    "before_taxes":54.72,"taxes":3.28,"total":58.0,"currency":"Euro","client":{"id":1,\
    "name":"Ana","code":"A1","country":"Portugal"},"items":[{"name":"Night",\
    "description":"A night","unit_price":54.72,"quantity":1,"unit":null,"discount":0,\
    "tax":{"id":3,"name":%s,"value":null},"subtotal":54.72,"discount_amount":0,\
    "tax_amount":3.28,"total":58.0}]}}"""
        .formatted(tax);
  }

  private static InvoiceDraft sale(String name, String code, String item, String price) {
    DraftItem line = Drafts.invoice("x").items().get(0);
    return Drafts.invoice("Order #0").toBuilder()
        .client(DraftClient.builder().name(name).code(code).build())
        .items(List.of(quantity(price(named(line, item), price), "1")))
        .build();
  }

  private static InvoiceDraft exempt(String reference, TaxExemptionCode code) {
    return Drafts.invoice(reference, "Isento").toBuilder().taxExemption(code).build();
  }

  private static InvoiceDraft withFiscalId(String fiscalId, Country country) {
    return Drafts.invoice("o-1").toBuilder()
        .client(
            DraftClient.builder()
                .name("Ana")
                .code("A1")
                .country(country)
                .fiscalId(fiscalId)
                .build())
        .build();
  }

  private static InvoiceDraft dated(InvoiceDraft draft, int days) {
    return draft.toBuilder()
        .date(draft.date().plusDays(days))
        .dueDate(draft.dueDate().plusDays(days))
        .build();
  }

  private static InvoiceDraft quantity(InvoiceDraft draft, String quantity) {
    return draft.toBuilder().items(List.of(quantity(draft.items().get(0), quantity))).build();
  }

  private static DraftItem quantity(DraftItem item, String quantity) {
    return item.toBuilder().quantity(new BigDecimal(quantity)).build();
  }

  private static DraftItem price(DraftItem item, String price) {
    return item.toBuilder().unitPrice(new BigDecimal(price)).build();
  }

  private static DraftItem named(DraftItem item, String name) {
    return item.toBuilder().name(name).build();
  }

  private static DraftItem taxed(DraftItem item, String tax) {
    return item.toBuilder().tax(TaxName.builder().name(tax).build()).build();
  }

  private static CannedResponse json(int status, String body) {
    return CannedResponse.of(status).withBody("application/json", body);
  }

  private void assertNumbers(int count) {
    assertThat(documents.numbers(SERIES, "invoice")).hasSize(count);
  }

  private static long id(Document document) {
    return Objects.requireNonNull(document.id());
  }
}
