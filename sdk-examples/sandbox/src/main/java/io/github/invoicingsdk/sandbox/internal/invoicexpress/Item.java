package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is sold.
 *
 * @param onDocuments whether a document has it, after which its name stays
 */
record Item(
    long id,
    String name,
    @Nullable String description,
    BigDecimal unitPrice,
    @Nullable String unit,
    long taxId,
    boolean onDocuments) {
  JsonObject toJson(Tax tax, DecimalForm form) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("name", name);
    json.addProperty("description", description);
    json.add("unit_price", Tax.decimal(unitPrice, form));
    json.addProperty("unit", unit);
    json.add("tax", tax.toItemJson(form));
    return json;
  }
}
