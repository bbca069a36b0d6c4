package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressTreasuryTest {
  private static final String CLIENT = "/api/v3/clients/6207001";

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);
  private final Treasury treasury = sandbox.invoiceXpress().treasury();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void the_balance_of_a_new_client_is_zero() {
    HttpResponse<String> response = http.invoiceXpress("GET", CLIENT + "/balance.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JsonParser.parseString(response.body()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"currency":{"symbol":"€","code":"EUR"},
                "initial_balance":{"value":0,"created_at":"1970-01-01","observation":null},
                "balance":{"with_vat":0,"without_vat":0},
                "overdue_balance":{"with_vat":0,"without_vat":0},
                "remaining_balance":{"total":0,"value":0}}"""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123.45", "'123.45'"})
  void the_initial_balance_is_taken_as_number_or_text(String value) {
    HttpResponse<String> response =
        initialBalance(
            "{'initial_balance':{'value':"
                + value
                + ",'date':'2023-05-19','observation':'old books'}}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"initial_balance\":{\"value\":123.45,\"date\":\"2023-05-19\","
                + "\"observation\":\"old books\"}}");
    assertThat(json(http.invoiceXpress("GET", CLIENT + "/balance.json")).get("initial_balance"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"value\":123.45,\"created_at\":\"2023-05-19\",\"observation\":\"old books\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'value':1,'date':'2023-05-19'}", "[]", "not json"})
  void an_initial_balance_that_is_not_wrapped_breaks_the_server(String body) {
    HttpResponse<String> response = initialBalance(body);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("undefined method");
    assertThat(treasury.balance(6_207_001)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'value':1}                     | Date can't be blank",
        "{'value':1,'date':'19/05/2023'} | Date can't be blank",
        "{'value':'x','date':'2023-05-19'} | Value is not a number"
      })
  void a_bad_initial_balance_is_refused(String balance, String message) {
    HttpResponse<String> response = initialBalance("{'initial_balance':" + balance + "}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":[{\"error\":\"" + message + "\"}]}");
  }

  @Test
  void a_regularization_lowers_what_remains() {
    initialBalance("{'initial_balance':{'value':100,'date':'2023-05-19'}}");

    HttpResponse<String> response = regularize("30.5");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body())
        .isEqualTo(
            "{\"regularization\":[{\"id\":1,\"number\":\"NR00000001\",\"value\":30.5,"
                + "\"date\":\"2023-05-20\",\"observation\":null}]}");
    assertThat(json(http.invoiceXpress("GET", CLIENT + "/balance.json")).get("remaining_balance"))
        .isEqualTo(JsonParser.parseString("{\"total\":100,\"value\":69.5}"));
  }

  @Test
  void a_regularization_above_what_remains_is_refused() {
    initialBalance("{'initial_balance':{'value':100,'date':'2023-05-19'}}");
    regularize("60");
    assertThat(regularize("40.01").statusCode()).isEqualTo(422);

    HttpResponse<String> response =
        post("/regularization.json", "{'regularization':{'value':40.01}}");

    assertThat(response.body())
        .isEqualTo(
            "{\"errors\":[{\"error\":\"The regularization amount must be less than or equal to"
                + " the remaining balance\"},{\"error\":\"Date can't be blank\"}]}");
    assertThat(regularize("40").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "0, must be greater than 0",
    "-1, must be greater than 0",
    "'''x''', is not a number"
  })
  void a_bad_regularization_is_refused(String value, String message) {
    HttpResponse<String> response = regularize(value);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":[{\"error\":\"Value " + message + "\"}]}");
  }

  @Test
  void regularizations_are_listed_with_the_pagination_block() {
    initialBalance("{'initial_balance':{'value':100,'date':'2023-05-19'}}");
    for (int i = 0; i < 12; i++) {
      regularize("1");
    }

    JsonObject second = json(http.invoiceXpress("GET", CLIENT + "/regularization.json?page=2"));

    assertThat(second.getAsJsonArray("regularization")).hasSize(2);
    assertThat(second.get("pagination"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"total_entries\":12,\"current_page\":2,\"total_pages\":2,\"per_page\":10}"));
    assertThat(
            json(http.invoiceXpress("GET", "/api/v3/clients/6207002/regularization.json"))
                .getAsJsonArray("regularization"))
        .isEmpty();
  }

  @Test
  void a_deleted_regularization_gives_its_value_back() {
    initialBalance("{'initial_balance':{'value':100,'date':'2023-05-19'}}");
    regularize("30");
    assertThat(delete("6207002", "/regularization/1.json").statusCode()).isEqualTo(404);

    HttpResponse<String> response = delete("6207001", "/regularization/1.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(treasury.balance(6_207_001)).isEqualByComparingTo("100");
    HttpResponse<String> again = delete("6207001", "/regularization/1.json");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).isEqualTo("{\"errors\":[{\"error\":\"Regularization not found\"}]}");
  }

  @Test
  void a_movement_changes_the_balance_and_has_no_id() {
    HttpResponse<String> response =
        post(
            "/treasury_movements.json",
            "{'treasury_movement':{'value':123.45,'movement_type':'Reimbursement',"
                + "'payment_method':'MB','date':'2023-04-28','serie':2023}}");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body())
        .isEqualTo(
            "{\"treasury_movement\":{\"value\":123.45,\"movement_type\":\"Reimbursement\","
                + "\"payment_method\":\"MB\",\"date\":\"2023-04-28\",\"serie\":\"2023\","
                + "\"observation\":null}}");
    assertThat(treasury.balance(6_207_001)).isEqualByComparingTo("123.45");
    move("'23.45'", "Payment");
    assertThat(treasury.balance(6_207_001)).isEqualByComparingTo("100");
    assertThat(treasury.movements(6_207_001)).hasSize(2);
    assertThat(treasury.movements(6_207_002)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{}                       | Value is not a number",
        "{'value':0}              | Value must be greater than 0",
        "{'value':1}              | Movement type is not included in the list",
        "{'value':1,'movement_type':'Gift'} | Movement type is not included in the list",
        "{'value':1,'movement_type':'Payment','payment_method':'XX'}"
            + " | Payment method is not included in the list",
        "{'value':1,'movement_type':'Payment'} | Date can't be blank"
      })
  void a_bad_movement_is_refused(String movement, String message) {
    HttpResponse<String> response =
        post("/treasury_movements.json", "{'treasury_movement':" + movement + "}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo("{\"errors\":[{\"error\":\"Validation failed: " + message + "\"}]}");
    assertThat(treasury.movements(6_207_001)).isEmpty();
  }

  @Test
  void a_deleted_movement_is_gone() {
    move("5", "Reimbursement");
    long id = treasury.movements(6_207_001).get(0);

    HttpResponse<String> response = delete("6207001", "/treasury_movements/" + id + ".json");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(treasury.balance(6_207_001)).isEqualTo(BigDecimal.ZERO);
    HttpResponse<String> again = delete("6207001", "/treasury_movements/" + id + ".json");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body())
        .isEqualTo("{\"errors\":[{\"error\":\"Treasury movement not found\"}]}");
  }

  @Test
  void a_deletion_can_look_failed_although_it_is_done() {
    move("5", "Payment");
    long id = treasury.movements(6_207_001).get(0);
    treasury.failAppliedDeletes(true);

    assertThat(delete("6207001", "/treasury_movements/" + id + ".json").statusCode())
        .isEqualTo(500);

    assertThat(treasury.movements(6_207_001)).isEmpty();
    assertThat(delete("6207001", "/treasury_movements/" + id + ".json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_unknown_client_is_not_found() {
    for (HttpResponse<String> response :
        List.of(
            http.invoiceXpress("GET", "/api/v3/clients/1/balance.json"),
            http.invoiceXpress("PUT", "/api/v3/clients/1/initial_balance.json", "{}"),
            http.invoiceXpress("GET", "/api/v3/clients/1/regularization.json"),
            http.invoiceXpress("POST", "/api/v3/clients/1/regularization.json", "{}"),
            delete("1", "/regularization/1.json"),
            http.invoiceXpress("POST", "/api/v3/clients/1/treasury_movements.json", "{}"),
            delete("1", "/treasury_movements/1.json"))) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo("{\"errors\":[{\"error\":\"Client not found\"}]}");
    }
  }

  @Test
  void clearing_the_account_clears_the_treasury() {
    move("5", "Payment");

    sandbox.invoiceXpress().clear();

    assertThat(treasury.movements(6_207_001)).isEmpty();
  }

  private HttpResponse<String> initialBalance(String body) {
    return http.invoiceXpress("PUT", CLIENT + "/initial_balance.json", body.replace('\'', '"'));
  }

  private HttpResponse<String> regularize(String value) {
    return post(
        "/regularization.json", "{'regularization':{'value':" + value + ",'date':'2023-05-20'}}");
  }

  private HttpResponse<String> move(String value, String type) {
    return post(
        "/treasury_movements.json",
        "{'treasury_movement':{'value':"
            + value
            + ",'movement_type':'"
            + type
            + "','date':'2023-04-28'}}");
  }

  private HttpResponse<String> post(String path, String body) {
    return http.invoiceXpress("POST", CLIENT + path, body.replace('\'', '"'));
  }

  private HttpResponse<String> delete(String client, String path) {
    return http.invoiceXpress("DELETE", "/api/v3/clients/" + client + path);
  }
}
