package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.ValidationBody;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceXpressTaxesTest {
  private final Sandbox sandbox = Sandbox.builder().empty().start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void every_account_begins_with_four_taxes() {
    String body = http.invoiceXpress("GET", "/taxes.json").body();

    assertThat(JsonParser.parseString(body))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"taxes":[
                {"id":31554,"name":"IVA23","value":"23.0","region":"PT","code":"NOR",
                "default_tax":1},
                {"id":31555,"name":"IVA13","value":"13.0","region":"PT","code":"INT",
                "default_tax":0},
                {"id":31556,"name":"IVA6","value":"6.0","region":"PT","code":"RED",
                "default_tax":0},
                {"id":31557,"name":"Isento","value":"0.0","region":null,"code":null,
                "default_tax":0}]}"""));
  }

  @Test
  void rates_can_be_numbers_as_documented() {
    sandbox.invoiceXpress().decimalForm(DecimalForm.NUMBER);

    assertThat(http.invoiceXpress("GET", "/taxes/31554.json").body())
        .isEqualTo(
            "{\"tax\":{\"id\":31554,\"name\":\"IVA23\",\"value\":23.0,\"region\":\"PT\","
                + "\"code\":\"NOR\",\"default_tax\":1}}");
  }

  @Test
  void a_created_tax_is_answered_and_can_be_read() {
    HttpResponse<String> created = create("{'name':'IVA22','value':'22.5','region':'PT-MA'}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            "{\"tax\":{\"id\":31558,\"name\":\"IVA22\",\"value\":\"22.5\",\"region\":\"PT-MA\","
                + "\"code\":null,\"default_tax\":0}}");
    assertThat(http.invoiceXpress("GET", "/taxes/31558.json").body()).isEqualTo(created.body());
  }

  @ParameterizedTest
  @CsvSource({"1, true", "'''1''', true", "0, false", "'''0''', false"})
  void the_flag_moves_the_default(String flag, boolean moves) {
    create("{'name':'A','value':'1','region':'PT','default_tax':" + flag + "}");

    assertThat(defaults()).containsExactly(moves ? "A" : "IVA23");
  }

  @Test
  void a_rate_sent_as_a_number_breaks_the_server() {
    HttpResponse<String> created = create("{'name':'A','value':22,'region':'PT'}");
    HttpResponse<String> updated = update(31_554, "{'name':'IVA23','value':22.5,'region':'PT'}");

    for (HttpResponse<String> response : List.of(created, updated)) {
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .isEqualTo("{\"errors\":{\"error\":\"undefined method `match' for 1:Integer\"}}");
    }
    assertThat(names()).containsExactly("IVA23", "IVA13", "IVA6", "Isento");
  }

  @Test
  void a_taken_name_has_the_recorded_body() {
    HttpResponse<String> response = create("{'name':'IVA23','value':'22','region':'PT'}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("[[\"name\",\"não está disponível.\"]]");
  }

  @Test
  void a_taken_name_can_have_the_documented_body() {
    sandbox.invoiceXpress().validationBody(ValidationBody.DOCUMENTED);

    assertThat(update(31_555, "{'name':'IVA23','value':'22','region':'PT'}").body())
        .isEqualTo("{\"name\":[\"is not available.\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'value':'22','region':'PT'}             | name  | can't be blank",
        "{'name':'A','region':'PT'}               | value | can't be blank",
        "{'name':'A','value':'x','region':'PT'}   | value | is not a number",
        "{'name':'A','value':'100','region':'PT'} | value | must be between 0 and 99.99",
        "{'name':'A','value':'-1','region':'PT'}  | value | must be between 0 and 99.99",
        "{'name':'A','value':'22'}                | base  | Tax region is empty",
        "{'name':'A','value':'22','region':''}    | base  | Tax region is empty",
        "{'name':'A','value':'22','region':'PT','code':'X'} | code | is not included in the list"
      })
  void a_bad_member_is_refused(String tax, String member, String message) {
    HttpResponse<String> response = create(tax);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"" + member + "\":[\"" + message + "\"]}");
    assertThat(names()).hasSize(4);
  }

  @Test
  void an_update_has_an_empty_response_and_leaves_what_was_not_sent() {
    HttpResponse<String> response = update(31_556, "{'name':'IVA5','value':'5','default_tax':1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(http.invoiceXpress("GET", "/taxes/31556.json").body())
        .isEqualTo(
            "{\"tax\":{\"id\":31556,\"name\":\"IVA5\",\"value\":\"5.0\",\"region\":\"PT\","
                + "\"code\":\"RED\",\"default_tax\":1}}");
    assertThat(defaults()).containsExactly("IVA5");
  }

  @Test
  void an_update_that_empties_the_region_is_refused() {
    HttpResponse<String> response = update(31_556, "{'name':'IVA6','value':'6','region':''}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"base\":[\"Tax region is empty\"]}");
  }

  @Test
  void a_deletion_is_answered_with_one_blank() {
    HttpResponse<String> response = http.invoiceXpress("DELETE", "/taxes/31554.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(" ");
    assertThat(names()).containsExactly("IVA13", "IVA6", "Isento");
    assertThat(defaults()).containsExactly("IVA13");
  }

  @Test
  void an_unknown_tax_is_answered_with_one_blank() {
    for (HttpResponse<String> response :
        List.of(
            http.invoiceXpress("GET", "/taxes/0.json"),
            http.invoiceXpress("DELETE", "/taxes/0.json"),
            update(0, "{}"))) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(" ");
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/json; charset=utf-8");
    }
  }

  @Test
  void a_tax_can_be_arranged_until_the_account_is_cleared() {
    long id = sandbox.invoiceXpress().addTax("IVA16", "16");
    assertThat(http.invoiceXpress("GET", "/taxes/" + id + ".json").statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> sandbox.invoiceXpress().addTax("IVA16", "16"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IVA16");

    sandbox.invoiceXpress().clear();

    assertThat(names()).containsExactly("IVA23", "IVA13", "IVA6", "Isento");
  }

  private HttpResponse<String> create(String tax) {
    return http.invoiceXpress("POST", "/taxes.json", body(tax));
  }

  private HttpResponse<String> update(long id, String tax) {
    return http.invoiceXpress("PUT", "/taxes/" + id + ".json", body(tax));
  }

  private static String body(String tax) {
    return "{\"tax\":" + tax.replace('\'', '"') + "}";
  }

  private List<String> names() {
    return taxes().stream().map(tax -> tax.get("name").getAsString()).toList();
  }

  private List<String> defaults() {
    return taxes().stream()
        .filter(tax -> tax.get("default_tax").getAsInt() == 1)
        .map(tax -> tax.get("name").getAsString())
        .toList();
  }

  private List<JsonObject> taxes() {
    List<JsonObject> taxes = new ArrayList<>();
    for (JsonElement tax : json(http.invoiceXpress("GET", "/taxes.json")).getAsJsonArray("taxes")) {
      taxes.add(tax.getAsJsonObject());
    }
    return taxes;
  }
}
