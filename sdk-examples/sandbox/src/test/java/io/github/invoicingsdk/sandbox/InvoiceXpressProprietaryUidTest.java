package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceXpressProprietaryUidTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_second_creation_is_refused_while_the_first_runs() {
    documents.startCreation("U1");

    assertRefused(create("invoices", "U1"));
    assertThat(create("invoices", "U2").statusCode()).isEqualTo(201);
    documents.finishCreation("U1");
    assertThat(create("invoices", "U1").statusCode()).isEqualTo(201);
  }

  @Test
  void after_the_first_has_finished_the_same_value_makes_a_second_document() {
    create("invoices", "U1");

    assertThat(create("invoices", "U1").statusCode()).isEqualTo(201);
    assertThat(documents.count()).isEqualTo(2);
  }

  @Test
  void values_can_stay_taken() {
    create("invoices", "U1");
    documents.keepUids(true);

    assertRefused(create("credit_notes", "U1"));
    assertThat(documents.count()).isEqualTo(1);
  }

  @Test
  void a_refused_creation_takes_no_value() {
    documents.keepUids(true);
    http.invoiceXpress("POST", "/invoices.json", "{\"invoice\":{},\"proprietary_uid\":\"U1\"}");

    assertThat(create("invoices", "U1").statusCode()).isEqualTo(201);
  }

  @Test
  void the_value_is_echoed_in_the_document() {
    JsonObject invoice = json(create("invoices", "U1")).getAsJsonObject("invoice");

    assertThat(invoice.get("proprietary_uid").getAsString()).isEqualTo("U1");
  }

  @Test
  void estimates_and_guides_have_no_such_value() {
    documents.startCreation("U1");

    HttpResponse<String> quote = create("quotes", "U1");

    assertThat(quote.statusCode()).isEqualTo(201);
    assertThat(json(quote).getAsJsonObject("quote").has("proprietary_uid")).isFalse();
  }

  private HttpResponse<String> create(String path, String uid) {
    JsonObject body = new JsonObject();
    body.add(DocumentCalls.key(path), fields());
    body.addProperty("proprietary_uid", uid);
    return http.invoiceXpress("POST", "/" + path + ".json", body.toString());
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
    assertThat(json(response))
        .isEqualTo(
            object(
                "{\"reason\":\"There's an ongoing document creation with the provided UID U1\"}"));
  }
}
