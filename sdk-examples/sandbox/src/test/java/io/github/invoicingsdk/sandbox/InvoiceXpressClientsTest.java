package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressClientsTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'',              10, 1, 10,  3",
    "?page=3,          5, 3, 10,  3",
    "?page=4,          0, 4, 10,  3",
    "?page=0,         10, 1, 10,  3",
    "?page=x,         10, 1, 10,  3",
    "?per_page=25,    25, 1, 25,  1",
    "?per_page=5000,  25, 1, 5000, 1",
    "?per_page=5001,  25, 1, 5000, 1",
    "?page=2&per_page=20, 5, 2, 20, 2",
    "?page=2147483647, 0, 2147483647, 10, 3"
  })
  void pages_carry_the_pagination_block(
      String query, int items, int page, int perPage, int totalPages) {
    JsonObject response = json(http.invoiceXpress("GET", "/clients.json" + query));

    assertThat(response.getAsJsonArray("clients")).hasSize(items);
    JsonObject expected = new JsonObject();
    expected.addProperty("current_page", page);
    expected.addProperty("total_entries", 25);
    expected.addProperty("per_page", perPage);
    expected.addProperty("total_pages", totalPages);
    assertThat(response.getAsJsonObject("pagination")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"find-by-name.json?client_name=", "find-by-code.json?client_code="})
  void a_search_that_finds_none_can_fail_as_clients_report(String search) {
    assertThat(http.invoiceXpress("GET", "/clients/" + search + "none").statusCode())
        .isEqualTo(404);

    sandbox.invoiceXpress().clientSearchFails(true);

    HttpResponse<String> failed = http.invoiceXpress("GET", "/clients/" + search + "none");
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).isEqualTo("{\"errors\":[{\"error\":\"Internal Server Error\"}]}");
    assertThat(http.invoiceXpress("GET", "/clients/0.json").statusCode()).isEqualTo(404);
    assertThat(http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=C7").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, Integer.MAX_VALUE})
  void a_page_holds_no_more_than_the_maximum_that_was_set(int maximum) {
    sandbox.invoiceXpress().maxPageSize(maximum);

    JsonObject clients = json(http.invoiceXpress("GET", "/clients.json?per_page=" + maximum));
    JsonObject more = json(http.invoiceXpress("GET", "/clients.json?per_page=2147483647"));
    JsonObject items = json(http.invoiceXpress("GET", "/items.json?per_page=2147483647"));

    assertThat(clients.getAsJsonArray("clients")).hasSize(Math.min(maximum, 25));
    assertThat(more).isEqualTo(clients);
    JsonObject pagination = more.getAsJsonObject("pagination");
    assertThat(pagination.get("per_page").getAsInt()).isEqualTo(maximum);
    assertThat(pagination.get("total_pages").getAsInt())
        .isEqualTo((int) Math.ceil(25 / (double) maximum));
    assertThat(items.getAsJsonArray("items")).hasSize(Math.min(maximum, 12));
  }

  @Test
  void a_page_must_be_allowed_to_hold_an_element() {
    assertThatThrownBy(() -> sandbox.invoiceXpress().maxPageSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elements must be 1 or more, but is 0");
  }

  @Test
  void clients_are_as_irregular_as_real_ones() {
    JsonArray clients = json(http.invoiceXpress("GET", "/clients.json")).getAsJsonArray("clients");
    JsonObject full = clients.get(0).getAsJsonObject();
    JsonObject bare = clients.get(1).getAsJsonObject();

    assertThat(full.getAsJsonObject("preferred_contact").has("mobile")).isTrue();
    assertThat(full.get("send_options").getAsInt()).isEqualTo(1);
    assertThat(bare.getAsJsonObject("preferred_contact").size()).isZero();
    assertThat(bare.get("send_options").isJsonNull()).isTrue();
    assertThat(bare.get("email").isJsonNull()).isTrue();
    assertThat(bare.has("country")).isFalse();
  }

  @Test
  void one_client_has_more_members_than_a_listed_one() {
    JsonObject client =
        json(http.invoiceXpress("GET", "/clients/6207001.json")).getAsJsonObject("client");

    assertThat(client.get("name").getAsString()).isEqualTo("Client 1");
    assertThat(client.keySet())
        .contains("open_account_link", "payment_days", "tax_exemption_code", "code");
  }

  @Test
  void finds_a_client_by_code() {
    sandbox.invoiceXpress().addClient("Zé & Filhos", "A/1 +");

    HttpResponse<String> response =
        http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=" + Http.encode("A/1 +"));

    assertThat(json(response).getAsJsonObject("client").get("name").getAsString())
        .isEqualTo("Zé & Filhos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clients/0.json",
        "/clients/abc.json",
        "/clients/find-by-code.json?client_code=none",
        "/clients/find-by-code.json"
      })
  void an_unknown_client_has_an_empty_response(String path) {
    HttpResponse<String> response = http.invoiceXpress("GET", path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
  }
}
