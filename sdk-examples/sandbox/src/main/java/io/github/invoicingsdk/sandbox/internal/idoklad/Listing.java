package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters, sorts and pages numeric sequences for a list of either version. */
final class Listing {
  private static final int DEFAULT_PAGE_SIZE = 20;

  private final Request request;

  Listing(Request request) {
    this.request = request;
  }

  /** The page object: the items under the given name, and the totals. */
  JsonObject page(
      List<NumericSequence> all,
      Predicate<NumericSequence> filter,
      int maxPageSize,
      String itemsName,
      Function<NumericSequence, JsonObject> toJson) {
    int page = positive("page", 1, Integer.MAX_VALUE);
    int pageSize = positive("pageSize", DEFAULT_PAGE_SIZE, maxPageSize);
    List<NumericSequence> matching = all.stream().filter(filter).sorted(order()).toList();
    JsonArray items = new JsonArray();
    matching.stream().skip((page - 1L) * pageSize).limit(pageSize).map(toJson).forEach(items::add);
    JsonObject json = new JsonObject();
    json.add(itemsName, items);
    json.addProperty("TotalItems", matching.size());
    json.addProperty("TotalPages", (matching.size() + (long) pageSize - 1) / pageSize);
    return json;
  }

  private Comparator<NumericSequence> order() {
    Comparator<NumericSequence> byId = Comparator.comparing(NumericSequence::id);
    String sort = request.query("sort");
    if (sort == null || sort.isEmpty()) {
      return byId;
    }
    return switch (sort.toLowerCase(Locale.ROOT)) {
      case "id~asc" -> byId;
      case "id~desc" -> byId.reversed();
      default ->
          throw new InvalidQueryException(
              "sort: '" + sort + "' is not known; known are Id~Asc and Id~Desc");
    };
  }

  private int positive(String name, int otherwise, int max) {
    @Nullable String text = request.query(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outOfRange(name, text, max);
    }
    throw outOfRange(name, text, max);
  }

  private static InvalidQueryException outOfRange(String name, String text, int max) {
    return new InvalidQueryException(name + ": '" + text + "' is not an integer from 1 to " + max);
  }
}
