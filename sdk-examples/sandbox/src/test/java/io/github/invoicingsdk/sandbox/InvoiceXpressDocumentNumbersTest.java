package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceXpressDocumentNumbersTest {
  private static final long REGISTERED = 146_090;
  private static final long UNREGISTERED = 146_110;

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void finalising_takes_the_next_number_and_the_validation_code() {
    account.lastNumber(REGISTERED, "invoice", 41);

    JsonObject invoice = calls.issue("invoices");

    assertThat(invoice.get("sequence_number").getAsString()).isEqualTo("42/2025");
    assertThat(invoice.get("atcud").getAsString())
        .isEqualTo(account.validationCodes(REGISTERED).get("invoice") + "-42");
    assertThat(invoice.get("sequence_id").getAsString()).isEqualTo("146090");
    assertThat(series(REGISTERED).get("current_invoice_number").getAsLong()).isEqualTo(42);
    assertThat(account.documents().numbers(REGISTERED, "invoice")).containsExactly(42L);
  }

  @Test
  void numbers_rise_per_series_and_type_and_drafts_take_none() {
    account.register(UNREGISTERED);
    calls.issue("invoices");
    calls.draft("invoices");
    calls.issue("credit_notes");
    calls.issue("invoices", fields("sequence_id", "146110"));
    calls.issue("invoices");

    Documents documents = account.documents();
    assertThat(documents.numbers(REGISTERED, "invoice")).containsExactly(1L, 2L);
    assertThat(documents.numbers(REGISTERED, "credit_note")).containsExactly(1L);
    assertThat(documents.numbers(UNREGISTERED, "invoice")).containsExactly(1L);
    assertThat(documents.count()).isEqualTo(5);
  }

  @Test
  void documents_finalised_at_the_same_time_leave_no_gap_and_share_no_number() throws Exception {
    List<Long> drafts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      drafts.add(calls.draft("invoices"));
    }
    ExecutorService executor = Executors.newFixedThreadPool(8);
    Set<String> numbers = new HashSet<>();
    try {
      List<Future<HttpResponse<String>>> responses = new ArrayList<>();
      for (long draft : drafts) {
        responses.add(executor.submit(() -> calls.changeState("invoices", draft, "finalized")));
      }
      for (Future<HttpResponse<String>> response : responses) {
        numbers.add(
            ok("invoices", response.get(30, TimeUnit.SECONDS))
                .get("sequence_number")
                .getAsString());
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(numbers).hasSize(40).contains("1/2025", "40/2025");
    assertThat(account.documents().numbers(REGISTERED, "invoice"))
        .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void the_sequence_id_is_the_one_of_the_type() {
    String type = series(REGISTERED).get("current_credit_note_sequence_id").getAsString();

    JsonObject note = calls.issue("credit_notes", fields("sequence_id", '"' + type + '"'));
    assertThat(note.get("sequence_id").getAsString()).isEqualTo(type);
    for (String wrong : List.of("\"146090\"", "146090", "\"1\"", "\"x\"")) {
      assertThat(refusal(calls.post("credit_notes", fields("sequence_id", wrong))))
          .isEqualTo("A série não corresponde ao tipo de documento");
    }
  }

  @Test
  void without_a_sequence_id_the_series_is_the_one_that_is_default_when_finalising() {
    account.register(UNREGISTERED);
    long draft = calls.draft("invoices");
    http.invoiceXpress("PUT", "/sequences/146110/set_current.json");

    JsonObject invoice = ok("invoices", calls.changeState("invoices", draft, "finalized"));

    assertThat(invoice.get("sequence_number").getAsString()).isEqualTo("1/2026");
  }

  @Test
  void a_type_that_is_not_registered_cannot_be_finalised_in_portugal() {
    account.register(UNREGISTERED, "credit_note");
    String sequence = series(UNREGISTERED).get("current_credit_note_sequence_id").getAsString();
    long note = calls.create("credit_notes", fields("sequence_id", sequence)).get("id").getAsLong();

    assertThat(refusal(calls.changeState("credit_notes", note, "finalized")))
        .contains("não está registada");
    assertThat(account.documents().status(note)).isEqualTo("draft");
    assertThat(account.documents().numbers(UNREGISTERED, "credit_note")).isEmpty();

    account.portuguese(false);
    JsonObject issued = ok("credit_notes", calls.changeState("credit_notes", note, "finalized"));
    assertThat(issued.get("atcud").getAsString()).isEqualTo("N/D");
  }

  @Test
  void a_type_that_needs_no_code_has_none_in_its_atcud() {
    assertThat(calls.issue("fees_notes").get("atcud").getAsString()).isEqualTo("N/A");
  }

  @Test
  void without_any_series_nothing_is_finalised() {
    account.clear();
    long draft = calls.draft("invoices");

    assertThat(refusal(calls.changeState("invoices", draft, "finalized"))).contains("série");
  }

  @Test
  void a_date_before_the_last_finalised_document_of_the_series_and_type_is_refused() {
    calls.issue("invoices", fields("date", "\"10/03/2025\""));
    long early = calls.draft("invoices");

    assertThat(refusal(calls.changeState("invoices", early, "finalized")))
        .contains("anterior a 10/03/2025");
    assertThat(account.documents().numbers(REGISTERED, "invoice")).containsExactly(1L);
    calls.issue("credit_notes");
    calls.put("invoices", early, fields("date", "\"10/03/2025\""));
    JsonObject moved = ok("invoices", calls.changeState("invoices", early, "finalized"));
    assertThat(moved.get("sequence_number").getAsString()).isEqualTo("2/2025");
  }

  @Test
  void a_manual_number_must_be_the_next_one() {
    long gap =
        calls.create("invoices", fields("manual_sequence_number", "\"7\"")).get("id").getAsLong();

    assertThat(refusal(calls.changeState("invoices", gap, "finalized")))
        .contains("manual_sequence_number");
    assertThat(
            calls
                .issue("invoices", fields("manual_sequence_number", "\"1\""))
                .get("sequence_number")
                .getAsString())
        .isEqualTo("1/2025");
  }

  @Test
  void finalised_documents_make_their_month_exportable() {
    calls.issue("invoices", fields("date", "\"05/01/2025\""));

    assertThat(export("01").statusCode()).isEqualTo(202);
    assertThat(export("02").statusCode()).isEqualTo(422);
  }

  @Test
  void tests_that_ask_for_what_is_not_there_are_told() {
    Documents documents = account.documents();

    assertThatThrownBy(() -> documents.status(1)).hasMessageContaining("no document 1");
    assertThatThrownBy(() -> documents.emails(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> documents.archive(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> documents.numbers(1, "invoice")).hasMessageContaining("no series 1");
    assertThatThrownBy(() -> documents.numbers(REGISTERED, "bill")).hasMessageContaining("bill");
    assertThatThrownBy(() -> documents.pendingResponses(-1)).hasMessageContaining("-1");
  }

  private HttpResponse<String> export(String month) {
    return http.invoiceXpress("GET", "/api/export_saft.json?year=2025&month=" + month);
  }

  private JsonObject series(long id) {
    return json(http.invoiceXpress("GET", "/sequences/" + id + ".json"))
        .getAsJsonObject("sequence");
  }
}
