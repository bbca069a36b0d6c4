package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceXpressDocumentListsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void each_group_has_its_list_with_the_newest_first() {
    long invoice = calls.draft("invoices");
    long quote = calls.draft("quotes");
    long guide = calls.draft("shippings");
    long note = id(calls.issue("credit_notes"));

    assertThat(ids(list("/invoices.json"), "invoices")).containsExactly(note, invoice);
    assertThat(ids(list("/estimates.json"), "estimates")).containsExactly(quote);
    assertThat(ids(list("/guides.json"), "guides")).containsExactly(guide);
  }

  @Test
  void listed_documents_have_prices_as_text_and_a_shorter_client() {
    calls.draft("invoices");

    JsonObject invoice = list("/invoices.json").getAsJsonArray("invoices").get(0).getAsJsonObject();

    assertThat(invoice.getAsJsonObject("client").keySet()).containsExactly("id", "name", "country");
    JsonObject item = invoice.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.get("quantity")).isEqualTo(JsonParser.parseString("\"1.0\""));
    assertThat(item.keySet())
        .contains("subtotal", "tax_amount", "discount_amount", "total", "discount");
  }

  @Test
  void pages_carry_the_pagination_block() {
    List<Long> drafts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      drafts.add(0, calls.draft("invoices"));
    }

    JsonObject page = list("/invoices.json?page=2&per_page=2");

    assertThat(ids(page, "invoices")).isEqualTo(drafts.subList(2, 4));
    assertThat(page.getAsJsonObject("pagination"))
        .isEqualTo(
            object("{\"current_page\":2,\"total_entries\":5,\"per_page\":2,\"total_pages\":3}"));
    assertThat(ids(list("/invoices.json?page=9"), "invoices")).isEmpty();
  }

  @Test
  void a_page_holds_no_more_than_the_maximum_that_was_set() {
    long older = calls.draft("invoices");
    calls.draft("invoices");
    sandbox.invoiceXpress().maxPageSize(1);

    JsonObject page = list("/invoices.json?page=2&per_page=2");

    assertThat(ids(page, "invoices")).containsExactly(older);
    assertThat(page.getAsJsonObject("pagination"))
        .isEqualTo(
            object("{\"current_page\":2,\"total_entries\":2,\"per_page\":1,\"total_pages\":2}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'type[]=Invoice', 1 3",
    "'type[]=CreditNote', 2",
    "'type[]=CreditNote&type[]=Invoice', 1 2 3",
    "'type[]=CashInvoice', ''",
    "'status[]=draft', 1",
    "'status[]=sent', 2",
    "'status[]=draft&status[]=settled', 1 3",
    "'text=ana', 1 2",
    "'text=DIGGING', 3",
    "'text=1/2025', 2 3",
    "'reference=R3', 3",
    "'reference=R', ''",
    "'date[from]=10/03/2025', 3",
    "'date[to]=09/03/2025', 1 2",
    "'date[from]=09/03/2025&date[to]=10/03/2025', 1 2 3",
    "'due_date[to]=19/03/2025', 1 2",
    "'due_date[from]=20/03/2025', 3",
    "'total_before_taxes[from]=100.01', 3",
    "'total_before_taxes[from]=500', 3",
    "'total_before_taxes[to]=100', 1 2",
    "'non_archived=true', 1 2 3",
    "'archived=true', 1 2 3 4",
    "'archived=true&non_archived=false', 4",
    "'date[from]=&status[]=draft', 1"
  })
  void filters_narrow_the_list(String query, String expected) {
    List<Long> ids = new ArrayList<>();
    ids.add(calls.draft("invoices"));
    ids.add(id(calls.issue("credit_notes")));
    JsonObject third =
        fields("items", "[{\"name\":\"Digging\",\"unit_price\":500,\"quantity\":1}]");
    third.add("client", object("{\"name\":\"Rui\",\"code\":\"R\"}"));
    third.addProperty("reference", "R3");
    third.addProperty("date", "10/03/2025");
    third.addProperty("due_date", "20/03/2025");
    ids.add(id(calls.issue("invoices", third)));
    calls.changeState("invoices", ids.get(2), "settled");
    JsonObject fourth = third.deepCopy();
    fourth.addProperty("reference", "R4");
    fourth.addProperty("date", "01/01/2030");
    ids.add(id(calls.create("invoices", fourth)));
    sandbox.invoiceXpress().documents().archive(ids.get(3));

    List<Long> wanted = new ArrayList<>();
    for (String index : expected.isEmpty() ? new String[0] : expected.split(" ", -1)) {
      wanted.add(0, ids.get(Integer.parseInt(index) - 1));
    }
    String encoded = query.replace("[", "%5B").replace("]", "%5D");
    assertThat(ids(list("/invoices.json?" + encoded), "invoices")).isEqualTo(wanted);
  }

  @Test
  void guides_are_found_by_their_loading() {
    calls.draft("shippings");
    long later = id(calls.create("transports", fields("loaded_at", "\"11/03/2025 00:00:00\"")));

    assertThat(ids(list("/guides.json?loaded_at%5Bfrom%5D=10/03/2025"), "guides"))
        .containsExactly(later);
  }

  @ParameterizedTest
  @CsvSource({
    "invoices?type[]=Quote, type Quote",
    "invoices?type[]=SimplifiedInvoice, type SimplifiedInvoice",
    "invoices?type[]=VatMossInvoice, type VatMossInvoice",
    "invoices?status[]=open, status open",
    "invoices?status[]=final, status final",
    "invoices?status[]=sent&status[]=final, status final",
    "invoices?status[]=accepted, status accepted",
    "estimates?type[]=Invoice, type Invoice",
    "estimates?status[]=final, status final",
    "estimates?status[]=settled, status settled",
    "guides?type[]=Quote, type Quote",
    "guides?status[]=final, status final",
    "guides?status[]=deleted, status deleted",
    "invoices?archived=maybe, archived must be",
    "invoices?date[from]=2025-03-09, date[from] is not",
    "invoices?total_before_taxes[to]=x, total_before_taxes[to] is not"
  })
  void filters_that_are_not_documented_or_cannot_be_read_are_refused(String list, String message) {
    String encoded = list.replace("?", ".json?").replace("[", "%5B").replace("]", "%5D");

    assertThat(refusal(http.invoiceXpress("GET", "/" + encoded))).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "invoices, Invoice InvoiceReceipt CreditNote DebitNote Receipt CashInvoice,"
        + " draft sent settled canceled second_copy deleted",
    "estimates, Quote Proforma FeesNote, draft sent accepted refused canceled deleted",
    "guides, Shipping Transport Devolution, draft sent canceled second_copy"
  })
  void every_documented_filter_is_taken(String list, String types, String statuses) {
    String query =
        ("type%5B%5D=" + types.replace(" ", "&type%5B%5D="))
            + ("&status%5B%5D=" + statuses.replace(" ", "&status%5B%5D="));

    assertThat(ids(list("/" + list + ".json?" + query), list)).isEmpty();
  }

  @Test
  void simplified_invoices_are_in_no_list_but_that_of_their_client() {
    JsonObject simplified = calls.issue("simplified_invoices");
    long client = simplified.getAsJsonObject("client").get("id").getAsLong();
    String path = "/clients/" + client + "/invoices.json";

    assertThat(ids(list("/invoices.json"), "invoices")).isEmpty();
    assertThat(ids(json(http.invoiceXpress("POST", path)), "invoices"))
        .containsExactly(id(simplified));
    assertThat(ids(filtered(path, "{\"by_type\":[\"SimplifiedInvoice\"]}"), "invoices"))
        .containsExactly(id(simplified));
  }

  @Test
  void a_client_has_a_list_of_invoices() {
    calls.draft("invoices");
    JsonObject rui = fields("client", "{\"name\":\"Rui\",\"code\":\"R\"}");
    JsonObject invoice = calls.issue("invoices", rui);
    long draft = id(calls.create("credit_notes", rui));
    calls.create("quotes", rui);
    String path =
        "/clients/" + invoice.getAsJsonObject("client").get("id").getAsLong() + "/invoices.json";

    assertThat(ids(json(http.invoiceXpress("POST", path)), "invoices"))
        .containsExactly(draft, id(invoice));
    assertThat(ids(json(http.invoiceXpress("POST", path + "?page=2&per_page=1")), "invoices"))
        .containsExactly(id(invoice));
    assertThat(ids(filtered(path, "{\"status\":[\"sent\"]}"), "invoices"))
        .containsExactly(id(invoice));
    assertThat(refusal(http.invoiceXpress("POST", path, "{\"filter\":{\"status\":[\"final\"]}}")))
        .contains("final");
    assertThat(ids(filtered(path, "{\"by_type\":[\"CreditNote\"]}"), "invoices"))
        .containsExactly(draft);
    assertThat(ids(filtered(path, "{\"archived\":[\"archived\"]}"), "invoices")).isEmpty();
    HttpResponse<String> unknown = http.invoiceXpress("POST", "/clients/1/invoices.json");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEmpty();
    assertThat(refusal(http.invoiceXpress("POST", path, "{\"filter\":{\"archived\":[\"yes\"]}}")))
        .contains("archived");
  }

  @Test
  void related_documents_are_found_from_both_sides() {
    long invoice = id(calls.issue("invoices"));
    calls.issue("invoices");
    long note = id(calls.issue("credit_notes", fields("owner_invoice_id", "" + invoice)));
    long receipt = id(ok("receipts", calls.pay(invoice, "{\"amount\": 1}")));

    assertThat(ids(related(invoice), "documents")).containsExactly(receipt, note);
    assertThat(ids(related(note), "documents")).containsExactly(invoice);
    assertThat(ids(related(receipt), "documents")).containsExactly(invoice);
    HttpResponse<String> unknown = http.invoiceXpress("GET", "/document/1/related_documents.json");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEmpty();
  }

  private JsonObject related(long id) {
    return list("/document/" + id + "/related_documents.json");
  }

  private JsonObject list(String path) {
    HttpResponse<String> response = http.invoiceXpress("GET", path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private JsonObject filtered(String path, String filter) {
    return json(http.invoiceXpress("POST", path, DocumentCalls.wrapped("filter", object(filter))));
  }

  private static long id(JsonObject document) {
    return document.get("id").getAsLong();
  }

  private static List<Long> ids(JsonObject response, String name) {
    List<Long> ids = new ArrayList<>();
    for (JsonElement document : response.getAsJsonArray(name)) {
      ids.add(id(document.getAsJsonObject()));
    }
    return ids;
  }
}
