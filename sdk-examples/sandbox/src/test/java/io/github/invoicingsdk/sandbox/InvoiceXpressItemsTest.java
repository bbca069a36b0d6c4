package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressItemsTest {
  private static final String BAD_PRICE =
      "Price is not valid. Check the decimal mark and if you are inserting only numbers.";

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 10",
    "?page=2, 2",
    "?page=3, 0",
    "?per_page=12, 12",
    "?page=2&per_page=5, 5",
    "?page=x&per_page=0, 10"
  })
  void the_list_has_pages_without_a_pagination_block(String query, int items) {
    JsonObject response = json(http.invoiceXpress("GET", "/items.json" + query));

    assertThat(response.keySet()).containsExactly("items");
    assertThat(response.getAsJsonArray("items")).hasSize(items);
  }

  @Test
  void a_created_item_is_answered_and_can_be_read() {
    HttpResponse<String> created =
        create(
            """
            {"item":{"name":"Medium","description":"foo","unit_price":"16.2602",
            "unit":"service","tax":{"name":"IVA6"}}}""");

    assertThat(created.statusCode()).isEqualTo(201);
    JsonObject item = json(created).getAsJsonObject("item");
    long id = item.remove("id").getAsLong();
    assertThat(item)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"name":"Medium","description":"foo","unit_price":"16.2602","unit":"service",
                "tax":{"name":"IVA6","value":"6.0","comment":"tax value:6.0%"}}"""));
    JsonObject read = item(id);
    assertThat(read.get("name").getAsString()).isEqualTo("Medium");
  }

  @Test
  void decimals_can_be_numbers_as_documented() {
    sandbox.invoiceXpress().decimalForm(DecimalForm.NUMBER);
    long id = sandbox.invoiceXpress().addItem("Ten", "10", "IVA23");

    String body = http.invoiceXpress("GET", "/items/" + id + ".json").body();

    assertThat(body).contains("\"unit_price\":10.0,").contains("\"value\":23.0,");
  }

  @Test
  void a_price_sent_as_a_number_is_refused() {
    HttpResponse<String> response =
        create("{\"item\":{\"name\":\"Medium\",\"description\":\"foo\",\"unit_price\":16.26}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":[{\"error\":\"" + BAD_PRICE + "\"}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"16,26", "abc", "1e999999999", "1.234.567"})
  void a_price_that_is_no_decimal_is_refused(String price) {
    HttpResponse<String> response =
        create("{\"item\":{\"name\":\"Medium\",\"unit_price\":\"" + price + "\"}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains(BAD_PRICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"item\":{}}", "{\"item\":[]}", "nothing"})
  void missing_members_are_all_named(String body) {
    HttpResponse<String> response = create(body);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"errors\":[{\"error\":\"Price is a required field\"},"
                + "{\"error\":\"RRP is a required field\"},"
                + "{\"error\":\"Name is a required field\"}]}");
  }

  @Test
  void a_taken_name_is_refused() {
    HttpResponse<String> response = create("{\"item\":{\"name\":\"Item 1\",\"unit_price\":\"1\"}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":[{\"error\":\"Name is not available.\"}]}");
  }

  @Test
  void an_unknown_tax_becomes_the_default_one() {
    JsonObject item =
        json(create("{\"item\":{\"name\":\"A\",\"unit_price\":\"1\",\"tax\":{\"name\":\"X\"}}}"))
            .getAsJsonObject("item");

    assertThat(item.getAsJsonObject("tax").get("name").getAsString()).isEqualTo("IVA23");
  }

  @Test
  void an_update_has_an_empty_response_and_leaves_what_was_not_sent() {
    long id = sandbox.invoiceXpress().addItem("Old", "1", "IVA6");

    HttpResponse<String> response =
        update(id, "{\"item\":{\"name\":\"New\",\"unit_price\":\"2.5\",\"description\":\"d\"}}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    JsonObject item = item(id);
    assertThat(item.get("name").getAsString()).isEqualTo("New");
    assertThat(item.get("unit_price").getAsString()).isEqualTo("2.5");
    assertThat(item.get("unit").getAsString()).isEqualTo("unit");
    assertThat(item.getAsJsonObject("tax").get("name").getAsString()).isEqualTo("IVA6");
  }

  @Test
  void a_refused_update_has_no_effect() {
    HttpResponse<String> response =
        update(402_321, "{\"item\":{\"name\":\"Item 2\",\"unit_price\":2}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"errors\":[{\"error\":\""
                + BAD_PRICE
                + "\"},{\"error\":\"Name is not available.\"}]}");
    assertThat(item(402_321).get("name").getAsString()).isEqualTo("Item 1");
  }

  @Test
  void a_deleted_item_is_gone() {
    HttpResponse<String> response = http.invoiceXpress("DELETE", "/items/402321.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(http.invoiceXpress("GET", "/items/402321.json").statusCode()).isEqualTo(404);
  }

  @Test
  void an_unknown_item_has_an_empty_response() {
    for (String method : new String[] {"GET", "DELETE"}) {
      HttpResponse<String> response = http.invoiceXpress(method, "/items/1.json");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEmpty();
    }
    assertThat(update(1, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void an_arranged_item_must_make_sense() {
    InvoiceXpressAccount account = sandbox.invoiceXpress();

    assertThatThrownBy(() -> account.addItem("Item 1", "1", "IVA23"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Item 1");
    assertThatThrownBy(() -> account.addItem("A", "1", "IVA99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IVA99");
    assertThatThrownBy(() -> account.addItem("A", "1,5", "IVA23"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unitPrice")
        .hasMessageContaining("1,5");
  }

  private HttpResponse<String> create(String body) {
    return http.invoiceXpress("POST", "/items.json", body);
  }

  private HttpResponse<String> update(long id, String body) {
    return http.invoiceXpress("PUT", "/items/" + id + ".json", body);
  }

  private JsonObject item(long id) {
    return json(http.invoiceXpress("GET", "/items/" + id + ".json")).getAsJsonObject("item");
  }
}
