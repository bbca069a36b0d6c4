package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A discount on the whole document, after those of its lines.
 *
 * @param percentage whether the value is a percentage, or an amount without tax
 */
record GlobalDiscount(boolean percentage, BigDecimal value) {
  static final GlobalDiscount NONE = new GlobalDiscount(true, BigDecimal.ZERO);

  /** What is left of a share of the document, of which the net amount is the whole. */
  BigDecimal applyTo(BigDecimal share, BigDecimal net) {
    if (percentage) {
      return share.subtract(Line.percent(share, value));
    }
    return net.signum() == 0
        ? share
        : share.multiply(net.subtract(value)).divide(net, MathContext.DECIMAL128);
  }

  boolean fits(BigDecimal net) {
    BigDecimal most = percentage ? BigDecimal.valueOf(100) : net;
    return value.signum() >= 0 && value.compareTo(most) <= 0;
  }
}
