package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.ListPages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of lists that do not fit together. */
class InvoiceXpressListPagesTest {
  private static final int COUNT = 6;
  private static final int PAGE_SIZE = 2;

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  /** The newest first. */
  private final List<Long> drafts = new ArrayList<>();

  @BeforeEach
  void make_drafts() {
    for (int i = 0; i < COUNT; i++) {
      drafts.add(0, calls.draft("invoices"));
    }
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_moving_list_repeats_and_skips_documents_while_its_totals_stay() {
    documents.listPages(ListPages.MOVING);

    List<Long> read = read();

    assertThat(read).hasSize(COUNT);
    assertThat(read)
        .containsExactly(
            drafts.get(0),
            drafts.get(1),
            drafts.get(1),
            drafts.get(2),
            drafts.get(2),
            drafts.get(3));
    assertThat(read()).as("another reading shows others").contains(drafts.get(4), drafts.get(5));
  }

  @Test
  void a_moving_list_that_fits_on_a_page_is_whole() {
    documents.listPages(ListPages.MOVING);

    for (int reading = 0; reading < 3; reading++) {
      assertThat(ids(page("?per_page=" + COUNT))).containsExactlyInAnyOrderElementsOf(drafts);
    }
  }

  @Test
  void a_moving_list_moves_what_its_filter_finds() {
    documents.listPages(ListPages.MOVING);
    long other = calls.create("invoices", fields("reference", "\"R1\"")).get("id").getAsLong();

    assertThat(ids(page("?reference=R1"))).containsExactly(other);
    assertThat(ids(page("?reference=R1"))).containsExactly(other);
    assertThat(ids(page("?per_page=1"))).containsExactly(other);
  }

  @Test
  void every_page_can_repeat_the_first_one() {
    documents.listPages(ListPages.FIRST_REPEATED);

    Set<List<Long>> pages = new HashSet<>();
    for (int page = 1; page <= 4; page++) {
      JsonObject response = page("?per_page=2&page=" + page);
      assertTotals(response, COUNT, 3);
      assertThat(response.getAsJsonObject("pagination").get("current_page").getAsInt())
          .isEqualTo(page);
      pages.add(ids(response));
    }

    assertThat(pages).containsExactly(drafts.subList(0, 2));
  }

  @Test
  void totals_can_claim_more_than_there_is() {
    documents.listPages(ListPages.TOTALS_TOO_HIGH);

    assertTotals(page("?per_page=2&page=1"), COUNT + 2, 4);
    assertThat(ids(page("?per_page=2&page=3"))).isEqualTo(drafts.subList(4, 6));
    JsonObject claimed = page("?per_page=2&page=4");
    assertTotals(claimed, COUNT + 2, 4);
    assertThat(ids(claimed)).isEmpty();
  }

  @Test
  void estimates_and_the_list_of_a_client_behave_so_too() {
    documents.listPages(ListPages.TOTALS_TOO_HIGH);
    JsonObject quote = calls.create("quotes", fields());
    long client = quote.getAsJsonObject("client").get("id").getAsLong();

    JsonObject estimates = json(http.invoiceXpress("GET", "/estimates.json"));
    JsonObject ofClient = json(http.invoiceXpress("POST", "/clients/" + client + "/invoices.json"));

    assertTotals(estimates, 11, 2);
    assertTotals(ofClient, COUNT + 10, 2);
  }

  @Test
  void a_steady_list_is_in_its_usual_order_again() {
    documents.listPages(ListPages.MOVING);
    read();

    documents.listPages(ListPages.STEADY);

    assertThat(read()).isEqualTo(drafts);
  }

  /** All pages that the totals promise, read one after the other. */
  private List<Long> read() {
    List<Long> read = new ArrayList<>();
    for (int page = 1; page <= COUNT / PAGE_SIZE; page++) {
      JsonObject response = page("?per_page=" + PAGE_SIZE + "&page=" + page);
      assertTotals(response, COUNT, COUNT / PAGE_SIZE);
      read.addAll(ids(response));
    }
    return read;
  }

  private JsonObject page(String query) {
    return json(http.invoiceXpress("GET", "/invoices.json" + query));
  }

  private static List<Long> ids(JsonObject page) {
    return page.getAsJsonArray("invoices").asList().stream()
        .map(invoice -> invoice.getAsJsonObject().get("id").getAsLong())
        .toList();
  }

  private static void assertTotals(JsonObject response, int entries, int pages) {
    JsonObject pagination = response.getAsJsonObject("pagination");
    assertThat(pagination.get("total_entries").getAsInt()).isEqualTo(entries);
    assertThat(pagination.get("total_pages").getAsInt()).isEqualTo(pages);
  }
}
