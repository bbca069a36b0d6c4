package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.api.TaxesApiAsync;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the taxes of an account, which hardly ever change. Whoever finds that a document does
 * not fit them reads them anew before saying so. Thread-safe.
 */
final class TaxTables {

  private final AtomicReference<@Nullable TaxTable> last = new AtomicReference<>();

  /** The taxes as they were read last. */
  Plan<TaxTable> known(Supplier<TaxesApiAsync> taxes) {
    TaxTable table = last.get();
    return table == null ? read(taxes) : Plan.of(table);
  }

  /** The taxes as they are now. */
  Plan<TaxTable> read(Supplier<TaxesApiAsync> taxes) {
    return Plan.request(() -> taxes.get().list())
        .map(TaxTable::new)
        .map(
            table -> {
              last.set(table);
              return table;
            });
  }
}
