package io.github.invoicingsdk.invoicexpress;

import static io.github.invoicingsdk.invoicexpress.DocumentApi.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.fixture.SpecValidator;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of drafts: the provider shows the draft, as it documents, or nothing, as clients saw. */
class DocumentUpdatesTest {

  private static final long SERIES = 146090;
  private static final String ONE = ".*/invoices/\\d+\\.json";
  private static final String CHANGE_STATE = ".*/change-state\\.json";

  private final Sandbox sandbox = Sandbox.start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final RecordingTransport transport = new RecordingTransport();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime())
          .unverifiedTransport(transport)
          .unlimitedRate()
          .build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  static Stream<Arguments> typesAndResponses() {
    return DocumentApi.types().stream()
        .flatMap(
            type ->
                Stream.of(WriteResponse.STORED, WriteResponse.EMPTY, WriteResponse.BLANK)
                    .map(response -> Arguments.of(type, response)));
  }

  @ParameterizedTest
  @MethodSource("typesAndResponses")
  void an_update_succeeds_whether_the_draft_is_shown_or_not(
      DocumentType type, WriteResponse response) {
    documents.updateResponse(response);
    DocumentApi api = DocumentApi.of(client, type);
    long id = id(api.create().apply("o-1"));
    int before = transport.exchanges().size();

    Optional<Document> shown = api.update().apply(id, "o-2");

    assertThat(transport.exchanges()).as("nothing is read back").hasSize(before + 1);
    Document stored = api.get().apply(id);
    assertThat(stored.reference()).isEqualTo("o-2");
    assertThat(shown)
        .isEqualTo(response == WriteResponse.STORED ? Optional.of(stored) : Optional.empty());
    SpecValidator spec = SpecValidator.of("invoicexpress", sandbox.invoiceXpressUrl().getPath());
    assertThat(transport.exchanges()).flatExtracting(spec::requestProblems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STORED", "EMPTY", "BLANK"})
  void a_future_of_an_update_holds_what_the_blocking_method_returns(WriteResponse response) {
    documents.updateResponse(response);
    long id = id(client.invoices().create(Drafts.invoice("o-1")));
    var executor = Executors.newSingleThreadExecutor();
    try {
      Optional<Document> shown =
          client.async(executor).invoices().update(id, Drafts.invoice("o-2")).join();

      assertThat(shown.map(Document::reference))
          .isEqualTo(response == WriteResponse.STORED ? Optional.of("o-2") : Optional.empty());
    } finally {
      executor.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "null", "[]", "{\"invoice\":null}", "{\"invoice\":{\"id\":1}}", "<html>"})
  void a_body_that_is_there_must_hold_the_draft(String body) {
    long id = id(client.invoices().create(Drafts.invoice("o-1")));
    sandbox
        .faults()
        .on("PUT", ONE)
        .once(Fault.workThenRespond(CannedResponse.of(200).withBody("application/json", body)));

    assertThatThrownBy(() -> client.invoices().update(id, Drafts.invoice("o-2")))
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.mayHaveBeenProcessed()).isTrue());
  }

  @Test
  void the_unique_id_goes_out_with_the_creation_only() {
    InvoiceDraft draft = Drafts.invoice("o-1").toBuilder().proprietaryUid("uid-1").build();

    long id = id(client.invoices().create(draft));
    assertThat(last().sent()).contains("\"proprietary_uid\":\"uid-1\"");
    assertThat(client.invoices().update(id, draft)).isPresent();

    assertThat(last().method()).isEqualTo("PUT");
    assertThat(last().sent()).doesNotContain("proprietary_uid").doesNotContain("uid-1");
    assertThat(JsonParser.parseString(last().sent()).getAsJsonObject().keySet())
        .containsExactly("invoice");
    assertThat(client.invoices().get(id).proprietaryUid()).isEqualTo("uid-1");
  }

  @ParameterizedTest
  @EnumSource(names = {"STORED", "EMPTY", "BLANK", "BEFORE_CHANGE"})
  void a_draft_that_was_left_behind_is_brought_up_to_date_and_issued(WriteResponse response) {
    Sequence sequence = client.sequences().get(SERIES);
    documents.updateResponse(response);
    sandbox
        .faults()
        .on("PUT", CHANGE_STATE)
        .once(
            Fault.response(
                CannedResponse.of(422)
                    .withBody("application/json", "{\"errors\":[{\"error\":\"Not yet\"}]}")));
    assertThatThrownBy(() -> client.issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1")))
        .isInstanceOf(InvalidRequestException.class);
    InvoiceDraft edited =
        Drafts.invoice("o-1").toBuilder()
            .items(
                List.of(
                    Drafts.invoice("o-1").items().get(0).toBuilder()
                        .quantity(BigDecimal.ONE)
                        .build()))
            .build();

    Document issued = client.issue(DocumentType.INVOICE, sequence, edited);

    assertThat(issued.total()).isEqualByComparingTo("12.30");
    assertThat(documents.numbers(SERIES, "invoice")).containsExactly(1L);
    assertThat(documents.ids("o-1")).hasSize(1);
  }

  private Exchange last() {
    List<Exchange> all = transport.exchanges();
    return all.get(all.size() - 1);
  }
}
