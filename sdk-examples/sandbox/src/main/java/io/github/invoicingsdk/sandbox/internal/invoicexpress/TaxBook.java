package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The taxes of an account, one of which is the default. It begins with the four that every new
 * account has. Guarded by the account's lock.
 */
final class TaxBook {
  private static final long FIRST_ID = 31_554;

  /** Used where no tax is left to fall back to; not listed. */
  private static final Tax NONE = new Tax(0, "Isento", BigDecimal.ZERO, null, null);

  private final Map<Long, Tax> byId = new LinkedHashMap<>();
  private long nextId = FIRST_ID;
  private long defaultId;

  TaxBook() {
    clear();
  }

  /** Back to the taxes of a new account. */
  void clear() {
    byId.clear();
    nextId = FIRST_ID;
    makeDefault(add("IVA23", new BigDecimal("23"), "PT", "NOR"));
    add("IVA13", new BigDecimal("13"), "PT", "INT");
    add("IVA6", new BigDecimal("6"), "PT", "RED");
    // A recorded irregularity: the members can be null.
    add("Isento", BigDecimal.ZERO, null, null);
  }

  Tax add(String name, BigDecimal value, @Nullable String region, @Nullable String code) {
    Tax tax = new Tax(nextId++, name, value, region, code);
    byId.put(tax.id(), tax);
    return tax;
  }

  void replace(Tax tax) {
    byId.put(tax.id(), tax);
  }

  /** Removes a tax; the oldest one left becomes the default if it was that. */
  boolean remove(long id) {
    boolean removed = byId.remove(id) != null;
    if (removed && id == defaultId) {
      defaultId = byId.isEmpty() ? 0 : byId.keySet().iterator().next();
    }
    return removed;
  }

  void makeDefault(Tax tax) {
    defaultId = tax.id();
  }

  boolean isDefault(Tax tax) {
    return tax.id() == defaultId;
  }

  List<Tax> all() {
    return List.copyOf(byId.values());
  }

  @Nullable Tax find(long id) {
    return byId.get(id);
  }

  @Nullable Tax named(String name) {
    return byId.values().stream().filter(tax -> tax.name().equals(name)).findFirst().orElse(null);
  }

  /** The tax of that name, or the default one. */
  Tax namedOrDefault(@Nullable String name) {
    Tax named = name == null ? null : named(name);
    return named == null ? byIdOrDefault(defaultId) : named;
  }

  /** The tax with that id, or the default one. */
  Tax byIdOrDefault(long id) {
    Tax tax = byId.get(id);
    return tax == null ? byId.getOrDefault(defaultId, NONE) : tax;
  }
}
