package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.ListPages;
import io.github.invoicingsdk.sandbox.Documents.TaxForm;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings that make an account unkind, together and switched off. */
class InvoiceXpressUnkindnessTest {
  private static final String EXEMPT =
      "[{\"name\":\"W\",\"unit_price\":1,\"quantity\":1,\"tax\":{\"name\":\"Isento\"}}]";

  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();
  private final Documents documents = account.documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_kind_account_behaves_as_if_nothing_had_been_set() {
    String before = traffic();
    account.clear();
    register("2025");
    beUnkind();
    assertThat(traffic()).isNotEqualTo(before);

    account.clear();
    register("2025");
    account.beKind();

    assertThat(traffic()).isEqualTo(before);
  }

  @Test
  void a_kind_account_registers_a_series_at_once() {
    beUnkind();
    account.beKind();

    http.invoiceXpress("PUT", "/sequences/146110/register.json");

    assertThat(account.validationCodes(146_110)).doesNotContainValue("N/D");
  }

  @Test
  void settings_stay_when_the_account_is_cleared() {
    beUnkind();

    account.clear();

    assertThat(calls.post("invoices", fields()).body()).isEmpty();
  }

  @Test
  void a_kept_unique_id_keeps_a_second_document_away_that_no_list_shows() {
    beUnkind();
    documents.keepUids(true);

    assertThat(create("R1", "U1").statusCode()).isEqualTo(201);

    JsonObject list = json(http.invoiceXpress("GET", "/invoices.json?reference=R1"));
    assertThat(list.getAsJsonArray("invoices")).isEmpty();
    assertThat(create("R1", "U1").statusCode()).isEqualTo(409);
    assertThat(documents.ids("R1")).hasSize(1);
    account.beKind();
    assertThat(create("R1", "U1").statusCode()).isEqualTo(409);
  }

  @Test
  void a_running_creation_keeps_others_away_until_it_ends_and_not_longer() {
    beUnkind();
    documents.startCreation("U1");

    assertThat(create("R1", "U1").statusCode()).isEqualTo(409);
    account.beKind();
    assertThat(create("R1", "U1").statusCode()).isEqualTo(409);
    documents.finishCreation("U1");

    assertThat(create("R1", "U1").statusCode()).isEqualTo(201);
    assertThat(create("R1", "U1").statusCode()).isEqualTo(201);
    assertThat(documents.ids("R1")).hasSize(2);
  }

  @Test
  void the_work_is_done_right_however_it_is_shown() {
    beUnkind();

    create("R1", "U1");
    long id = documents.ids("R1").get(0);
    calls.changeState("invoices", id, "finalized");

    assertThat(documents.status(id)).isEqualTo("final");
    assertThat(documents.drafts()).isZero();
    assertThat(documents.numbers(146_090, "invoice")).containsExactly(1L);
    assertThat(ok("invoices", calls.get("invoices", id)).get("total").getAsString())
        .isEqualTo("123");
  }

  private void beUnkind() {
    account.maxPageSize(1);
    account.registerTypeByType(true);
    documents.listLag(Duration.ofMinutes(1));
    documents.listLagRequests(1);
    documents.listPages(ListPages.TOTALS_TOO_HIGH);
    documents.taxForm(TaxForm.ID_ONLY);
    documents.taxForm(TaxForm.NO_VALUE, 2);
    documents.lineAmounts(false);
    documents.clientFiscalIds(true);
    documents.emptyExemptions(true);
    documents.replaceDocumentExemption("M10", "M99");
    documents.replaceLineExemption("M10", "M99");
    documents.replaceLineExemption(null, "M01");
    documents.replaceEveryClient(true);
    documents.undocumentedMembers(true);
    documents.writeResponse(WriteResponse.EMPTY);
    documents.updateResponse(WriteResponse.BLANK);
    account.clientSearchFails(true);
  }

  /** What is seen of some documents, without the ids that differ each time. */
  private String traffic() {
    JsonObject exempt = fields("items", EXEMPT);
    exempt.addProperty("tax_exemption", "M10");
    StringBuilder seen = new StringBuilder();
    for (JsonObject fields : List.of(fields(), exempt)) {
      seen.append(calls.post("invoices", fields).body());
    }
    seen.append(http.invoiceXpress("GET", "/invoices.json?per_page=1000").body());
    seen.append(http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=X").statusCode());
    return seen.toString().replaceAll("\"(id|permalink)\":(\\d+|\"[^\"]*\")", "");
  }

  private HttpResponse<String> create(String reference, String uid) {
    JsonObject body = new JsonObject();
    body.add("invoice", fields("reference", '"' + reference + '"'));
    body.addProperty("proprietary_uid", uid);
    return http.invoiceXpress("POST", "/invoices.json", body.toString());
  }

  private void register(String name) {
    account.register(account.addSeries(name));
  }
}
