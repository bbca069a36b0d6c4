package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A tax rate of the account. */
record Tax(long id, String name, BigDecimal value, @Nullable String region, @Nullable String code) {
  JsonObject toJson(boolean isDefault, DecimalForm form) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("name", name);
    json.add("value", decimal(value, form));
    json.addProperty("region", region);
    json.addProperty("code", code);
    json.addProperty("default_tax", isDefault ? 1 : 0);
    return json;
  }

  /** The form within an item. */
  JsonObject toItemJson(DecimalForm form) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.add("value", decimal(value, form));
    json.addProperty("comment", "tax value:" + plain(value) + "%");
    return json;
  }

  static JsonPrimitive decimal(BigDecimal value, DecimalForm form) {
    String plain = plain(value);
    return form == DecimalForm.TEXT
        ? new JsonPrimitive(plain)
        : new JsonPrimitive(new BigDecimal(plain));
  }

  /** With one digit behind the point at least, as recorded. */
  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }
}
