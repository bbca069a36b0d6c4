package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdokladV2NumericSequencesTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void one_sequence_is_answered_bare() {
    sandbox.idoklad().lastNumber(2, 2);

    HttpResponse<String> response = http.v2("/NumericSequences?id=2");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"DocumentType":0,"IsDefault":false,"LastInvoiceNumber":2,
                 "Name":"Invoices of the shop","NumberFormat":"9{RR}{NNNN}","Year":2025,"Id":2}
                """));
  }

  @Test
  void an_unknown_id_is_answered_as_text() {
    HttpResponse<String> response = http.v2("/NumericSequences?id=1000");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
    assertThat(response.body()).isEqualTo("Resource with id 1000 was not found.");
    assertThat(http.v2("/NumericSequences?id=x").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 20, 33, 2, 1",
    "?page=2, 13, 33, 2, 21",
    "?pagesize=2147483647, 33, 33, 1, 1",
    "?sort=Id~desc&pagesize=1, 1, 33, 33, 33",
    "?filter=IsDefault~eq~true, 11, 11, 1, 1",
    "?filter=DocumentType~eq~0%7CIsDefault~eq~false, 2, 2, 1, 2",
    "?filter=Id~eq~33%7CIsDefault~eq~true&filtertype=or, 12, 12, 1, 1",
    "?filter=Id~eq~33%7CIsDefault~eq~true&filtertype=and, 0, 0, 0, 0"
  })
  void lists_are_paged_filtered_and_sorted(
      String query, int items, int totalItems, int totalPages, int firstId) {
    HttpResponse<String> response = http.v2("/NumericSequences" + query);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject page = json(response);
    assertThat(List.copyOf(page.keySet())).containsExactly("Data", "TotalItems", "TotalPages");
    assertThat(page.getAsJsonArray("Data")).hasSize(items);
    assertThat(page.get("TotalItems").getAsInt()).isEqualTo(totalItems);
    assertThat(page.get("TotalPages").getAsInt()).isEqualTo(totalPages);
    if (items > 0) {
      JsonObject first = page.getAsJsonArray("Data").get(0).getAsJsonObject();
      assertThat(first.get("Id").getAsInt()).isEqualTo(firstId);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "filter=Name~eq~x",
    "filter=Id~eq~1&filtertype=xor",
    "filter=(Id~eq~1)",
    "page=0",
    "pagesize=0"
  })
  void an_unusable_parameter_is_refused(String query) {
    HttpResponse<String> response = http.v2("/NumericSequences?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).keySet()).containsExactly("Message");
  }

  @Test
  void the_token_is_the_one_of_v3() {
    assertThat(
            http.idoklad(sandbox.idokladV2Url(), "GET", "/NumericSequences", null, "wrong")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void nothing_can_be_written() {
    HttpResponse<String> response =
        http.idoklad(sandbox.idokladV2Url(), "POST", "/NumericSequences", "{}", http.token());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
  }
}
