package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.ValidationBody;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressClientChangesTest {
  private static final String FULL =
      """
      {"client":{"name":"Ana","code":"A1","language":"pt","email":"ana@example.com",
      "address":"Rua 1","city":"Lisboa","postal_code":"1000-001","country":"Portugal",
      "fiscal_id":"508025338","website":"www.example.com","phone":213456789,"fax":"213456788",
      "preferred_contact":{"name":"Rui","email":"rui@example.com","phone":"1"},
      "observations":"None","send_options":"1"}}""";

  private final Sandbox sandbox = Sandbox.builder().empty().start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_created_client_is_answered_as_recorded() {
    HttpResponse<String> response = create(FULL);

    assertThat(response.statusCode()).isEqualTo(201);
    JsonObject client = json(response).getAsJsonObject("client");
    assertThat(client)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"id":6207001,"name":"Ana","code":"A1","language":"pt","email":"ana@example.com",
                "address":"Rua 1","city":"Lisboa","postal_code":"1000-001","country":"Portugal",
                "fiscal_id":"508025338","website":"www.example.com","phone":"213456789",
                "fax":"213456788",
                "preferred_contact":{"name":"Rui","email":"rui@example.com","phone":"1",
                "mobile":null},"observations":"None","send_options":1}"""));
  }

  @Test
  void what_was_not_sent_is_null_but_the_country_absent() {
    create("{\"client\":{\"name\":\"Ana\",\"code\":\"A1\"}}");

    JsonObject client = client("/clients/6207001.json");
    assertThat(client.get("email").isJsonNull()).isTrue();
    assertThat(client.get("send_options").isJsonNull()).isTrue();
    assertThat(client.getAsJsonObject("preferred_contact").size()).isZero();
    assertThat(client.has("country")).isFalse();
  }

  @Test
  void a_created_client_is_found_by_name_and_by_code() {
    create("{\"client\":{\"name\":\"Zé & Filhos\",\"code\":\"A/1 +\"}}");

    String name = Http.encode("Zé & Filhos");
    assertThat(client("/clients/find-by-name.json?client_name=" + name).get("id").getAsLong())
        .isEqualTo(6_207_001);
    assertThat(client("/clients/find-by-code.json?client_code=A%2F1%20%2B").get("id").getAsLong())
        .isEqualTo(6_207_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/clients/find-by-name.json?client_name=Nobody", "/clients/find-by-name.json"})
  void an_unknown_name_has_an_empty_response(String path) {
    HttpResponse<String> response = http.invoiceXpress("GET", path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void a_refused_client_has_the_recorded_body() {
    HttpResponse<String> response = create("{\"client\":{\"code\":\"A1\"}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo("{\"errors\":[{\"error\":\"Nome é um campo obrigatório\"}]}");
  }

  @Test
  void a_refused_client_can_have_the_documented_body() {
    sandbox.invoiceXpress().validationBody(ValidationBody.DOCUMENTED);

    assertThat(create("{\"client\":{\"code\":\"A1\"}}").body())
        .isEqualTo("{\"errors\":[\"Name can't be blank\"]}");
    assertThat(create("not json").body())
        .isEqualTo("{\"errors\":[\"Name can't be blank\",\"Code can't be blank\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "code,         A1, Code is not available.",
    "country,      PT, Country is not included in the list",
    "language,     fr, Language is not included in the list",
    "send_options, 4,  Send options is not included in the list"
  })
  void a_bad_member_is_refused(String member, String value, String message) {
    sandbox.invoiceXpress().validationBody(ValidationBody.DOCUMENTED);
    sandbox.invoiceXpress().addClient("Other", "A1");
    JsonObject client = new JsonObject();
    client.addProperty("name", "Ana");
    client.addProperty("code", "A2");
    client.addProperty(member, value);

    HttpResponse<String> response = create("{\"client\":" + client + "}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":[\"" + message + "\"]}");
    assertThat(json(http.invoiceXpress("GET", "/clients.json")).getAsJsonArray("clients"))
        .hasSize(1);
  }

  @Test
  void an_update_has_an_empty_response_and_leaves_what_was_not_sent() {
    create(FULL);

    HttpResponse<String> response =
        update("{\"client\":{\"name\":\"Eva\",\"code\":\"A1\",\"email\":null,\"country\":null}}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    JsonObject client = client("/clients/6207001.json");
    assertThat(client.get("name").getAsString()).isEqualTo("Eva");
    assertThat(client.get("email").isJsonNull()).isTrue();
    assertThat(client.has("country")).isFalse();
    assertThat(client.get("city").getAsString()).isEqualTo("Lisboa");
    assertThat(client.get("send_options").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"client\":{\"name\":\"Eva\"}}",
        "{\"client\":{\"name\":\"Eva\",\"code\":\"B1\"}}",
        "{\"name\":\"Eva\",\"code\":\"A1\"}"
      })
  void a_refused_update_has_an_empty_response_and_no_effect(String body) {
    create(FULL);
    sandbox.invoiceXpress().addClient("Other", "B1");

    HttpResponse<String> response = update(body);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEmpty();
    assertThat(client("/clients/6207001.json").get("name").getAsString()).isEqualTo("Ana");
  }

  @Test
  void an_update_of_an_unknown_client_has_an_empty_response() {
    HttpResponse<String> response = update(FULL);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
  }

  private HttpResponse<String> create(String body) {
    return http.invoiceXpress("POST", "/clients.json", body);
  }

  private HttpResponse<String> update(String body) {
    return http.invoiceXpress("PUT", "/clients/6207001.json", body);
  }

  private JsonObject client(String path) {
    return json(http.invoiceXpress("GET", path)).getAsJsonObject("client");
  }
}
