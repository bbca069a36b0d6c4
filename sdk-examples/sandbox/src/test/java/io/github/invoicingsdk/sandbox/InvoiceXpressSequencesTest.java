package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.SequenceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressSequencesTest {
  private static final long REGISTERED = 146_090;
  private static final long UNREGISTERED = 146_110;
  private static final String CREATE_2027 = "{\"sequence\":{\"serie\":\"2027\"}}";

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void lists_every_series() {
    JsonArray sequences = json(call("GET", "/sequences.json")).getAsJsonArray("sequences");

    assertThat(sequences).hasSize(2);
    assertThat(sequences.get(0).getAsJsonObject().get("serie").getAsString()).isEqualTo("2025");
    assertThat(sequences.get(1).getAsJsonObject().get("serie").getAsString()).isEqualTo("2026");
  }

  @Test
  void answers_a_registered_series_as_documented() throws IOException {
    JsonObject documented = resource("/sequence-documented.json");
    documented.getAsJsonObject("sequence").addProperty("serie", "2025");

    HttpResponse<String> response = call("GET", "/sequences/146090.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(documented);
    assertThat(List.copyOf(json(response).getAsJsonObject("sequence").keySet()))
        .isEqualTo(List.copyOf(documented.getAsJsonObject("sequence").keySet()));
  }

  @Test
  void tells_unregistered_types_from_irrelevant_ones() {
    JsonObject series = json(call("GET", "/sequences/146110.json")).getAsJsonObject("sequence");

    assertThat(series.get("current_invoice_validation_code").getAsString()).isEqualTo("N/D");
    assertThat(series.get("current_vat_moss_receipt_validation_code").getAsString())
        .isEqualTo("N/A");
    assertThat(account.validationCodes(UNREGISTERED).values())
        .filteredOn("N/D"::equals)
        .hasSize(11);
    assertThat(account.validationCodes(UNREGISTERED).values()).filteredOn("N/A"::equals).hasSize(4);
  }

  @Test
  void creating_registers_at_once() {
    HttpResponse<String> response = create(CREATE_2027);

    assertThat(response.statusCode()).isEqualTo(201);
    JsonObject series = json(response).getAsJsonObject("sequence");
    assertThat(series.get("serie").getAsString()).isEqualTo("2027");
    assertThat(series.get("default_sequence").getAsInt()).isZero();
    assertThat(series.get("id")).isEqualTo(series.get("current_invoice_sequence_id"));
    assertThat(series.get("current_quote_validation_code").getAsString()).matches("[A-Z]{4}\\d{4}");
  }

  @Test
  void creating_can_leave_the_series_unregistered() {
    account.registerOnCreate(false);

    JsonObject series = json(create(CREATE_2027)).getAsJsonObject("sequence");

    assertThat(series.get("current_invoice_validation_code").getAsString()).isEqualTo("N/D");
  }

  @Test
  void only_the_text_1_makes_a_new_series_the_default() {
    create("{\"sequence\":{\"serie\":\"A\",\"default_sequence\":1}}");
    assertThat(defaultSeries()).containsExactly("2025");

    create("{\"sequence\":{\"serie\":\"B\",\"default_sequence\":\"1\"}}");
    assertThat(defaultSeries()).containsExactly("B");
  }

  @Test
  void a_name_sent_as_a_number_is_answered_as_a_number() {
    JsonObject series = json(create("{\"sequence\":{\"serie\":2017}}")).getAsJsonObject("sequence");

    assertThat(series.get("serie").getAsJsonPrimitive().isNumber()).isTrue();
    assertThat(series.get("serie").getAsInt()).isEqualTo(2017);
  }

  @Test
  void one_series_can_be_wrapped_as_the_description_says() {
    account.sequenceWrapper(SequenceWrapper.SEQUENCES);

    assertThat(json(call("GET", "/sequences/146090.json")).get("sequences").isJsonObject())
        .isTrue();
    assertThat(json(create(CREATE_2027)).get("sequences").isJsonObject()).isTrue();
  }

  @Test
  void setting_the_default_has_an_empty_response() {
    HttpResponse<String> response = call("PUT", "/sequences/146110/set_current.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(defaultSeries()).containsExactly("2026");
  }

  @Test
  void registering_answers_an_array_and_gives_unique_codes() {
    HttpResponse<String> response = register(UNREGISTERED);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonArray sequences = json(response).getAsJsonArray("sequences");
    assertThat(sequences).hasSize(1);
    assertThat(sequences.get(0).getAsJsonObject().get("id").getAsLong()).isEqualTo(UNREGISTERED);
    Set<String> codes = new HashSet<>(account.validationCodes(REGISTERED).values());
    codes.addAll(account.validationCodes(UNREGISTERED).values());
    codes.remove("N/A");
    assertThat(codes).hasSize(22).allMatch(code -> code.matches("[A-Z]{4}\\d{4}"));
  }

  @Test
  void registering_twice_is_a_conflict() {
    register(UNREGISTERED);

    assertError(register(UNREGISTERED), 409, "005", "All sequences are registered.");
  }

  @Test
  void an_unknown_series_has_a_body_only_when_registering() {
    assertError(register(1), 404, "006", "The sequence doesn't exist.");
    assertEmpty404(call("GET", "/sequences/1.json"));
    assertEmpty404(call("GET", "/sequences/abc.json"));
    assertEmpty404(call("PUT", "/sequences/1/set_current.json"));
  }

  @Test
  void nothing_is_created_or_registered_while_a_registration_runs() {
    account.startRegistration(UNREGISTERED);

    String message = "The sequence is already being registered.";
    assertError(register(UNREGISTERED), 409, "008", message);
    assertError(create(CREATE_2027), 409, "006", message);

    account.finishRegistration();
    assertError(register(UNREGISTERED), 409, "005", "All sequences are registered.");
    assertThat(create(CREATE_2027).statusCode()).isEqualTo(201);
  }

  @Test
  void a_registration_can_finish_by_itself() {
    account.startRegistration(UNREGISTERED, 2);

    assertThat(register(UNREGISTERED).body()).contains("\"008\"");
    assertThat(call("GET", "/sequences/146110.json").body()).contains("N/D");
    assertThat(call("GET", "/sequences/146110.json").body()).doesNotContain("N/D");
  }

  @Test
  void a_registration_can_stay_partial() {
    account.registerNextWithout("quote", "transport");

    assertThat(register(UNREGISTERED).statusCode()).isEqualTo(200);
    assertThat(account.validationCodes(UNREGISTERED))
        .containsEntry("quote", "N/D")
        .containsEntry("transport", "N/D")
        .doesNotContainEntry("invoice", "N/D");

    assertThat(register(UNREGISTERED).statusCode()).isEqualTo(200);
    assertThat(account.validationCodes(UNREGISTERED)).doesNotContainValue("N/D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2027 B", "Ç", "-2027", "2027\\n", "a?b"})
  void a_bad_name_is_refused(String name) {
    assertError(
        create("{\"sequence\":{\"serie\":\"" + name + "\"}}"),
        422,
        "001",
        "Sequence name not allowed.");
  }

  @Test
  void a_name_may_have_35_characters() {
    String name = "A2027-/_." + "x".repeat(26);
    assertThat(create("{\"sequence\":{\"serie\":\"" + name + "\"}}").statusCode()).isEqualTo(201);
    assertThat(create("{\"sequence\":{\"serie\":\"" + name + "y\"}}").body()).contains("\"001\"");
  }

  @Test
  void a_bad_name_from_before_the_rule_is_refused_when_registering() {
    long id = account.addSeries("Empresa, Lda");

    assertError(register(id), 422, "001", "Sequence name not allowed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2025\"", "2025"})
  void a_taken_name_is_refused(String serie) {
    assertError(
        create("{\"sequence\":{\"serie\":" + serie + "}}"), 422, "002", "Sequence already exists.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"serie\":\"2027\"}",
        "{\"sequence\":\"2027\"}",
        "{\"sequence\":{}}",
        "{\"sequence\":{\"serie\":null}}",
        "{\"sequence\":{\"serie\":true}}",
        "{\"sequence\":{\"serie\":\"2027\"}} x",
        "{sequence:{serie:'2027'}}"
      })
  void an_unusable_body_is_refused(String body) {
    assertError(create(body), 422, "003", "Invalid sequence.");
  }

  @Test
  void bad_tax_authority_credentials_have_a_code_per_operation() {
    account.taxAuthorityCredentials(false);

    String message = "Invalid Tax Authority credentials.";
    assertError(create(CREATE_2027), 422, "004", message);
    assertError(register(UNREGISTERED), 422, "002", message);
  }

  @Test
  void no_open_activity_has_a_code_per_operation() {
    account.openActivity(false);

    String message = "Account fiscal ID doesn’t have open activity in Tax Authority.";
    assertError(create(CREATE_2027), 422, "005", message);
    assertError(register(UNREGISTERED), 422, "003", message);
  }

  @Test
  void a_foreign_account_creates_without_codes_and_cannot_register() {
    account.portuguese(false);

    JsonObject series = json(create(CREATE_2027)).getAsJsonObject("sequence");
    assertThat(series.get("current_invoice_validation_code").getAsString()).isEqualTo("N/A");
    assertError(register(UNREGISTERED), 422, "004", "Account is not portuguese.");
  }

  @ParameterizedTest
  @CsvSource({"000,422", "003,422", "006,409"})
  void create_can_be_refused_once_with_any_of_its_codes(String code, int status) {
    account.refuseNextCreate(code);

    HttpResponse<String> refused = create(CREATE_2027);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.body()).contains("\"code\":\"" + code + "\"");
    assertThat(create(CREATE_2027).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"000,422", "007,422", "008,409"})
  void register_can_be_refused_once_with_any_of_its_codes(String code, int status) {
    account.refuseNextRegister(code);

    HttpResponse<String> refused = register(UNREGISTERED);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.body()).contains("\"code\":\"" + code + "\"");
    assertThat(register(UNREGISTERED).statusCode()).isEqualTo(200);
  }

  @Test
  void a_code_the_operation_does_not_have_is_a_mistake_of_the_test() {
    assertThatThrownBy(() -> account.refuseNextCreate("007"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("007");
  }

  @Test
  void last_numbers_can_be_arranged() {
    account.lastNumber(REGISTERED, "credit_note", 41);

    JsonObject series = json(call("GET", "/sequences/146090.json")).getAsJsonObject("sequence");
    assertThat(series.get("current_credit_note_number").getAsLong()).isEqualTo(41);
    assertThatThrownBy(() -> account.lastNumber(REGISTERED, "creditnote", 1))
        .hasMessageContaining("credit_note");
    assertThatThrownBy(() -> account.lastNumber(1, "quote", 1)).hasMessageContaining("no series 1");
  }

  @Test
  void an_emptied_account_has_no_series() {
    account.clear();

    assertThat(json(call("GET", "/sequences.json")).getAsJsonArray("sequences")).isEmpty();
  }

  private HttpResponse<String> call(String method, String path) {
    return http.invoiceXpress(method, path);
  }

  private HttpResponse<String> create(String body) {
    return http.invoiceXpress("POST", "/sequences.json", body);
  }

  private HttpResponse<String> register(long id) {
    return call("PUT", "/sequences/" + id + "/register.json");
  }

  private List<String> defaultSeries() {
    return json(call("GET", "/sequences.json")).getAsJsonArray("sequences").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(series -> series.get("default_sequence").getAsInt() == 1)
        .map(series -> series.get("serie").getAsString())
        .toList();
  }

  private static void assertError(
      HttpResponse<String> response, int status, String code, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    JsonObject expected = new JsonObject();
    expected.add("errors", error);
    assertThat(json(response)).isEqualTo(expected);
  }

  private static void assertEmpty404(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
  }

  private static JsonObject resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(InvoiceXpressSequencesTest.class.getResourceAsStream(name), name)) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }
}
