package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdokladV3NumericSequencesTest {
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Http http = new Http(sandbox);
  private final String token = http.token();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void responses_have_the_envelope() {
    HttpResponse<String> response = get("/NumericSequences/1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"Data":{"DocumentType":0,"Id":1,"IsDefault":true,"LastNumber":0,
                 "Metadata":{"DateCreated":"2025-03-09T10:00:00.250",
                  "DateLastChange":"2025-03-09T10:00:00.250",
                  "UserCreatedId":1,"UserLastChangeId":null},
                 "Name":"Invoices","NumberFormat":"FV{RR}{MM}{NNNN}","Year":2025},
                 "ErrorCode":0,"IsSuccess":true,"Message":null,"StatusCode":200}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 20, 2, 1",
    "?page=2, 13, 2, 21",
    "?page=2&pagesize=10, 10, 4, 11",
    "?PageSize=200, 33, 1, 1",
    "?sort=Id~Desc, 20, 2, 33",
    "?sort=id~asc, 20, 2, 1"
  })
  void lists_are_paged_and_sorted(String query, int items, int pages, int firstId) {
    JsonObject page = data(get("/NumericSequences" + query));

    assertThat(page.getAsJsonArray("Items")).hasSize(items);
    assertThat(page.get("TotalItems").getAsInt()).isEqualTo(33);
    assertThat(page.get("TotalPages").getAsInt()).isEqualTo(pages);
    assertThat(ids(page).get(0)).isEqualTo(firstId);
  }

  @Test
  void a_page_past_the_end_is_empty() {
    assertThat(data(get("/NumericSequences?page=3")).getAsJsonArray("Items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, page",
    "pageSize=201, pageSize",
    "pageSize=x, pageSize",
    "sort=Name~Asc, Name~Asc",
    "select=Id, select"
  })
  void an_unusable_list_parameter_is_refused(String query, String named) {
    assertRefused(get("/NumericSequences?" + query), 400, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(Id~eq~2);2",
        "Id~eq~2;2",
        "((Id~eq~2));2",
        "(Id~ct~3,1);1,3",
        "(Id~lt~3);1,2",
        "(Id~lte~2);1,2",
        "(Id~gt~32);33",
        "(Id~gte~32)~and~(Id~!eq~32);33",
        "((Id~eq~1)~or~(Id~eq~2)~or~(Id~eq~3));1,2,3",
        "((DocumentType~eq~IssuedInvoice)~and~((Id~eq~3)~or~(Id~eq~4)));3",
        "((Id~eq~3)~or~(Id~eq~4))~and~(DocumentType~eq~0);3",
        "(DocumentType~eq~0)~and~(IsDefault~eq~false);2,3",
        "(DocumentType~eq~1)~and~(IsDefault~!eq~false);4",
        "(DocumentType~eq:base64~SXNzdWVkSW52b2ljZQ==);1,2,3",
        "(DocumentType~eq~RecurringInvoice)~or~(Id~eq~1);error",
        "(Id~eq~1)~and~(Id~eq~2)~or~(Id~eq~3);error",
        "(Id~eq~1;error",
        "(Id~eq~1));error",
        "(Id~eq~1)(Id~eq~2);error",
        "(Id~eq);error",
        "(Id~eq~x);error",
        "(Id~like~1);error",
        "(DocumentType~gt~0);error",
        "(IsDefault~eq~True);error",
        "(Id~gt:base64~MQ==);error",
        "(Id~eq:base64~?);error",
        "(Name~eq~x);error"
      })
  void filters_follow_the_grammar(String filter, String expected) {
    HttpResponse<String> response = get("/NumericSequences?filter=" + Http.encode(filter));

    if (expected.equals("error")) {
      assertRefused(response, 400, "filter");
    } else {
      assertThat(ids(data(response)))
          .containsExactly(
              List.of(expected.split(",", -1)).stream()
                  .map(Integer::valueOf)
                  .toArray(Integer[]::new));
    }
  }

  @Test
  void a_deeply_nested_filter_is_refused() {
    String filter = "(".repeat(5000) + "Id~eq~1" + ")".repeat(5000);

    assertRefused(get("/NumericSequences?filter=" + filter), 400, "filter");
  }

  @Test
  void a_sequence_can_be_seen_in_another_year() {
    sandbox.idoklad().lastNumber(1, 7);

    assertThat(data(get("/NumericSequences/1?year=")).get("LastNumber").getAsInt()).isEqualTo(7);
    JsonObject earlier = data(get("/NumericSequences/1?year=2019"));
    assertThat(earlier.get("Year").getAsInt()).isEqualTo(2019);
    assertThat(earlier.get("LastNumber").getAsInt()).isZero();
    assertRefused(get("/NumericSequences/1?year=x"), 400, "year");
  }

  @Test
  void an_unknown_sequence_is_not_found_in_an_envelope() {
    assertRefused(get("/NumericSequences/999"), 404, "NumericSequence with id 999 was not found.");
    assertRefused(get("/NumericSequences/99999999999"), 404, "99999999999");
    assertRefused(patch("{\"Id\":999}"), 404, "999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IssuedInvoice", "0"})
  void document_numbers_take_names_and_numbers(String type) {
    sandbox.idoklad().lastNumber(1, 41);

    JsonObject numbers =
        data(get("/NumericSequences/DocumentNumbers/" + type + "?documentSerialNumber=40"));

    assertThat(numbers)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"Unique":{"DocumentNumber":"FV25030042","DocumentSerialNumber":42,
                  "IsUnique":true,"NumericSequenceId":1,"VariableSymbol":"25030042"},
                 "Custom":{"DocumentNumber":"FV25030040","DocumentSerialNumber":40,
                  "IsUnique":false,"NumericSequenceId":1,"VariableSymbol":"25030040"}}
                """));
  }

  @Test
  void document_numbers_follow_date_and_sequence() {
    sandbox.idoklad().lastNumber(3, 17);

    JsonObject numbers =
        data(
            get(
                "/NumericSequences/DocumentNumbers/IssuedInvoice?date=2019-01-01"
                    + "&documentSerialNumber=1&numericSequenceId=3"));

    assertThat(numbers.getAsJsonObject("Custom").get("DocumentNumber").getAsString())
        .isEqualTo("20190001");
    assertThat(numbers.getAsJsonObject("Custom").get("IsUnique").getAsBoolean()).isTrue();
    assertThat(numbers.getAsJsonObject("Unique").get("DocumentSerialNumber").getAsInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RecurringInvoice, 400",
    "8, 400",
    "IssuedInvoice?date=1.1.2019, 400",
    "IssuedInvoice?numericSequenceId=999, 404",
    "IssuedInvoice?numericSequenceId=4, 400",
    "IssuedInvoice?documentSerialNumber=-1, 400"
  })
  void unusable_document_number_parameters_are_refused(String rest, int status) {
    assertRefused(get("/NumericSequences/DocumentNumbers/" + rest), status, "");
  }

  @Test
  void a_type_without_sequences_has_no_document_numbers() {
    sandbox.idoklad().clear();

    assertRefused(get("/NumericSequences/DocumentNumbers/SalesOrder"), 404, "SalesOrder");
  }

  @Test
  void a_patch_changes_what_it_names_and_nothing_else() {
    JsonObject unchanged = data(patch("{\"Id\":2}"));
    assertThat(unchanged.get("Name").getAsString()).isEqualTo("Invoices of the shop");
    assertThat(unchanged.get("NumberFormat").getAsString()).isEqualTo("9{RR}{NNNN}");

    JsonObject changed =
        data(
            patch(
                "{\"Id\":2,\"Name\":\"E-shop\",\"LastNumber\":12,\"IsDefault\":true,"
                    + "\"NumberFormat\":\"8{RR}{NNNN}\",\"Year\":2026}"));
    assertThat(changed.get("Name").getAsString()).isEqualTo("E-shop");
    assertThat(changed.get("LastNumber").getAsInt()).isEqualTo(12);
    assertThat(changed.get("IsDefault").getAsBoolean()).isTrue();
    assertThat(changed.get("NumberFormat").getAsString()).isEqualTo("8{RR}{NNNN}");
    assertThat(changed.get("Year").getAsInt()).isEqualTo(2026);
    assertThat(data(get("/NumericSequences/2"))).isEqualTo(changed);
    assertThat(data(get("/NumericSequences/1")).get("IsDefault").getAsBoolean()).isFalse();
    assertThat(data(get("/NumericSequences/4")).get("IsDefault").getAsBoolean()).isTrue();
    assertThat(sandbox.idoklad().lastNumber(2)).isEqualTo(12);
  }

  @Test
  void a_patch_moves_the_date_of_the_last_change() {
    clock.advance(Duration.ofMillis(751));

    JsonObject metadata = data(patch("{\"Id\":1,\"Name\":\"A\"}")).getAsJsonObject("Metadata");

    assertThat(metadata.get("DateCreated").getAsString()).isEqualTo("2025-03-09T10:00:00.250");
    assertThat(metadata.get("DateLastChange").getAsString()).isEqualTo("2025-03-09T10:00:01.001");
  }

  @Test
  void null_clears_the_year() {
    assertThat(data(patch("{\"Id\":1,\"Year\":null}")).get("Year").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"IsDefault\":null;IsDefault",
        "\"LastNumber\":null;LastNumber",
        "\"Name\":null;Name",
        "\"NumberFormat\":null;NumberFormat",
        "\"IsDefault\":1;IsDefault",
        "\"LastNumber\":\"5\";LastNumber",
        "\"LastNumber\":-1;LastNumber",
        "\"LastNumber\":2147483648;LastNumber",
        "\"LastNumber\":1.5;LastNumber",
        "\"Name\":\"\";Name",
        "\"Name\":{};Name",
        "\"Year\":\"2025\";Year",
        "\"NumberFormat\":\"FV{RR}\";NumberFormat",
        "\"NumberFormat\":\"FV{RR}{MM}{NNNNN}\";NumberFormat",
        "\"NumberFormat\":\"X{NNNNNNNNN}\",\"LastNumber\":999999999;NumberFormat"
      })
  void a_bad_value_is_refused_by_name(String members, String named) {
    assertRefused(patch("{\"Id\":1," + members + "}"), 400, named);
    assertThat(data(get("/NumericSequences/1")).get("Name").getAsString()).isEqualTo("Invoices");
  }

  @Test
  void a_name_has_1_to_100_characters() {
    assertThat(patch("{\"Id\":1,\"Name\":\"" + "x".repeat(100) + "\"}").statusCode())
        .isEqualTo(200);
    assertRefused(patch("{\"Id\":1,\"Name\":\"" + "x".repeat(101) + "\"}"), 400, "Name");
  }

  @Test
  void the_last_number_may_be_the_largest_integer() {
    JsonObject changed = data(patch("{\"Id\":1,\"LastNumber\":2147483647}"));

    assertThat(changed.get("LastNumber").getAsInt()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void the_format_of_another_sequence_is_a_conflict() {
    HttpResponse<String> response = patch("{\"Id\":1,\"NumberFormat\":\"9{RR}{NNNN}\"}");

    assertRefused(response, 409, "NumberFormat");
    assertThat(json(response).get("ErrorCode").getAsInt()).isEqualTo(123);
    assertThat(patch("{\"Id\":1,\"NumberFormat\":\"FV{RR}{MM}{NNNN}\"}").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "nothing", "{\"Name\":\"A\"}", "{\"Id\":null}", "{Id:1}"})
  void a_malformed_body_is_refused_in_an_envelope(String body) {
    assertRefused(patch(body), 400, "");
  }

  @Test
  void an_unknown_route_answers_without_the_envelope() {
    HttpResponse<String> response = get("/IssuedInvoices?page=1");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).keySet()).containsExactly("Message");
    assertThat(json(response).get("Message").getAsString())
        .startsWith(
            "No HTTP resource was found that matches the request URI '"
                + sandbox.idokladUrl()
                + "/IssuedInvoices?page=1'. Known: ")
        .contains("PATCH /idoklad/v3/NumericSequences");
  }

  @Test
  void a_missing_or_wrong_token_is_refused() {
    HttpResponse<String> response =
        http.idoklad(sandbox.idokladUrl(), "GET", "/NumericSequences", null, "wrong");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).keySet()).containsExactly("Message");
    assertThat(
            Http.send(Http.request(URI.create(sandbox.idokladUrl() + "/NumericSequences")))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void allows_200_requests_a_minute() {
    for (int i = 0; i < 200; i++) {
      assertThat(get("/NumericSequences/1").statusCode()).isEqualTo(200);
    }

    assertThat(get("/NumericSequences/1").statusCode()).isEqualTo(429);
    assertThat(http.tokenRequest("").statusCode()).isEqualTo(400);
  }

  @Test
  void every_seeded_format_is_allowed() {
    JsonArray items = data(get("/NumericSequences?pageSize=200")).getAsJsonArray("Items");

    for (JsonElement item : items) {
      JsonObject patch = new JsonObject();
      patch.add("Id", item.getAsJsonObject().get("Id"));
      patch.add("NumberFormat", item.getAsJsonObject().get("NumberFormat"));
      assertThat(patch(patch.toString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void sequences_can_be_arranged() {
    sandbox.idoklad().clear();

    int id = sandbox.idoklad().addNumericSequence("3", "Notes", "D{NNN}");

    JsonObject sequence = data(get("/NumericSequences/" + id));
    assertThat(sequence.get("DocumentType").getAsInt()).isEqualTo(3);
    assertThat(sequence.get("IsDefault").getAsBoolean()).isTrue();
    assertThatThrownBy(() -> sandbox.idoklad().addNumericSequence("0", "X", "D{NNN}"))
        .hasMessageContaining("D{NNN}");
    assertThatThrownBy(() -> sandbox.idoklad().addNumericSequence("8", "X", "E{NNN}"))
        .hasMessageContaining("8");
    assertThatThrownBy(() -> sandbox.idoklad().lastNumber(1, 1)).hasMessageContaining("1");
  }

  private HttpResponse<String> get(String path) {
    return http.idoklad(sandbox.idokladUrl(), "GET", path, null, token);
  }

  private HttpResponse<String> patch(String body) {
    return http.idoklad(sandbox.idokladUrl(), "PATCH", "/NumericSequences", body, token);
  }

  private static JsonObject data(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response).getAsJsonObject("Data");
  }

  private static List<Integer> ids(JsonObject page) {
    return page.getAsJsonArray("Items").asList().stream()
        .map(item -> item.getAsJsonObject().get("Id").getAsInt())
        .toList();
  }

  private static void assertRefused(HttpResponse<String> response, int status, String messagePart) {
    assertThat(response.statusCode()).isEqualTo(status);
    JsonObject envelope = json(response);
    assertThat(envelope.get("Data").isJsonNull()).isTrue();
    assertThat(envelope.get("IsSuccess").getAsBoolean()).isFalse();
    assertThat(envelope.get("StatusCode").getAsInt()).isEqualTo(status);
    assertThat(envelope.has("ErrorCode")).isTrue();
    assertThat(envelope.get("Message").getAsString()).contains(messagePart);
  }
}
