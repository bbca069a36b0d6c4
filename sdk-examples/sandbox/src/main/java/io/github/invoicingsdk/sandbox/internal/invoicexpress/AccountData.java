package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Clients, items and taxes, and what issuing a document does to them. */
final class AccountData implements Ledger {
  private final ClientBook clients = new ClientBook();
  private final ItemBook items = new ItemBook();
  private final TaxBook taxes = new TaxBook();
  private final FinalConsumer consumer;

  AccountData(FinalConsumer consumer) {
    this.consumer = consumer;
  }

  ClientBook clients() {
    return clients;
  }

  ItemBook items() {
    return items;
  }

  TaxBook taxes() {
    return taxes;
  }

  void clear() {
    clients.clear();
    items.clear();
    taxes.clear();
  }

  long addTax(String name, BigDecimal value) {
    if (taxes.named(name) != null) {
      throw new IllegalArgumentException("name must be new, but there is a tax " + name);
    }
    return taxes.add(name, value, "PT", "OUT").id();
  }

  long addItem(String name, BigDecimal unitPrice, String taxName) {
    if (items.named(name) != null) {
      throw new IllegalArgumentException("name must be new, but there is an item " + name);
    }
    Tax tax = taxes.named(taxName);
    if (tax == null) {
      throw new IllegalArgumentException("taxName must exist, but there is no tax " + taxName);
    }
    Item item = new Item(items.newId(), name, name, unitPrice, "unit", tax.id(), false);
    items.put(item);
    return item.id();
  }

  /**
   * By code if one is known, else by name, unless it is the one that many clients were given. The
   * result is a copy of its listed form.
   */
  @Override
  public JsonObject clientFor(JsonObject sent) {
    String code = Fields.text(sent, "code");
    String name = Fields.text(sent, "name");
    JsonObject known = code == null ? null : clients.listed("code", code);
    if (known == null && name != null && !name.equals(FinalConsumer.NAME)) {
      known = clients.listed("name", name);
    }
    if (known == null) {
      known = clients.create(sent);
    } else {
      ClientBook.write(sent, known);
    }
    consumer.replace(known);
    return known.deepCopy();
  }

  @Override
  public void item(JsonObject sent, JsonObject tax) {
    String name = Fields.text(sent, "name");
    if (name == null) {
      return;
    }
    Item old = items.named(name);
    BigDecimal price = Fields.decimal(sent, "unit_price");
    items.put(
        new Item(
            old == null ? items.newId() : old.id(),
            name,
            sent.has("description") || old == null
                ? Fields.text(sent, "description")
                : old.description(),
            price != null ? price : old != null ? old.unitPrice() : BigDecimal.ZERO,
            sent.has("unit") || old == null ? Fields.text(sent, "unit") : old.unit(),
            tax.get("id").getAsLong(),
            true));
  }

  /** The response is a copy, with its value as a number. */
  @Override
  public JsonObject taxNamed(@Nullable String name) {
    Tax tax = taxes.namedOrDefault(name);
    return tax.toJson(taxes.isDefault(tax), DecimalForm.NUMBER);
  }
}
