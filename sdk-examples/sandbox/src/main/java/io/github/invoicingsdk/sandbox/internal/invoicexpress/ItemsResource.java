package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The five operations on items. */
final class ItemsResource {
  private static final String TAKEN = "Name is not available.";
  private static final String FIXED =
      "Name can't be changed because it is already associated with invoices";
  private static final String BAD_PRICE =
      "Price is not valid. Check the decimal mark and if you are inserting only numbers.";

  private final Account account;

  ItemsResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("GET", "/items.json", this::list)
        .add("POST", "/items.json", this::create)
        .add("GET", "/items/{id}.json", this::get)
        .add("PUT", "/items/{id}.json", this::update)
        .add("DELETE", "/items/{id}.json", this::delete);
  }

  /** Pages without a word about their number: the reader has to go on until one is not full. */
  private CannedResponse list(Request request) {
    List<JsonObject> all = items().all().stream().map(this::toJson).toList();
    Paging paging = Paging.of(request, account.maxPageSize());
    return Json.response(200, Json.object("items", paging.cut(all)));
  }

  private CannedResponse get(Request request) {
    Item item = items().find(request.pathId("id"));
    return item == null
        ? InvoiceXpressDialect.empty(404)
        : Json.response(200, Json.object("item", toJson(item)));
  }

  private CannedResponse create(Request request) {
    Item item = check(Fields.rootOrEmpty(request, "item"), null);
    items().put(item);
    return Json.response(201, Json.object("item", toJson(item)));
  }

  private CannedResponse update(Request request) {
    Item old = items().find(request.pathId("id"));
    if (old == null) {
      return InvoiceXpressDialect.empty(404);
    }
    items().put(check(Fields.rootOrEmpty(request, "item"), old));
    return InvoiceXpressDialect.empty(200);
  }

  private CannedResponse delete(Request request) {
    return InvoiceXpressDialect.empty(items().remove(request.pathId("id")) ? 200 : 404);
  }

  /** The item as sent; of an update, members that were not sent stay. */
  private Item check(JsonObject sent, @Nullable Item old) {
    List<String> errors = new ArrayList<>();
    BigDecimal price = Fields.decimal(sent, "unit_price");
    if (Fields.text(sent, "unit_price") == null) {
      errors.add("Price is a required field");
      errors.add("RRP is a required field");
    } else if (price == null || Fields.isNumber(sent, "unit_price")) {
      errors.add(BAD_PRICE);
    }
    String name = Fields.text(sent, "name");
    checkName(name, old, errors);
    if (!errors.isEmpty() || name == null || price == null) {
      throw new RefusedException(ErrorResponses.objects(422, errors));
    }
    JsonObject tax = Fields.object(sent, "tax");
    long taxId =
        tax == null && old != null
            ? old.taxId()
            : taxes().namedOrDefault(tax == null ? null : Fields.text(tax, "name")).id();
    return new Item(
        old == null ? items().newId() : old.id(),
        name,
        sent.has("description") || old == null
            ? Fields.text(sent, "description")
            : old.description(),
        price,
        sent.has("unit") || old == null ? Fields.text(sent, "unit") : old.unit(),
        taxId,
        old != null && old.onDocuments());
  }

  private void checkName(@Nullable String name, @Nullable Item old, List<String> errors) {
    if (name == null) {
      errors.add("Name is a required field");
      return;
    }
    Item namesake = items().named(name);
    if (namesake != null && (old == null || namesake.id() != old.id())) {
      errors.add(TAKEN);
    }
    if (old != null && old.onDocuments() && !old.name().equals(name)) {
      errors.add(FIXED);
    }
  }

  private JsonObject toJson(Item item) {
    return item.toJson(taxes().byIdOrDefault(item.taxId()), account.decimalForm());
  }

  private ItemBook items() {
    return account.data().items();
  }

  private TaxBook taxes() {
    return account.data().taxes();
  }
}
