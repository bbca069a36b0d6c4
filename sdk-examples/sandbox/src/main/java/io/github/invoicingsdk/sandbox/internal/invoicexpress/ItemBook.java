package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of an account. Guarded by the account's lock. */
final class ItemBook {
  private static final long FIRST_ID = 402_321;

  private final Map<Long, Item> byId = new LinkedHashMap<>();
  private long nextId = FIRST_ID;

  void clear() {
    byId.clear();
  }

  long newId() {
    return nextId++;
  }

  void put(Item item) {
    byId.put(item.id(), item);
  }

  boolean remove(long id) {
    return byId.remove(id) != null;
  }

  List<Item> all() {
    return List.copyOf(byId.values());
  }

  @Nullable Item find(long id) {
    return byId.get(id);
  }

  @Nullable Item named(String name) {
    return byId.values().stream().filter(item -> item.name().equals(name)).findFirst().orElse(null);
  }
}
