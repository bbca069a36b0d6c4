package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read of a document is neither what was asked for nor anything else. */
class UnreadableContentTest {

  private static final String ONE = ".*/invoices/\\d+\\.json";
  private static final String CREATE = ".*/invoices\\.json";

  /** What the provider shows of the draft that a test creates first. */
  private static final String SHOWN =
      """
      {"invoice":{"id":5417001,"status":"draft","archived":false,"type":"Invoice",\
      "sequence_number":"rascunho","sequence_id":null,"tax_exemption":null,"date":"31/12/2026",\
      "due_date":"31/12/2026","reference":"o-1","retention":null,"sum":54.72,"discount":0,\
      "before_taxes":54.72,"taxes":3.28,"total":58.0,"currency":"Euro","client":{"id":1,\
      "name":"Ana","code":"A1","country":"Portugal"},"items":[{"name":"Night",\
      "description":"A night","unit_price":54.72,"quantity":1,"unit":null,"item_discount":0,\
      "tax":{"id":3,"name":"IVA6","value":6},"subtotal":54.72,"discount_amount":0,\
      "tax_amount":3.28,"line_total":58.0}]}}\
      """;

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).unlimitedRate().build();
  private final Sequence sequence = client.sequences().get(146090);

  @BeforeEach
  void allowAll() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"date\":\"31/12/2026\"|\"date\":\"2026-12-31\"|date",
        "\"due_date\":\"31/12/2026\"|\"due_date\":20261231|due_date",
        "\"retention\":null|\"retention\":\"foo\"|retention",
        "\"sum\":54.72|\"sum\":{}|sum",
        "\"discount\":0|\"discount\":\"none\"|discount",
        "\"before_taxes\":54.72|\"before_taxes\":\"?\"|before_taxes",
        "\"taxes\":3.28|\"taxes\":[]|taxes",
        "\"total\":58.0|\"total\":\"58,00\"|total",
        "\"currency\":\"Euro\"|\"currency\":{\"code\":\"EUR\"}|currency",
        "\"code\":\"A1\"|\"code\":{}|client.code",
        "\"country\":\"Portugal\"|\"country\":{\"code\":\"PT\"}|client.country",
        "\"client\":{|\"client\":[],\"x\":{|client",
        "\"items\":[{|\"items\":[7,{|items",
        "\"unit_price\":54.72|\"unit_price\":\"54,72\"|items[0].unit_price",
        "\"quantity\":1|\"quantity\":\"one\"|items[0].quantity",
        "\"item_discount\":0|\"discount\":\"none\"|items[0].discount",
        "\"value\":6|\"value\":\"6 %\"|items[0].tax.value",
        "\"tax_amount\":3.28|\"tax_amount\":true|items[0].tax_amount",
        "\"tax\":{|\"tax\":\"IVA6\",\"x\":{|items[0].tax"
      })
  void it_is_told_as_not_visible(String shown, String odd, String property) {
    assertThat(SHOWN).contains(shown);
    sandbox.faults().on("GET", ONE).always(Fault.response(json(SHOWN.replace(shown, odd))));

    IssueResult<Document> result = tryIssue(night());

    assertThat(result).isInstanceOf(IssueResult.NotVisible.class);
    assertThat(((IssueResult.NotVisible<Document>) result).properties()).containsExactly(property);
    assertThat(sandbox.invoiceXpress().documents().numbers(146090, "invoice")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"tax_exemption\":[]", "\"tax_exemption\":{\"code\":\"M10\"}"})
  void an_exemption_that_cannot_be_read_is_not_taken_for_the_wanted_one(String odd) {
    String shown =
        SHOWN
            .replace("IVA6", "Isento")
            .replace("\"value\":6", "\"value\":0")
            .replace("\"taxes\":3.28", "\"taxes\":0")
            .replace("\"tax_amount\":3.28", "\"tax_amount\":0")
            .replace("58.0", "54.72")
            .replace("\"tax_exemption\":null", odd);
    sandbox.faults().on("GET", ONE).always(Fault.response(json(shown)));
    InvoiceDraft exempt = night("Isento").toBuilder().taxExemption(TaxExemptionCode.M10).build();

    IssueResult<Document> result = tryIssue(exempt);

    assertThat(result).isInstanceOf(IssueResult.NotVisible.class);
    assertThat(((IssueResult.NotVisible<Document>) result).properties())
        .containsExactly("tax_exemption");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retention", "tax_exemption", "sequence_id", "loaded_at"})
  void an_empty_text_says_that_there_is_none(String property) {
    String shown =
        SHOWN
            .replace("\"" + property + "\":null,", "")
            .replace("\"archived\"", "\"" + property + "\":\"\",\"archived\"");
    sandbox.faults().on("GET", ONE).once(Fault.response(json(shown)));

    assertThat(tryIssue(night())).isInstanceOf(IssueResult.Issued.class);
  }

  @Test
  void an_odd_value_in_the_response_to_the_creation_does_not_hide_the_id() {
    sandbox
        .faults()
        .on("POST", CREATE)
        .once(
            Fault.workThenRespond(
                CannedResponse.of(201)
                    .withBody(
                        "application/json",
                        SHOWN.replace("\"retention\":null", "\"retention\":\"foo\""))));

    assertThat(tryIssue(night())).isInstanceOf(IssueResult.Issued.class);
    assertThat(sandbox.invoiceXpress().documents().numbers(146090, "invoice")).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":\"draft\"|\"status\":{}",
        "\"status\":\"draft\"|\"x\":0",
        "\"reference\":\"o-1\"|\"reference\":[]",
        "\"sequence_number\":\"rascunho\"|\"sequence_number\":{}"
      })
  void a_document_whose_state_or_number_cannot_be_read_gets_no_number(String edit) {
    String[] parts = edit.split("\\|", -1);
    sandbox.faults().on("GET", ONE).always(Fault.response(json(SHOWN.replace(parts[0], parts[1]))));

    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> client.issue(DocumentType.INVOICE, sequence, night()));
    assertThat(sandbox.invoiceXpress().documents().numbers(146090, "invoice")).isEmpty();
  }

  private IssueResult<Document> tryIssue(InvoiceDraft draft) {
    return client.tryIssue(DocumentType.INVOICE, sequence, draft, IssueOptions.defaults());
  }

  private static InvoiceDraft night() {
    return night("IVA6");
  }

  private static InvoiceDraft night(String tax) {
    DraftItem night =
        DraftItem.builder()
            .name("Night")
            .description("A night")
            .unitPrice(new BigDecimal("54.72"))
            .quantity(BigDecimal.ONE)
            .tax(TaxName.builder().name(tax).build())
            .build();
    return Drafts.invoice("o-1").toBuilder().items(List.of(night)).build();
  }

  private static CannedResponse json(String body) {
    return CannedResponse.of(200).withBody("application/json", body);
  }
}
