package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.AppliedTax;
import io.github.invoicingsdk.invoicexpress.model.Tax;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The taxes of an account at one moment. Immutable. */
record TaxTable(List<Tax> taxes) {

  TaxTable {
    taxes = List.copyOf(taxes);
  }

  /** The tax of that name; without a name, the default tax. */
  Optional<Tax> find(@Nullable String name) {
    return taxes.stream()
        .filter(
            tax ->
                name == null
                    ? Boolean.TRUE.equals(Shown.orNull(tax, Tax::defaultTax))
                    : name.equals(Shown.orNull(tax, Tax::name)))
        .findFirst();
  }

  /** The rate in percent of the tax of that name; without a name, of the default tax. */
  Optional<BigDecimal> rate(@Nullable String name) {
    return find(name).map(tax -> Shown.orNull(tax, Tax::value));
  }

  /** The name of a tax on a document, which may show nothing but its id. */
  Optional<String> nameOf(@Nullable AppliedTax applied) {
    if (applied == null) {
      return Optional.empty();
    }
    String name = applied.name();
    if (name != null && !name.isBlank()) {
      return Optional.of(name);
    }
    return taxes.stream()
        .filter(tax -> tax.id().equals(applied.id()))
        .findFirst()
        .map(tax -> Shown.orNull(tax, Tax::name));
  }
}
