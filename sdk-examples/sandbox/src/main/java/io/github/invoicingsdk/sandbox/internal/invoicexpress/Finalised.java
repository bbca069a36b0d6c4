package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.time.YearMonth;

/** Tells whether documents were finalised in a month. */
@FunctionalInterface
interface Finalised {
  boolean anyIn(YearMonth month);
}
