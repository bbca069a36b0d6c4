package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that a request asks for. */
record Paging(int page, int perPage) {
  private static final int DEFAULT_PER_PAGE = 10;

  static Paging of(Request request, int maxPageSize) {
    return new Paging(
        positive(request.query("page"), 1),
        Math.min(maxPageSize, positive(request.query("per_page"), DEFAULT_PER_PAGE)));
  }

  /** The elements on the page, as JSON. */
  JsonArray cut(List<? extends JsonElement> all) {
    JsonArray elements = new JsonArray();
    slice(all).forEach(elements::add);
    return elements;
  }

  /** The elements on the page. */
  <T> List<T> slice(List<T> all) {
    return all.stream().skip((page - 1L) * perPage).limit(perPage).toList();
  }

  /** The block that tells where the page stands. */
  JsonObject block(int totalEntries) {
    JsonObject pagination = new JsonObject();
    pagination.addProperty("current_page", page);
    pagination.addProperty("total_entries", totalEntries);
    pagination.addProperty("per_page", perPage);
    pagination.addProperty("total_pages", pages(totalEntries));
    return pagination;
  }

  private int pages(int totalEntries) {
    return totalEntries / perPage + (totalEntries % perPage == 0 ? 0 : 1);
  }

  private static int positive(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      return number < 1 ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
