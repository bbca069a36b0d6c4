package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients whose fiscal id cannot be one. */
class InvoiceXpressReplacedClientsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).empty().start();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "true, Portugal, 123456780, Consumidor Final, 999999990",
    "true, '', 123456780, Consumidor Final, 999999990",
    "true, Portugal, PT508025338, Consumidor Final, 999999990",
    "true, Portugal, 508025338, Ana, 508025338",
    "true, Portugal, 999999990, Ana, 999999990",
    "true, Spain, 123456780, Ana, 123456780",
    "false, '', 123456780, Ana, 123456780",
    "false, Portugal, 123456780, Consumidor Final, 999999990"
  })
  void a_portuguese_client_whose_fiscal_id_cannot_be_one_becomes_the_final_consumer(
      boolean portuguese, String country, String fiscalId, String name, String storedId) {
    sandbox.invoiceXpress().portuguese(portuguese);

    JsonObject invoice = calls.create("invoices", fields("client", ana(country, fiscalId)));

    JsonObject shown = invoice.getAsJsonObject("client");
    assertThat(shown.get("name").getAsString()).isEqualTo(name);
    assertThat(shown.get("code").getAsString()).isEqualTo("A1");
    JsonObject stored = clientByCode("A1");
    assertThat(stored.get("id")).isEqualTo(shown.get("id"));
    assertThat(stored.get("name").getAsString()).isEqualTo(name);
    assertThat(stored.get("fiscal_id").getAsString()).isEqualTo(storedId);
    assertThat(stored.get("city").getAsString()).isEqualTo("Faro");
  }

  @Test
  void a_client_without_a_fiscal_id_stays_what_it_is() {
    JsonObject invoice = calls.create("invoices", fields());

    assertThat(invoice.getAsJsonObject("client").get("name").getAsString()).isEqualTo("Ana");
  }

  @Test
  void a_change_of_a_draft_replaces_its_client_too() {
    long id = calls.draft("quotes");

    JsonObject changed = ok("quotes", calls.put("quotes", id, fields("client", ana("", "1"))));

    assertThat(changed.getAsJsonObject("client").get("name").getAsString())
        .isEqualTo("Consumidor Final");
  }

  @Test
  void a_fiscal_id_that_the_account_holds_counts_too() {
    http.invoiceXpress(
        "POST", "/clients.json", "{\"client\":" + ana("Portugal", "123456780") + "}");
    assertThat(clientByCode("A1").get("name").getAsString()).isEqualTo("Ana");

    JsonObject invoice = calls.create("invoices", fields());

    assertThat(invoice.getAsJsonObject("client").get("name").getAsString())
        .isEqualTo("Consumidor Final");
  }

  @Test
  void two_replaced_clients_stay_two() {
    calls.create("invoices", fields("client", ana("", "1")));
    calls.create("invoices", fields("client", ana("", "2").replace("A1", "B2")));

    JsonArray clients = json(http.invoiceXpress("GET", "/clients.json")).getAsJsonArray("clients");
    assertThat(clients)
        .extracting(client -> client.getAsJsonObject().get("code").getAsString())
        .containsExactly("A1", "B2");
    assertThat(clients)
        .extracting(client -> client.getAsJsonObject().get("name").getAsString())
        .containsOnly("Consumidor Final");
  }

  @Test
  void every_client_can_be_replaced() {
    sandbox.invoiceXpress().documents().replaceEveryClient(true);

    JsonObject foreign = calls.create("invoices", fields("client", ana("Spain", "B12345674")));
    assertThat(foreign.getAsJsonObject("client").get("name").getAsString())
        .isEqualTo("Consumidor Final");
    assertThat(clientByCode("A1").get("fiscal_id").getAsString()).isEqualTo("999999990");

    sandbox.invoiceXpress().documents().replaceEveryClient(false);
    JsonObject kept = calls.create("invoices", fields("client", ana("Spain", "B12345674")));
    assertThat(kept.getAsJsonObject("client").get("name").getAsString()).isEqualTo("Ana");
  }

  private JsonObject clientByCode(String code) {
    return json(http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=" + code))
        .getAsJsonObject("client");
  }

  private static String ana(String country, String fiscalId) {
    String origin = country.isEmpty() ? "" : "\"country\": \"" + country + "\", ";
    return "{\"name\": \"Ana\", \"code\": \"A1\", \"city\": \"Faro\", "
        + origin
        + "\"fiscal_id\": \""
        + fiscalId
        + "\"}";
  }
}
