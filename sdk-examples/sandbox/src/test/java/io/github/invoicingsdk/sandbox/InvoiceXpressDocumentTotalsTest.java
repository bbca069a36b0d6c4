package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceXpressDocumentTotalsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final DocumentCalls calls = new DocumentCalls(new Http(sandbox));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the documented example | 24.39 x 1 | {} | 24.39 | 0 | 24.39 | 5.61 | 30",
        "half up | 0.125 x 1 | {} | 0.13 | 0 | 0.13 | 0.03 | 0.16",
        "rounded once, not by line | 0.333 x 1, 0.333 x 1, 0.333 x 1 | {} | 1 | 0 | 1 | 0.23 | 1.23",
        "a line's discount | 100 x 2 - 10 | {} | 200 | 20 | 180 | 41.4 | 221.4",
        "a percentage | 200 x 1 | {\"global_discount\": {\"value_type\": \"percentage\","
            + " \"value\": 25}} | 200 | 50 | 150 | 34.5 | 184.5",
        "an amount | 100 x 1 - 50, 50 x 1 | {\"global_discount\": {\"value_type\": \"absolute\","
            + " \"value\": \"30\"}} | 150 | 80 | 70 | 16.1 | 86.1",
        "retention | 100 x 1 | {\"retention\": \"11.5\"} | 100 | 0 | 100 | 23 | 111.5",
        "a line for nothing | 100 x 1 - 100, 1 x 1 | {} | 101 | 100 | 1 | 0.23 | 1.23",
        "nothing | 0 x 1 | {\"global_discount\": {\"value_type\": \"absolute\", \"value\": 0}}"
            + " | 0 | 0 | 0 | 0 | 0"
      })
  void amounts_are_exact_until_they_are_shown(
      String what,
      String lines,
      String more,
      String sum,
      String discount,
      String beforeTaxes,
      String taxes,
      String total) {
    JsonObject fields = fields("items", items(lines));
    object(more).entrySet().forEach(member -> fields.add(member.getKey(), member.getValue()));

    JsonObject invoice = calls.create("invoices", fields);

    assertAmount(invoice, "sum", sum);
    assertAmount(invoice, "discount", discount);
    assertAmount(invoice, "before_taxes", beforeTaxes);
    assertAmount(invoice, "taxes", taxes);
    assertAmount(invoice, "total", total);
  }

  @Test
  void each_line_has_its_own_tax_and_amounts() {
    String items =
        "[{\"name\":\"A\",\"unit_price\":\"10\",\"quantity\":\"3\",\"discount\":50,"
            + "\"discount_amount\":1,\"tax\":{\"name\":\"IVA6\"}},"
            + "{\"name\":\"B\",\"unit_price\":10,\"quantity\":1,\"tax\":{\"name\":\"IVA13\"}}]";

    JsonObject invoice = calls.create("invoices", fields("items", items));

    JsonObject first = invoice.getAsJsonArray("items").get(0).getAsJsonObject();
    assertAmount(first, "subtotal", "30");
    assertAmount(first, "discount_amount", "15");
    assertAmount(first, "tax_amount", "0.9");
    assertAmount(first, "total", "15.9");
    assertAmount(invoice, "taxes", "2.2");
  }

  @ParameterizedTest
  @CsvSource({"percentage, 100.01", "absolute, 500.01", "absolute, -1", "euro, 1", "percentage, x"})
  void an_impossible_discount_is_refused(String type, String value) {
    JsonObject discount = new JsonObject();
    discount.addProperty("value_type", type);
    discount.addProperty("value", value);

    JsonObject fields = fields("global_discount", discount.toString());
    fields.add("items", JsonParser.parseString(items("500 x 1")));

    assertThat(refusal(calls.post("invoices", fields))).startsWith("Global discount");
  }

  @ParameterizedTest
  @CsvSource({"percentage, 100, 0", "absolute, 500, 0", "absolute, 101, 399"})
  void the_whole_can_be_discounted(String type, String value, String beforeTaxes) {
    JsonObject discount = new JsonObject();
    discount.addProperty("value_type", type);
    discount.addProperty("value", value);
    JsonObject fields = fields("global_discount", discount.toString());
    fields.add("items", JsonParser.parseString(items("500 x 1")));

    assertAmount(calls.create("invoices", fields), "before_taxes", beforeTaxes);
  }

  @ParameterizedTest
  @CsvSource({"0, 123", "99.99, 23.01"})
  void retention_reaches_from_nothing_to_almost_all(String retention, String total) {
    JsonObject invoice = calls.create("invoices", fields("retention", '"' + retention + '"'));

    assertThat(invoice.get("retention").getAsString()).isEqualTo(retention);
    assertAmount(invoice, "total", total);
  }

  @Test
  void a_currency_is_sent_as_code_and_answered_as_name() {
    JsonObject invoice = calls.create("invoices", fields("currency_code", "\"USD\""));

    assertThat(invoice.get("currency").getAsString()).isEqualTo("U.S. dollar");
  }

  private static void assertAmount(JsonObject object, String name, String expected) {
    assertThat(object.get(name).getAsJsonPrimitive().isNumber()).isTrue();
    assertThat(object.get(name).getAsBigDecimal())
        .as(name)
        .isEqualByComparingTo(new BigDecimal(expected));
  }

  /** Lines such as "100 x 2 - 10", the last number being the discount in percent. */
  private static String items(String lines) {
    StringBuilder items = new StringBuilder("[");
    for (String line : lines.split(", ", -1)) {
      String[] parts = line.split(" ", -1);
      items.append(items.length() > 1 ? "," : "");
      items.append("{\"name\":\"W\",\"unit_price\":").append(parts[0]);
      items.append(",\"quantity\":").append(parts[2]);
      items.append(parts.length > 3 ? ",\"discount\":" + parts[4] : "").append('}');
    }
    return JsonParser.parseString(items + "]").toString();
  }
}
