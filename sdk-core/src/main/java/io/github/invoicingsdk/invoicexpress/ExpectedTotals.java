package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.DiscountType;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts that a document must have. All are exact until they are rounded, once, half up, to
 * two digits, as the provider was seen to do; the total is taken from the rounded ones.
 *
 * @param sum before discounts and taxes
 * @param discount of the lines and of the document
 * @param total with taxes
 * @param totalToPay the total less what is withheld; which of the two the provider calls the total
 *     is not documented
 */
record ExpectedTotals(
    BigDecimal sum,
    BigDecimal discount,
    BigDecimal beforeTaxes,
    BigDecimal taxes,
    BigDecimal total,
    BigDecimal totalToPay) {

  /**
   * Computes the amounts.
   *
   * @param rates the rate of each line in percent
   */
  static ExpectedTotals of(ExpectedDocument document, List<BigDecimal> rates) {
    BigDecimal subtotal = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal exactTaxes = BigDecimal.ZERO;
    for (int i = 0; i < rates.size(); i++) {
      ExpectedLine line = document.lines().get(i);
      subtotal = subtotal.add(line.subtotal());
      net = net.add(line.net());
      exactTaxes = exactTaxes.add(ExpectedLine.percent(line.net(), rates.get(i)));
    }
    BigDecimal exactBefore = discounted(net, net, document.globalDiscount());
    BigDecimal sum = round(subtotal);
    BigDecimal before = round(exactBefore);
    BigDecimal taxes = round(discounted(exactTaxes, net, document.globalDiscount()));
    BigDecimal total = before.add(taxes);
    BigDecimal retained = round(ExpectedLine.percent(exactBefore, document.retention()));
    return new ExpectedTotals(
        sum, sum.subtract(before), before, taxes, total, total.subtract(retained));
  }

  static BigDecimal round(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** What a discount on the whole document leaves of a part of it. */
  private static BigDecimal discounted(
      BigDecimal part, BigDecimal net, @Nullable GlobalDiscount discount) {
    if (discount == null || net.signum() == 0) {
      return part;
    }
    return DiscountType.PERCENTAGE.equals(discount.valueType())
        ? part.subtract(ExpectedLine.percent(part, discount.value()))
        : part.multiply(net.subtract(discount.value())).divide(net, MathContext.DECIMAL128);
  }
}
