package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** What issuing a document needs of the rest of the account, and changes in it. */
interface Ledger {
  /**
   * The client of that code or name, created if unknown, overwritten with what was sent otherwise.
   */
  JsonObject clientFor(JsonObject sent);

  /** Records an item by its name: created if unknown, overwritten otherwise. */
  void item(JsonObject sent, JsonObject tax);

  /** The tax of that name, or the default tax when the name is unknown or absent. */
  JsonObject taxNamed(@Nullable String name);
}
