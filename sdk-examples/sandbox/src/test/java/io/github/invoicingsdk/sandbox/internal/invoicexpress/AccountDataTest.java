package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccountDataTest {
  private final AccountData data = new AccountData(new FinalConsumer(() -> true));
  private final Ledger ledger = data;

  @Test
  void an_unknown_client_is_created() {
    JsonObject client = ledger.clientFor(json("{'name':'Ana','code':'A1','country':'Portugal'}"));

    assertThat(client.get("id").getAsLong()).isEqualTo(6_207_001);
    assertThat(data.clients().find("code", "A1")).isNotNull();
    assertThat(client.get("country").getAsString()).isEqualTo("Portugal");
  }

  @Test
  void a_known_client_is_overwritten_with_what_was_sent() {
    long id = data.clients().add("Ana", "A1");

    JsonObject byCode = ledger.clientFor(json("{'name':'Eva','code':'A1','city':'Porto'}"));
    JsonObject byName = ledger.clientFor(json("{'name':'Eva','code':'A2'}"));
    JsonObject byNameOnly = ledger.clientFor(json("{'name':'Eva','send_options':'9'}"));

    assertThat(byCode.get("id").getAsLong()).isEqualTo(id);
    assertThat(byCode.get("name").getAsString()).isEqualTo("Eva");
    assertThat(byName.get("id").getAsLong()).isEqualTo(id);
    assertThat(byName.get("code").getAsString()).isEqualTo("A2");
    assertThat(byNameOnly.get("code").getAsString()).isEqualTo("A2");
    assertThat(byNameOnly.get("city").getAsString()).isEqualTo("Porto");
    assertThat(byNameOnly.get("send_options").getAsInt()).isEqualTo(1);
    assertThat(data.clients().all()).hasSize(1);
  }

  @Test
  void the_code_counts_before_the_name() {
    data.clients().add("Ana", "A1");
    long other = data.clients().add("Eva", "A2");

    assertThat(ledger.clientFor(json("{'name':'Ana','code':'A2'}")).get("id").getAsLong())
        .isEqualTo(other);
  }

  @Test
  void the_client_is_a_copy() {
    ledger.clientFor(json("{'name':'Ana','code':'A1'}")).addProperty("name", "Eva");

    assertThat(data.clients().find("name", "Ana")).isNotNull();
  }

  @Test
  void an_unknown_item_is_created() {
    ledger.item(
        json("{'name':'Pen','description':'d','unit_price':2.5,'unit':'unit'}"),
        ledger.taxNamed("IVA6"));

    Item item = Objects.requireNonNull(data.items().named("Pen"));
    assertThat(item.unitPrice()).isEqualByComparingTo("2.5");
    assertThat(item.description()).isEqualTo("d");
    assertThat(data.taxes().byIdOrDefault(item.taxId()).name()).isEqualTo("IVA6");
  }

  @Test
  void a_known_item_is_overwritten_and_keeps_its_name_from_then_on() {
    long id = data.addItem("Pen", new BigDecimal("1"), "IVA23");

    ledger.item(json("{'name':'Pen','unit_price':'3'}"), ledger.taxNamed("IVA13"));

    Item item = Objects.requireNonNull(data.items().find(id));
    assertThat(item.unitPrice()).isEqualByComparingTo("3");
    assertThat(item.unit()).isEqualTo("unit");
    assertThat(item.onDocuments()).isTrue();
    assertThat(data.taxes().byIdOrDefault(item.taxId()).name()).isEqualTo("IVA13");
    assertThat(data.items().all()).hasSize(1);
  }

  @Test
  void an_unknown_or_absent_tax_is_the_default_one() {
    assertThat(ledger.taxNamed("IVA99").get("name").getAsString()).isEqualTo("IVA23");
    assertThat(ledger.taxNamed(null).get("name").getAsString()).isEqualTo("IVA23");
    assertThat(ledger.taxNamed("IVA6").get("value").getAsBigDecimal()).isEqualByComparingTo("6");
    assertThat(ledger.taxNamed("IVA6").get("value").getAsJsonPrimitive().isNumber()).isTrue();
  }

  @Test
  void without_any_tax_nothing_is_taxed() {
    for (Tax tax : data.taxes().all()) {
      data.taxes().remove(tax.id());
    }

    assertThat(ledger.taxNamed("IVA23").get("value").getAsBigDecimal()).isZero();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
