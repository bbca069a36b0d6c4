package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.GuideDraftItem;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line as it was asked for.
 *
 * @param discount in percent
 * @param tax the name of its tax; null for the default tax of the account
 * @param exemption why no tax is due, if the line says so itself
 */
record ExpectedLine(
    String name,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    @Nullable String tax,
    @Nullable TaxExemptionCode exemption) {

  static ExpectedLine of(DraftItem item) {
    return new ExpectedLine(
        item.name(),
        item.quantity(),
        item.unitPrice(),
        orZero(item.discount()),
        name(item.tax()),
        item.taxExemption());
  }

  static ExpectedLine of(GuideDraftItem item) {
    return new ExpectedLine(
        item.name(),
        item.quantity(),
        item.unitPrice(),
        orZero(item.discount()),
        name(item.tax()),
        null);
  }

  BigDecimal subtotal() {
    return unitPrice.multiply(quantity);
  }

  /** Without tax, after the discount of the line. */
  BigDecimal net() {
    return subtotal().subtract(percent(subtotal(), discount));
  }

  static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).movePointLeft(2);
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return Objects.requireNonNullElse(value, BigDecimal.ZERO);
  }

  private static @Nullable String name(@Nullable TaxName tax) {
    return tax == null ? null : tax.name();
  }
}
