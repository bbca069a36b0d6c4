package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A document's amounts, each rounded once from exact ones, half up, to two digits; the total and
 * the discount are taken from the rounded ones, so that what is shown adds up.
 *
 * @param sum before discounts and taxes
 * @param discount of the lines and of the document
 * @param retained what the client withholds, a percentage of the amount before taxes
 */
record Totals(
    BigDecimal sum,
    BigDecimal discount,
    BigDecimal beforeTaxes,
    BigDecimal taxes,
    BigDecimal retained,
    BigDecimal total) {
  static Totals of(List<Line> lines, GlobalDiscount global, BigDecimal retention) {
    BigDecimal net = net(lines);
    BigDecimal exactTaxes =
        lines.stream().map(Line::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal sum =
        round(lines.stream().map(Line::subtotal).reduce(BigDecimal.ZERO, BigDecimal::add));
    BigDecimal exactBefore = global.applyTo(net, net);
    BigDecimal before = round(exactBefore);
    BigDecimal taxes = round(global.applyTo(exactTaxes, net));
    BigDecimal retained = round(Line.percent(exactBefore, retention));
    return new Totals(
        sum, sum.subtract(before), before, taxes, retained, before.add(taxes).subtract(retained));
  }

  /** An amount without taxes, as receipts have it. */
  static Totals ofPayment(BigDecimal amount) {
    BigDecimal rounded = round(amount);
    BigDecimal none = round(BigDecimal.ZERO);
    return new Totals(rounded, none, rounded, none, none, rounded);
  }

  static BigDecimal net(List<Line> lines) {
    return lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal round(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
