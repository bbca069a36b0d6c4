package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressDocumentStatesTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final DocumentCalls calls = new DocumentCalls(new Http(sandbox));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "invoices, finalized, final",
    "invoice_receipts, finalized, settled",
    "invoices, finalized canceled, canceled",
    "invoices, finalized settled, settled",
    "simplified_invoices, finalized settled, settled",
    "invoice_receipts, finalized canceled, canceled",
    "credit_notes, finalized settled unsettled, final",
    "debit_notes, finalized settled unsettled, final",
    "quotes, finalized accept, accepted",
    "quotes, finalized accepted, accepted",
    "proformas, finalized refuse, refused",
    "proformas, finalized refused, refused",
    "fees_notes, finalized accept refuse accept, accepted",
    "quotes, finalized canceled, canceled",
    "quotes, finalized accept canceled, canceled",
    "quotes, finalized refuse canceled, canceled",
    "shippings, finalized, final",
    "transports, finalized canceled, canceled"
  })
  void documented_changes_are_made(String path, String states, String status) {
    long id = calls.draft(path);

    JsonObject document = new JsonObject();
    for (String state : states.split(" ", -1)) {
      document = ok(path, calls.changeState(path, id, state));
    }

    assertThat(document.get("status").getAsString()).isEqualTo(status);
    assertThat(sandbox.invoiceXpress().documents().status(id)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "invoices, '', canceled, Invoice",
    "invoices, '', settled, Invoice",
    "invoices, '', 1, Invoice",
    "invoices, finalized, finalized, Invoice",
    "invoices, finalized, deleted, Invoice",
    "invoices, finalized, accept, Invoice",
    "invoices, finalized, unsettled, Invoice",
    "invoices, finalized settled, unsettled, Invoice",
    "invoices, finalized settled, canceled, Invoice",
    "invoices, finalized canceled, finalized, Invoice",
    "invoice_receipts, finalized, settled, InvoiceReceipt",
    "credit_notes, finalized settled, canceled, CreditNote",
    "quotes, '', accept, Quote",
    "quotes, finalized, settled, Quote",
    "quotes, finalized accept, accept, Quote",
    "quotes, finalized refuse, refuse, Quote",
    "quotes, finalized accept, finalized, Quote",
    "shippings, finalized, accept, Shipping",
    "devolutions, finalized, settled, Devolution"
  })
  void other_changes_are_refused(String path, String states, String state, String type) {
    long id = calls.draft(path);
    for (String earlier : states.isEmpty() ? new String[0] : states.split(" ", -1)) {
      ok(path, calls.changeState(path, id, earlier));
    }
    String before = sandbox.invoiceXpress().documents().status(id);

    assertThat(refusal(calls.changeState(path, id, state)))
        .isEqualTo("CantHandle: " + state + " for " + type);
    assertThat(sandbox.invoiceXpress().documents().status(id)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoices", "quotes", "devolutions"})
  void a_deleted_draft_is_gone(String path) {
    long id = calls.draft(path);

    JsonObject deleted = ok(path, calls.changeState(path, id, "deleted"));

    assertThat(deleted.get("status").getAsString()).isEqualTo("deleted");
    assertThat(calls.get(path, id).statusCode()).isEqualTo(404);
    assertThat(calls.changeState(path, id, "finalized").statusCode()).isEqualTo(404);
    assertThat(sandbox.invoiceXpress().documents().count()).isZero();
  }

  @Test
  void a_canceled_document_keeps_its_number() {
    long id = calls.issue("invoices").get("id").getAsLong();

    JsonObject canceled = ok("invoices", calls.changeState("invoices", id, "canceled"));

    assertThat(canceled.get("sequence_number").getAsString()).isEqualTo("1/2025");
    assertThat(calls.issue("invoices").get("sequence_number").getAsString()).isEqualTo("2/2025");
  }
}
