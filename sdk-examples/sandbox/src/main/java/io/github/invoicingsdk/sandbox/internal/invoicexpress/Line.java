package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One item on a document. Its amounts are exact; only what is shown is rounded.
 *
 * @param discount in percent
 * @param tax the tax that was found for it
 * @param exemption why no tax is due, if the line says so itself
 */
record Line(
    String name,
    @Nullable String description,
    BigDecimal unitPrice,
    BigDecimal quantity,
    @Nullable String unit,
    BigDecimal discount,
    JsonObject tax,
    @Nullable String exemption) {
  BigDecimal subtotal() {
    return unitPrice.multiply(quantity);
  }

  BigDecimal discountAmount() {
    return percent(subtotal(), discount);
  }

  /** Without tax, after the line's own discount. */
  BigDecimal net() {
    return subtotal().subtract(discountAmount());
  }

  BigDecimal taxAmount() {
    return percent(net(), tax.get("value").getAsBigDecimal());
  }

  boolean exempt() {
    return tax.get("value").getAsBigDecimal().signum() == 0;
  }

  Line withExemption(String code) {
    return new Line(name, description, unitPrice, quantity, unit, discount, tax, code);
  }

  static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).movePointLeft(2);
  }
}
