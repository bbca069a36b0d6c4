package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every invoice here has a total of 123. */
class InvoiceXpressPaymentsTest {
  private static final long REGISTERED = 146_090;

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_payment_makes_a_numbered_receipt() {
    long invoice = issued("invoices");

    JsonObject receipt =
        ok(
            "receipts",
            calls.pay(
                invoice,
                "{\"amount\": 23.45, \"payment_mechanism\": \"TB\", \"note\": \"Thanks\","
                    + " \"payment_date\": \"10/03/2025\", \"serie\": \"2025\"}"));

    assertThat(receipt.get("type").getAsString()).isEqualTo("Receipt");
    assertThat(receipt.get("status").getAsString()).isEqualTo("final");
    assertThat(receipt.get("sequence_number").getAsString()).isEqualTo("1/2025");
    assertThat(receipt.get("atcud").getAsString())
        .isEqualTo(sandbox.invoiceXpress().validationCodes(REGISTERED).get("receipt") + "-1");
    assertThat(receipt.get("total").getAsString()).isEqualTo("23.45");
    assertThat(receipt.get("date").getAsString()).isEqualTo("10/03/2025");
    assertThat(receipt.get("observations").getAsString()).isEqualTo("Thanks");
    assertThat(receipt.getAsJsonObject("client").get("code").getAsString()).isEqualTo("A1");
    assertThat(documents.status(invoice)).isEqualTo("final");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoices", "simplified_invoices", "debit_notes"})
  void a_document_is_settled_when_all_is_paid(String path) {
    long document = issued(path);

    ok("receipts", calls.pay(document, "{\"amount\": \"100\"}"));
    assertThat(documents.status(document)).isEqualTo("final");
    ok("receipts", calls.pay(document, "{\"amount\": 23}"));
    assertThat(documents.status(document)).isEqualTo("settled");
    assertThat(documents.numbers(REGISTERED, "receipt")).containsExactly(1L, 2L);
  }

  @Test
  void a_note_that_receipts_settled_stays_settled() {
    long note = issued("debit_notes");
    ok("receipts", calls.pay(note, "{\"amount\": 123}"));

    assertThat(refusal(calls.changeState("debit_notes", note, "unsettled"))).contains("CantHandle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | amount",
        "{\"amount\": \"x\"} | amount",
        "{\"amount\": 0} | amount",
        "{\"amount\": -1} | amount",
        "{\"amount\": 1.001} | amount",
        "{\"amount\": 123.01} | amount",
        "{\"amount\": 1, \"payment_mechanism\": \"XX\"} | payment_mechanism",
        "{\"amount\": 1, \"payment_date\": \"2025-03-09\"} | payment_date",
        "{\"amount\": 1, \"serie\": \"1999\"} | serie"
      })
  void an_unusable_payment_is_refused_with_a_flat_array(String payment, String member) {
    long invoice = issued("invoices");

    assertFlat(calls.pay(invoice, payment), member, "is invalid");
    assertThat(documents.count()).isEqualTo(1);
  }

  @Test
  void no_more_is_taken_than_is_open() {
    long invoice = issued("invoices");
    ok("receipts", calls.pay(invoice, "{\"amount\": 100}"));

    assertFlat(calls.pay(invoice, "{\"amount\": 23.01}"), "amount", "is invalid");
  }

  @Test
  void a_receipt_needs_a_registered_series_and_a_date_in_order() {
    long invoice = issued("invoices");
    ok("receipts", calls.pay(invoice, "{\"amount\": 1}"));

    assertFlat(
        calls.pay(invoice, "{\"amount\": 1, \"payment_date\": \"08/03/2025\"}"),
        "payment_date",
        "A data não pode ser anterior a 09/03/2025");
    assertFlat(
        calls.pay(invoice, "{\"amount\": 1, \"serie\": \"2026\"}"),
        "serie",
        "A série não está registada na Autoridade Tributária");
    assertThat(documents.numbers(REGISTERED, "receipt")).containsExactly(1L);
  }

  @Test
  void drafts_settled_documents_and_other_types_are_not_paid() {
    long settled = issued("invoice_receipts");

    for (long id : new long[] {calls.draft("invoices"), settled, issued("credit_notes")}) {
      assertFlat(calls.pay(id, "{\"amount\": 1}"), "base", "document can't be paid");
    }
    assertThat(calls.pay(1, "{\"amount\": 1}").statusCode()).isEqualTo(404);
    assertThat(calls.pay(1, "{\"amount\": 1}").body()).isEmpty();
  }

  @Test
  void cancelling_a_receipt_opens_its_amount_again() {
    long invoice = issued("invoices");
    long receipt = receipt(calls.pay(invoice, "{\"amount\": 123}"));

    JsonObject canceled = ok("receipts", calls.changeState("receipts", receipt, "canceled"));

    assertThat(canceled.get("status").getAsString()).isEqualTo("canceled");
    assertThat(documents.status(invoice)).isEqualTo("final");
    ok("receipts", calls.pay(invoice, "{\"amount\": 123}"));
    assertThat(documents.status(invoice)).isEqualTo("settled");
    assertThat(documents.numbers(REGISTERED, "receipt")).containsExactly(1L, 2L);
  }

  @Test
  void a_receipt_is_only_canceled_once_and_with_a_message() {
    long receipt = receipt(calls.pay(issued("invoices"), "{\"amount\": 1}"));
    String path = "/receipts/" + receipt + "/change-state.json";

    assertThat(refusal(http.invoiceXpress("PUT", path, "{\"receipt\":{\"state\":\"canceled\"}}")))
        .isEqualTo("Message can't be blank");
    assertThat(refusal(calls.changeState("receipts", receipt, "settled")))
        .isEqualTo("CantHandle: settled for Receipt");
    ok("receipts", calls.changeState("receipts", receipt, "canceled"));
    assertThat(refusal(calls.changeState("receipts", receipt, "canceled")))
        .isEqualTo("CantHandle: canceled for Receipt");
  }

  @Test
  void what_is_no_receipt_is_not_found_as_one() {
    HttpResponse<String> response = calls.changeState("receipts", issued("invoices"), "canceled");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response)).isEqualTo(object("{\"errors\":{\"error\":\"Document not found\"}}"));
  }

  private long issued(String path) {
    return calls.issue(path).get("id").getAsLong();
  }

  private static long receipt(HttpResponse<String> response) {
    return ok("receipts", response).get("id").getAsLong();
  }

  private static void assertFlat(HttpResponse<String> response, String member, String message) {
    JsonArray expected = new JsonArray();
    expected.add(member);
    expected.add(message);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(JsonParser.parseString(response.body())).isEqualTo(expected);
  }
}
