package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;

/** Shows a document with amounts that it does not have: every one of them is higher by one. */
final class OtherAmounts {
  private static final List<String> OF_DOCUMENT = List.of("sum", "before_taxes", "taxes", "total");
  private static final List<String> OF_LINE =
      List.of("unit_price", "subtotal", "tax_amount", "total");

  private OtherAmounts() {}

  static void writeInto(JsonObject document) {
    OF_DOCUMENT.forEach(member -> raise(document, member));
    for (JsonElement item : document.getAsJsonArray("items")) {
      OF_LINE.forEach(member -> raise(item.getAsJsonObject(), member));
    }
  }

  private static void raise(JsonObject in, String member) {
    JsonElement amount = in.get(member);
    if (amount == null) {
      return;
    }
    BigDecimal raised = amount.getAsBigDecimal().add(BigDecimal.ONE);
    boolean number = amount.getAsJsonPrimitive().isNumber();
    in.add(member, number ? new JsonPrimitive(raised) : new JsonPrimitive(raised.toPlainString()));
  }
}
