package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses to requests that change something, which show something else than is stored. */
class InvoiceXpressWriteResponsesTest {
  private static final long SERIES = 146_090;

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final DocumentCalls calls = new DocumentCalls(new Http(sandbox));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void they_can_be_empty_although_the_work_is_done() {
    documents.writeResponse(WriteResponse.EMPTY);

    assertEmpty(calls.post("invoices", fields("reference", "\"R1\"")), 201);
    long id = documents.ids("R1").get(0);
    assertEmpty(calls.put("invoices", id, fields("observations", "\"Thanks\"")), 200);
    assertEmpty(calls.changeState("invoices", id, "finalized"), 200);
    assertEmpty(calls.pay(id, "{\"amount\": 1}"), 200);

    assertThat(read(id).get("observations").getAsString()).isEqualTo("Thanks");
    assertThat(documents.numbers(SERIES, "invoice")).containsExactly(1L);
    assertThat(documents.numbers(SERIES, "receipt")).containsExactly(1L);
  }

  @Test
  void those_to_updates_can_be_empty_or_blank_while_others_show_the_document() {
    JsonObject created = calls.create("invoices", fields("reference", "\"R1\""));
    long id = created.get("id").getAsLong();

    documents.updateResponse(WriteResponse.EMPTY);
    assertEmpty(calls.put("invoices", id, fields("reference", "\"R2\"")), 200);
    documents.updateResponse(WriteResponse.BLANK);
    HttpResponse<String> blank = calls.put("invoices", id, fields("reference", "\"R3\""));

    assertThat(blank.statusCode()).isEqualTo(200);
    assertThat(blank.body()).isEqualTo(" ");
    assertThat(blank.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(read(id).get("reference").getAsString()).isEqualTo("R3");
    assertThat(
            ok("invoices", calls.changeState("invoices", id, "finalized"))
                .get("status")
                .getAsString())
        .isEqualTo("final");
  }

  @Test
  void those_to_updates_are_like_all_others_unless_they_are_set() {
    long id = calls.draft("invoices");
    documents.writeResponse(WriteResponse.EMPTY);
    assertEmpty(calls.put("invoices", id, fields()), 200);

    documents.updateResponse(WriteResponse.BLANK);
    assertThat(calls.put("invoices", id, fields()).body()).isEqualTo(" ");
    documents.updateResponse(WriteResponse.STORED);

    assertEmpty(calls.put("invoices", id, fields()), 200);
  }

  @Test
  void they_can_show_the_document_before_the_change() {
    documents.writeResponse(WriteResponse.BEFORE_CHANGE);

    JsonObject created = calls.create("invoices", fields("reference", "\"R1\""));
    long id = created.get("id").getAsLong();
    assertThat(created.get("reference").getAsString()).isEqualTo("R1");
    JsonObject changed = ok("invoices", calls.put("invoices", id, fields("reference", "\"R2\"")));
    assertThat(changed).isEqualTo(created);
    JsonObject draft = read(id);
    assertThat(draft.get("reference").getAsString()).isEqualTo("R2");

    JsonObject finalized = ok("invoices", calls.changeState("invoices", id, "finalized"));

    assertThat(finalized).isEqualTo(draft);
    assertThat(read(id).get("sequence_number").getAsString()).isEqualTo("1/2025");
    JsonObject canceled = ok("invoices", calls.changeState("invoices", id, "canceled"));
    assertThat(canceled.get("status").getAsString()).isEqualTo("final");
    assertThat(documents.status(id)).isEqualTo("canceled");
  }

  @Test
  void they_can_show_amounts_that_are_not_stored() {
    documents.writeResponse(WriteResponse.OTHER_AMOUNTS);

    JsonObject created = calls.create("invoices", fields());
    long id = created.get("id").getAsLong();
    JsonObject finalized = ok("invoices", calls.changeState("invoices", id, "finalized"));

    for (JsonObject shown : new JsonObject[] {created, finalized}) {
      assertThat(shown.get("total").getAsInt()).isEqualTo(124);
      assertThat(shown.get("sum").getAsInt()).isEqualTo(101);
      assertThat(line(shown).get("unit_price").getAsInt()).isEqualTo(101);
      assertThat(line(shown).get("total").getAsInt()).isEqualTo(124);
    }
    assertThat(read(id).get("total").getAsInt()).isEqualTo(123);
    assertThat(line(read(id)).get("unit_price").getAsInt()).isEqualTo(100);
  }

  @Test
  void other_amounts_of_a_guide_stay_texts() {
    documents.writeResponse(WriteResponse.OTHER_AMOUNTS);
    documents.lineAmounts(false);

    JsonObject line = line(calls.create("shippings", fields()));

    assertThat(line.get("unit_price").getAsString()).isEqualTo("101.0");
    assertThat(line.get("unit_price").getAsJsonPrimitive().isString()).isTrue();
    assertThat(line.has("total")).isFalse();
  }

  @Test
  void refusals_stay_what_they_are() {
    documents.writeResponse(WriteResponse.EMPTY);

    assertThat(DocumentCalls.refusal(calls.post("invoices", fields("items", "[]")))).isNotEmpty();
  }

  private JsonObject read(long id) {
    return ok("invoices", calls.get("invoices", id));
  }

  private static JsonObject line(JsonObject document) {
    return document.getAsJsonArray("items").get(0).getAsJsonObject();
  }

  private static void assertEmpty(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEmpty();
  }
}
