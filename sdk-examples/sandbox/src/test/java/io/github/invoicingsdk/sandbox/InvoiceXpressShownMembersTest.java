package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.TaxForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that responses leave out, empty or add. */
class InvoiceXpressShownMembersTest {
  private static final String WHOLE = "{\"id\":31554,\"name\":\"IVA23\",\"value\":23.0}";
  private static final String ID_ONLY = "{\"id\":31554,\"name\":null,\"value\":null}";

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WHOLE | " + WHOLE,
        "NAME_IS_NULL | {\"id\":31554,\"name\":null,\"value\":23.0}",
        "NO_VALUE | {\"id\":31554,\"name\":\"IVA23\"}",
        "ID_ONLY | " + ID_ONLY
      })
  void every_response_shows_taxes_in_the_form_that_was_set(TaxForm form, String tax) {
    documents.taxForm(form);

    JsonObject draft = calls.create("invoices", fields());
    long id = draft.get("id").getAsLong();

    JsonObject expected = object(tax);
    assertThat(tax(draft)).isEqualTo(expected);
    assertThat(tax(ok("invoices", calls.put("invoices", id, fields())))).isEqualTo(expected);
    assertThat(tax(ok("invoices", calls.changeState("invoices", id, "finalized"))))
        .isEqualTo(expected);
    assertThat(tax(read(id))).isEqualTo(expected);
    assertThat(tax(listed("/invoices.json"))).isEqualTo(expected);
    String ofClient =
        "/clients/" + draft.getAsJsonObject("client").get("id").getAsLong() + "/invoices.json";
    assertThat(tax(first(http.invoiceXpress("POST", ofClient).body(), "invoices")))
        .isEqualTo(expected);
    assertThat(draft.get("taxes").getAsInt()).isEqualTo(23);

    documents.taxForm(TaxForm.WHOLE);
    assertThat(tax(read(id))).isEqualTo(object(WHOLE));
  }

  @Test
  void the_next_responses_can_have_another_form_than_the_rest() {
    documents.taxForm(TaxForm.ID_ONLY, 2);

    JsonObject draft = calls.create("invoices", fields());

    assertThat(tax(draft)).isEqualTo(object(ID_ONLY));
    assertThat(json(http.invoiceXpress("GET", "/estimates.json")).getAsJsonArray("estimates"))
        .as("a response without documents does not count")
        .isEmpty();
    calls.draft("invoices");
    assertThat(tax(read(draft.get("id").getAsLong()))).isEqualTo(object(WHOLE));
  }

  @Test
  void a_list_is_one_response() {
    calls.draft("invoices");
    calls.draft("invoices");
    documents.taxForm(TaxForm.ID_ONLY, 1);

    String list = http.invoiceXpress("GET", "/invoices.json").body();

    assertThat(list.split("\"value\":null", -1)).hasSize(3);
    assertThat(http.invoiceXpress("GET", "/invoices.json").body()).doesNotContain("\"value\":null");
  }

  @Test
  void a_form_for_all_ends_the_one_for_the_next_responses() {
    documents.taxForm(TaxForm.ID_ONLY, 5);
    documents.taxForm(TaxForm.WHOLE);

    assertThat(tax(calls.create("invoices", fields()))).isEqualTo(object(WHOLE));
  }

  @Test
  void lines_can_lack_their_amounts() {
    JsonObject draft = calls.create("invoices", fields());
    long id = draft.get("id").getAsLong();

    documents.lineAmounts(false);

    assertThat(line(read(id)).keySet())
        .contains("subtotal", "unit_price")
        .doesNotContain("tax_amount", "total");
    assertThat(line(listed("/invoices.json")).keySet()).doesNotContain("tax_amount", "total");
    assertThat(read(id).get("total")).isEqualTo(draft.get("total"));
    documents.lineAmounts(true);
    assertThat(read(id)).isEqualTo(draft);
  }

  @Test
  void an_absent_exemption_can_be_an_empty_text() {
    JsonObject fields = fields("tax_exemption", "\"M10\"");
    long named = calls.create("invoices", fields).get("id").getAsLong();
    JsonObject draft = calls.create("invoices", fields());
    long id = draft.get("id").getAsLong();
    assertThat(draft.get("tax_exemption").isJsonNull()).isTrue();

    documents.emptyExemptions(true);

    assertThat(read(id).get("tax_exemption").getAsString()).isEmpty();
    assertThat(line(read(id)).get("tax_exemption").getAsString()).isEmpty();
    assertThat(listed("/invoices.json").get("tax_exemption").getAsString()).isEmpty();
    assertThat(read(named).get("tax_exemption").getAsString()).isEqualTo("M10");
    documents.emptyExemptions(false);
    assertThat(read(id)).isEqualTo(draft);
  }

  @Test
  void one_document_can_show_the_fiscal_id_of_its_client() {
    JsonObject without = calls.create("invoices", fields());
    JsonObject fields = fields();
    fields.getAsJsonObject("client").addProperty("fiscal_id", "508025338");
    fields.getAsJsonObject("client").addProperty("code", "B2");
    fields.getAsJsonObject("client").addProperty("name", "Eva");
    long id = calls.create("invoices", fields).get("id").getAsLong();
    assertThat(read(id).getAsJsonObject("client").has("fiscal_id")).isFalse();

    documents.clientFiscalIds(true);

    assertThat(read(id).getAsJsonObject("client").get("fiscal_id").getAsString())
        .isEqualTo("508025338");
    assertThat(
            read(without.get("id").getAsLong())
                .getAsJsonObject("client")
                .get("fiscal_id")
                .isJsonNull())
        .isTrue();
    assertThat(listed("/invoices.json").getAsJsonObject("client").has("fiscal_id")).isFalse();
  }

  @Test
  void one_document_can_show_what_clients_report_and_the_documents_lack() {
    JsonObject fields = fields("global_discount", "{\"value_type\":\"absolute\",\"value\":5}");
    fields.getAsJsonObject("client").addProperty("address", "Rua 1");
    fields.getAsJsonObject("client").addProperty("postal_code", "1000-001");
    long id = calls.create("invoices", fields).get("id").getAsLong();
    assertThat(read(id).has("global_discount")).isFalse();
    assertThat(read(id).getAsJsonObject("client").keySet()).doesNotContain("address", "phone");

    documents.undocumentedMembers(true);

    JsonObject shown = read(id);
    assertThat(shown.get("global_discount")).isEqualTo(fields.get("global_discount"));
    JsonObject client = shown.getAsJsonObject("client");
    assertThat(client.get("address").getAsString()).isEqualTo("Rua 1");
    assertThat(client.get("postal_code").getAsString()).isEqualTo("1000-001");
    assertThat(client.get("phone").isJsonNull()).isTrue();
    assertThat(listed("/invoices.json").has("global_discount")).isFalse();
    assertThat(read(calls.draft("invoices")).get("global_discount").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void a_negative_number_of_responses_is_a_mistake_of_the_test(int responses) {
    assertThatThrownBy(() -> documents.taxForm(TaxForm.ID_ONLY, responses))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("responses must be 0 or more, but is " + responses);
  }

  private JsonObject read(long id) {
    return ok("invoices", calls.get("invoices", id));
  }

  private JsonObject listed(String path) {
    return first(http.invoiceXpress("GET", path).body(), "invoices");
  }

  private static JsonObject first(String body, String name) {
    return object(body).getAsJsonArray(name).get(0).getAsJsonObject();
  }

  private static JsonObject line(JsonObject document) {
    return document.getAsJsonArray("items").get(0).getAsJsonObject();
  }

  private static JsonObject tax(JsonObject document) {
    return line(document).getAsJsonObject("tax");
  }
}
