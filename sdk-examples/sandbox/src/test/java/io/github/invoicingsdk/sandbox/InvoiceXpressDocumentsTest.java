package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceXpressDocumentsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "invoices, Invoice, invoice, final",
    "invoice_receipts, InvoiceReceipt, invoice, settled",
    "simplified_invoices, SimplifiedInvoice, invoice, final",
    "credit_notes, CreditNote, invoice, final",
    "debit_notes, DebitNote, invoice, final",
    "quotes, Quote, quote, final",
    "proformas, Proforma, quote, final",
    "fees_notes, FeesNote, quote, final",
    "shippings, Shipping, shipping, final",
    "transports, Transport, shipping, final",
    "devolutions, Devolution, shipping, final"
  })
  void every_type_is_created_read_changed_and_finalised(
      String path, String type, String groupRoot, String finalStatus) {
    HttpResponse<String> created =
        http.invoiceXpress(
            "POST", "/" + path + ".json", DocumentCalls.wrapped(groupRoot, fields()));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonObject draft = json(created).getAsJsonObject(DocumentCalls.key(path));
    long id = draft.get("id").getAsLong();
    assertThat(draft.get("type").getAsString()).isEqualTo(type);
    assertThat(ok(path, calls.get(path, id))).isEqualTo(draft);

    JsonObject changed = ok(path, calls.put(path, id, fields("reference", "\"R1\"")));
    assertThat(changed.get("reference").getAsString()).isEqualTo("R1");

    JsonObject issued = ok(path, calls.changeState(path, id, "finalized"));
    assertThat(issued.get("status").getAsString()).isEqualTo(finalStatus);
    assertThat(issued.get("sequence_number").getAsString()).isEqualTo("1/2025");
    assertThat(ok(path, calls.get(path, id))).isEqualTo(issued);
    assertThat(refusal(calls.put(path, id, fields()))).contains("drafts");
    assertThat(sandbox.invoiceXpress().documents().count()).isEqualTo(1);
  }

  @Test
  void a_test_sees_every_document_of_a_reference_and_the_drafts_among_them() {
    Documents documents = sandbox.invoiceXpress().documents();
    JsonObject fields = fields("reference", "\"R1\"");
    long draft = calls.create("invoices", fields).get("id").getAsLong();
    long quote = calls.issue("quotes", fields).get("id").getAsLong();
    long canceled = calls.issue("credit_notes", fields).get("id").getAsLong();
    ok("credit_notes", calls.changeState("credit_notes", canceled, "canceled"));
    long deleted = calls.create("invoices", fields).get("id").getAsLong();
    long other = calls.create("invoices", fields("reference", "\"R11\"")).get("id").getAsLong();
    calls.draft("invoices");
    assertThat(documents.drafts()).isEqualTo(4);

    ok("invoices", calls.changeState("invoices", deleted, "deleted"));

    assertThat(documents.ids("R1")).containsExactly(draft, quote, canceled);
    assertThat(documents.ids("R11")).containsExactly(other);
    assertThat(documents.ids("R")).isEmpty();
    assertThat(documents.drafts()).isEqualTo(3);
  }

  @Test
  void a_draft_has_no_number() {
    JsonObject draft = calls.create("invoices", fields());

    assertThat(draft.get("status").getAsString()).isEqualTo("draft");
    assertThat(draft.get("sequence_number").getAsString()).isEqualTo("rascunho");
    assertThat(draft.get("sequence_id").isJsonNull()).isTrue();
    assertThat(draft.keySet()).doesNotContain("inverted_sequence_number", "atcud", "saft_hash");
  }

  @Test
  void an_invoice_has_the_documented_members() {
    JsonObject fields = fields("mb_reference", "\"1\"");
    fields.addProperty("observations", "Thanks");
    fields.getAsJsonObject("client").addProperty("email", "ana@example.com");

    JsonObject invoice = calls.issue("invoices", fields);

    assertThat(invoice.keySet())
        .containsExactlyInAnyOrder(
            "id",
            "status",
            "archived",
            "type",
            "sequence_number",
            "inverted_sequence_number",
            "atcud",
            "sequence_id",
            "tax_exemption",
            "date",
            "due_date",
            "reference",
            "observations",
            "retention",
            "permalink",
            "saft_hash",
            "sum",
            "discount",
            "before_taxes",
            "taxes",
            "total",
            "currency",
            "client",
            "items",
            "mb_reference");
    assertThat(invoice.get("inverted_sequence_number").getAsString()).isEqualTo("2025/1");
    assertThat(invoice.get("currency").getAsString()).isEqualTo("Euro");
    assertThat(invoice.get("date").getAsString()).isEqualTo("09/03/2025");
    assertThat(invoice.get("archived").getAsBoolean()).isFalse();
    assertThat(invoice.get("reference").isJsonNull()).isTrue();
    assertThat(invoice.getAsJsonObject("client").keySet())
        .containsExactly("id", "name", "code", "country", "email");
    JsonObject item = invoice.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.remove("unit").isJsonNull()).isTrue();
    assertThat(item)
        .isEqualTo(
            object(
                """
                {"name": "Work", "description": "A day", "unit_price": 100.0, "quantity": 1.0,
                 "discount": 0, "tax": {"id": 31554, "name": "IVA23", "value": 23.0},
                 "subtotal": 100, "discount_amount": 0, "tax_amount": 23, "total": 123}
                """));
    assertThat(invoice.get("saft_hash").getAsString())
        .matches("[0-9a-f]{4}")
        .isNotEqualTo(calls.issue("invoices").get("saft_hash").getAsString());
    JsonObject reference = invoice.getAsJsonObject("mb_reference");
    assertThat(reference.get("entity").getAsString()).isEqualTo("10611");
    assertThat(reference.get("reference").getAsString()).matches("\\d{3} \\d{3} \\d{3}");
    assertThat(reference.get("value").getAsInt()).isEqualTo(123);
  }

  @Test
  void a_guide_has_addresses_and_prices_as_text() {
    JsonObject draft = calls.create("transports", fields());
    JsonObject guide = calls.issue("transports");

    assertThat(draft.get("at_doc_code_id").isJsonNull()).isTrue();
    assertThat(guide.get("at_doc_code_id").getAsString()).isNotEmpty();
    assertThat(guide.get("loaded_at").getAsString()).isEqualTo("09/03/2025 12:00:00");
    assertThat(guide.get("license_plate").getAsString()).isEqualTo("11-AA-22");
    assertThat(guide.getAsJsonObject("address_from").get("city").getAsString()).isEqualTo("Lisboa");
    assertThat(guide.getAsJsonObject("address_to").get("city").getAsString()).isEqualTo("Porto");
    JsonObject item = guide.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.get("unit_price")).isEqualTo(JsonParser.parseString("\"100.0\""));
  }

  @Test
  void an_estimate_needs_no_dates() {
    JsonObject fields = fields();
    fields.remove("date");
    fields.remove("due_date");

    JsonObject quote = calls.create("quotes", fields);

    assertThat(quote.get("date").getAsString()).isEqualTo("09/03/2025");
    assertThat(quote.get("due_date").getAsString()).isEqualTo("09/03/2025");
  }

  @Test
  void an_unknown_client_and_item_are_created_and_known_ones_overwritten() {
    calls.create("invoices", fields());
    calls.create(
        "invoices", fields("client", "{\"name\": \"Ana\", \"code\": \"A1\", \"city\": \"Faro\"}"));
    calls.create(
        "invoices", fields("items", "[{\"name\":\"Work\",\"unit_price\":\"7\",\"quantity\":2}]"));

    JsonObject client =
        json(http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=A1"))
            .getAsJsonObject("client");
    assertThat(client.get("city").getAsString()).isEqualTo("Faro");
    assertThat(http.invoiceXpress("GET", "/items.json?per_page=100").body())
        .containsOnlyOnce("\"Work\"")
        .contains("\"7.0\"");
  }

  @Test
  void an_unknown_tax_becomes_the_default_tax_silently() {
    JsonObject invoice =
        calls.create(
            "invoices",
            fields(
                "items",
                "[{\"name\":\"W\",\"unit_price\":1,\"quantity\":1,\"tax\":{\"name\":\"IVA7\"}}]"));

    JsonObject item = invoice.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.getAsJsonObject("tax").get("name").getAsString()).isEqualTo("IVA23");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client | null | Elemento client não fornecido",
        "client | {\"code\": \"A1\"} | Client name can't be blank",
        "client | {\"name\": \"Ana\"} | Client code can't be blank",
        "client | {\"name\": \"Ana\", \"code\": \"A\", \"country\": \"PT\"} | Country",
        "items | [] | Elemento items não fornecido",
        "items | [{\"unit_price\": 1, \"quantity\": 1}] | Item name",
        "items | [{\"name\": \"W\", \"unit_price\": \"x\", \"quantity\": 1}] | Item unit_price",
        "items | [{\"name\": \"W\", \"unit_price\": 1}] | Item quantity",
        "items | [{\"name\":\"W\",\"unit_price\":1,\"quantity\":1,\"discount\":101}] | discount",
        "items | [1] | undefined method",
        "date | null | Elemento date não fornecido",
        "date | 1 | undefined method",
        "date | \"2025-03-09\" | date is not a date",
        "date | \"31/02/2025\" | date is not a date",
        "due_date | \"\" | due_date can't be blank",
        "retention | 100 | Retention",
        "currency_code | \"EURO\" | Currency EURO",
        "currency_code | \"XAU\" | Currency XAU",
        "client | {\"name\": \"Ana\", \"code\": \"A\", \"country\": \"Germania\"} | Country",
        "tax_exemption | \"M03\" | Tax exemption M03",
        "owner_invoice_id | 1 | owner_invoice_id is invalid"
      })
  void unusable_fields_are_refused_and_leave_nothing(String member, String value, String message) {
    assertThat(refusal(calls.post("invoices", fields(member, value)))).contains(message);

    assertThat(sandbox.invoiceXpress().documents().count()).isZero();
    assertThat(http.invoiceXpress("GET", "/clients.json?per_page=100").body())
        .doesNotContain("\"A1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loaded_at | null | loaded_at",
        "loaded_at | \"09/03/2025\" | loaded_at is not a time",
        "address_to | {\"city\": \"Porto\"} | address_to detail",
        "address_from | \"Porto\" | address_from is invalid",
        "address_from | {\"city\": \"P\"} | address_from detail",
        "address_from | {\"city\":\"P\",\"detail\":\"R\",\"postal_code\":\"1\",\"country\":\"PT\"}"
            + " | Country"
      })
  void a_guide_needs_a_loading_and_two_addresses(String member, String value, String message) {
    assertThat(refusal(calls.post("shippings", fields(member, value)))).contains(message);
  }

  @Test
  void a_body_without_the_root_is_refused() {
    assertThat(refusal(http.invoiceXpress("POST", "/quotes.json", "{\"invoice\": {}}")))
        .isEqualTo("Elemento quote não fornecido");
    assertThat(refusal(http.invoiceXpress("POST", "/quotes.json", "no JSON"))).contains("quote");
  }

  @Test
  void an_item_without_tax_needs_an_exemption_in_portugal() {
    String untaxed =
        "[{\"name\":\"W\",\"unit_price\":1,\"quantity\":1,\"tax\":{\"name\":\"Isento\"}}]";
    assertThat(refusal(calls.post("invoices", fields("items", untaxed)))).contains("exemption");

    JsonObject exempt = fields("items", untaxed);
    exempt.addProperty("tax_exemption", "M01");
    assertThat(calls.create("invoices", exempt).get("tax_exemption").getAsString())
        .isEqualTo("M01");
    JsonObject byLine =
        calls.create(
            "invoices", fields("items", untaxed.replace("1,", "1,\"tax_exemption\":\"M07\",")));
    JsonObject line = byLine.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(line.get("tax_exemption").getAsString()).isEqualTo("M07");

    sandbox.invoiceXpress().portuguese(false);
    calls.create("invoices", fields("items", untaxed));
  }

  @Test
  void simplified_invoices_are_for_portugal_only() {
    sandbox.invoiceXpress().portuguese(false);

    assertThat(refusal(calls.post("simplified_invoices", fields()))).contains("Portugal");
  }

  @Test
  void a_note_is_about_a_finalised_document_of_the_invoices() {
    long draft = calls.draft("invoices");
    long quote = calls.issue("quotes").get("id").getAsLong();
    long invoice = calls.issue("invoices").get("id").getAsLong();

    for (long wrong : new long[] {draft, quote, 1}) {
      assertThat(refusal(calls.post("credit_notes", fields("owner_invoice_id", "" + wrong))))
          .isEqualTo("owner_invoice_id is invalid");
    }
    calls.create("credit_notes", fields("owner_invoice_id", "" + invoice));
  }

  @Test
  void an_update_of_a_guide_needs_its_loading_again() {
    long id = calls.draft("shippings");
    JsonObject fields = fields();
    fields.remove("loaded_at");

    assertThat(refusal(calls.put("shippings", id, fields)))
        .isEqualTo("Elemento loaded_at não fornecido");
  }

  @Test
  void clearing_the_account_removes_the_documents() {
    long id = calls.draft("invoices");
    Documents documents = sandbox.invoiceXpress().documents();
    documents.startCreation("U1");

    sandbox.invoiceXpress().clear();

    assertThat(documents.count()).isZero();
    assertThat(calls.get("invoices", id).statusCode()).isEqualTo(404);
    String body = "{\"invoice\":" + fields() + ",\"proprietary_uid\":\"U1\"}";
    assertThat(http.invoiceXpress("POST", "/invoices.json", body).statusCode()).isEqualTo(201);
    documents.keepUids(true);
    sandbox.invoiceXpress().clear();
    assertThat(http.invoiceXpress("POST", "/invoices.json", body).statusCode()).isEqualTo(201);
  }

  @Test
  void an_update_needs_what_is_required_and_keeps_the_rest() {
    JsonObject fields = fields("reference", "\"R1\"");
    long id = calls.create("invoices", fields).get("id").getAsLong();

    assertThat(refusal(calls.put("invoices", id, object("{\"date\": \"10/03/2025\"}"))))
        .isEqualTo("Elemento client não fornecido");
    JsonObject changed =
        ok("invoices", calls.put("invoices", id, fields("date", "\"10/03/2025\"")));
    assertThat(changed.get("date").getAsString()).isEqualTo("10/03/2025");
    assertThat(changed.get("reference").getAsString()).isEqualTo("R1");
  }

  @Test
  void an_unknown_document_or_one_of_another_type_is_not_found() {
    long quote = calls.draft("quotes");

    for (long id : new long[] {1, quote}) {
      assertThat(calls.get("invoices", id).statusCode()).isEqualTo(404);
      assertThat(calls.get("invoices", id).body()).isEmpty();
      for (HttpResponse<String> response :
          List.of(
              calls.put("invoices", id, fields()),
              calls.changeState("invoices", id, "finalized"))) {
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response))
            .isEqualTo(object("{\"errors\": {\"error\": \"Document not found\"}}"));
      }
    }
  }
}
