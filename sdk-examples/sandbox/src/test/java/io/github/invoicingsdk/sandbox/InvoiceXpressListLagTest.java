package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that show changes late. */
class InvoiceXpressListLagTest {
  private static final Duration LAG = Duration.ofSeconds(46);

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_creation_shows_up_late_but_can_be_read() {
    documents.listLag(LAG);

    long invoice = calls.draft("invoices");
    long quote = calls.draft("quotes");
    long guide = calls.draft("shippings");

    assertThat(ids("invoices")).isEmpty();
    assertThat(ids("estimates")).isEmpty();
    assertThat(ids("guides")).isEmpty();
    assertThat(calls.get("invoices", invoice).statusCode()).isEqualTo(200);
    clock.advance(LAG.minusNanos(1));
    assertThat(ids("invoices")).isEmpty();
    clock.advance(Duration.ofNanos(1));
    assertThat(ids("invoices")).containsExactly(invoice);
    assertThat(ids("estimates")).containsExactly(quote);
    assertThat(ids("guides")).containsExactly(guide);
  }

  @Test
  void a_list_that_lags_filters_and_counts_what_was_then() {
    long id = calls.create("invoices", fields("reference", "\"R1\"")).get("id").getAsLong();
    documents.listLag(LAG);
    clock.advance(LAG);
    ok("invoices", calls.put("invoices", id, fields("reference", "\"R2\"")));
    ok("invoices", calls.changeState("invoices", id, "finalized"));

    assertThat(ids("invoices", "?reference=R2")).isEmpty();
    assertThat(ids("invoices", "?status%5B%5D=sent")).isEmpty();
    assertThat(ids("invoices", "?reference=R1&status%5B%5D=draft")).containsExactly(id);
    JsonObject old = listed().get(0);
    assertThat(old.get("sequence_number").getAsString()).isEqualTo("rascunho");
    assertThat(old.get("status").getAsString()).isEqualTo("draft");

    clock.advance(LAG);
    assertThat(ids("invoices", "?reference=R1")).isEmpty();
    assertThat(ids("invoices", "?reference=R2&status%5B%5D=sent")).containsExactly(id);
    assertThat(listed().get(0).get("sequence_number").getAsString()).isEqualTo("1/2025");
  }

  @Test
  void a_deletion_shows_up_late() {
    long id = calls.draft("invoices");
    documents.listLag(LAG);
    clock.advance(LAG);

    ok("invoices", calls.changeState("invoices", id, "deleted"));

    assertThat(listed().get(0).get("status").getAsString()).isEqualTo("draft");
    assertThat(calls.get("invoices", id).statusCode()).isEqualTo(404);
    clock.advance(LAG);
    assertThat(ids("invoices")).isEmpty();
  }

  @Test
  void each_state_has_its_own_time() {
    long id = calls.draft("invoices");
    documents.listLag(Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(4));
    calls.changeState("invoices", id, "finalized");
    clock.advance(Duration.ofSeconds(4));
    calls.changeState("invoices", id, "canceled");
    List<String> seen = new ArrayList<>();

    for (int second = 8; second <= 18; second += 2) {
      List<JsonObject> listed = listed();
      seen.add(listed.isEmpty() ? "none" : listed.get(0).get("status").getAsString());
      clock.advance(Duration.ofSeconds(2));
    }

    assertThat(seen).containsExactly("none", "draft", "draft", "final", "final", "canceled");
  }

  @Test
  void payments_show_up_late() {
    long id = calls.issue("invoices").get("id").getAsLong();
    documents.listLag(LAG);
    clock.advance(LAG);
    long receipt = ok("receipts", calls.pay(id, "{\"amount\": 123}")).get("id").getAsLong();
    assertThat(documents.status(id)).isEqualTo("settled");

    assertThat(ids("invoices", "?status%5B%5D=settled")).isEmpty();
    assertThat(ids("invoices")).containsExactly(id);
    clock.advance(LAG);
    assertThat(ids("invoices", "?status%5B%5D=settled")).containsExactly(id);
    assertThat(ids("invoices", "?type%5B%5D=Receipt&status%5B%5D=sent")).containsExactly(receipt);

    ok("receipts", calls.changeState("receipts", receipt, "canceled"));
    assertThat(ids("invoices", "?status%5B%5D=settled")).containsExactly(id);
    clock.advance(LAG);
    assertThat(ids("invoices", "?status%5B%5D=sent")).containsExactly(id);
  }

  @Test
  void archiving_shows_up_late() {
    long id = calls.draft("invoices");
    documents.listLag(LAG);
    clock.advance(LAG);

    documents.archive(id);

    assertThat(ids("invoices")).containsExactly(id);
    clock.advance(LAG);
    assertThat(ids("invoices")).isEmpty();
  }

  @Test
  void the_list_of_a_client_lags_too() {
    long client =
        calls.create("invoices", fields()).getAsJsonObject("client").get("id").getAsLong();
    documents.listLag(LAG);

    HttpResponse<String> list = http.invoiceXpress("POST", "/clients/" + client + "/invoices.json");

    assertThat(json(list).getAsJsonArray("invoices")).isEmpty();
    JsonObject pagination = json(list).getAsJsonObject("pagination");
    assertThat(pagination.get("total_entries").getAsInt()).isZero();
  }

  @Test
  void related_documents_do_not_lag() {
    long id = calls.issue("invoices").get("id").getAsLong();
    documents.listLag(LAG);
    calls.create("credit_notes", fields("owner_invoice_id", "" + id));

    HttpResponse<String> related =
        http.invoiceXpress("GET", "/document/" + id + "/related_documents.json");

    assertThat(json(related).getAsJsonArray("documents")).hasSize(1);
  }

  @Test
  void a_change_can_wait_for_a_number_of_lists() {
    documents.listLagRequests(2);

    long id = calls.draft("invoices");

    assertThat(ids("invoices")).isEmpty();
    assertThat(ids("guides")).isEmpty();
    assertThat(ids("invoices")).containsExactly(id);
    ok("invoices", calls.changeState("invoices", id, "deleted"));
    assertThat(ids("invoices")).containsExactly(id);
    assertThat(ids("invoices")).containsExactly(id);
    assertThat(ids("invoices")).isEmpty();
  }

  @Test
  void lists_that_are_refused_do_not_count() {
    documents.listLagRequests(1);
    long id = calls.draft("invoices");

    assertThat(refusal(http.invoiceXpress("GET", "/invoices.json?archived=maybe"))).isNotEmpty();

    assertThat(ids("invoices")).isEmpty();
    assertThat(ids("invoices")).containsExactly(id);
  }

  @Test
  void with_both_lags_a_change_waits_for_both() {
    documents.listLag(LAG);
    documents.listLagRequests(1);
    long id = calls.draft("invoices");

    clock.advance(LAG);
    assertThat(ids("invoices")).isEmpty();
    assertThat(ids("invoices")).containsExactly(id);
    ok("invoices", calls.changeState("invoices", id, "deleted"));
    assertThat(ids("invoices")).containsExactly(id);
    assertThat(ids("invoices")).containsExactly(id);
    clock.advance(LAG);
    assertThat(ids("invoices")).isEmpty();
  }

  @Test
  void zero_turns_a_lag_off() {
    documents.listLag(LAG);
    documents.listLagRequests(9);
    long id = calls.draft("invoices");

    documents.listLag(Duration.ZERO);
    assertThat(ids("invoices")).isEmpty();
    documents.listLagRequests(0);

    assertThat(ids("invoices")).containsExactly(id);
  }

  @Test
  void without_a_lag_a_clock_that_is_set_back_hides_nothing() {
    long id = calls.draft("invoices");

    clock.advance(Duration.ofHours(-1));

    assertThat(ids("invoices")).containsExactly(id);
  }

  @Test
  void clearing_the_account_clears_what_lists_remember() {
    calls.draft("invoices");
    documents.listLag(LAG);
    clock.advance(LAG);

    sandbox.invoiceXpress().clear();

    assertThat(ids("invoices")).isEmpty();
  }

  @Test
  void a_negative_lag_is_a_mistake_of_the_test() {
    assertThatThrownBy(() -> documents.listLag(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lag must be zero or more, but is PT-1S");
    assertThatThrownBy(() -> documents.listLagRequests(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("requests must be 0 or more, but is -1");
  }

  private List<JsonObject> listed() {
    return elements("invoices", "");
  }

  private List<Long> ids(String list) {
    return ids(list, "");
  }

  private List<Long> ids(String list, String query) {
    return elements(list, query).stream().map(document -> document.get("id").getAsLong()).toList();
  }

  private List<JsonObject> elements(String list, String query) {
    JsonObject response = json(http.invoiceXpress("GET", "/" + list + ".json" + query));
    List<JsonObject> elements =
        response.getAsJsonArray(list).asList().stream().map(JsonElement::getAsJsonObject).toList();
    assertThat(response.getAsJsonObject("pagination").get("total_entries").getAsInt())
        .isEqualTo(elements.size());
    return elements;
  }
}
