package io.github.invoicingsdk.result;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One page of a list, as the provider sent it. While a list is read page by page, a page lacks
 * those items at its front that were on the page before, see {@link Paged}.
 *
 * <p>Immutable; thread-safe when its items are.
 *
 * @param <T> the type of the items
 * @param number the page's number, counted from 1
 * @param items the page's items in the provider's order; empty when the page lies past the end
 * @param totalItems the number of items on all pages; empty when the provider did not tell
 * @param totalPages the number of pages; empty when the provider did not tell
 */
public record Page<T>(int number, List<T> items, OptionalLong totalItems, OptionalInt totalPages) {

  /**
   * Creates a page.
   *
   * @param number the page's number, counted from 1
   * @param items the page's items in the provider's order
   * @param totalItems the number of items on all pages; empty when the provider did not tell
   * @param totalPages the number of pages; empty when the provider did not tell
   * @throws IllegalArgumentException when {@code number} is less than 1
   * @throws NullPointerException when an argument or an item is null
   */
  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("number is " + number + ": pages are counted from 1");
    }
    items = List.copyOf(items);
    Objects.requireNonNull(totalItems, "totalItems");
    Objects.requireNonNull(totalPages, "totalPages");
  }

  /**
   * Whether this is the last page as far as the page itself can tell: it is empty, or the provider
   * told the number of pages and this one reaches it.
   *
   * @return true when there is no reason to ask for the next page
   */
  public boolean isLast() {
    return items.isEmpty() || (totalPages.isPresent() && number >= totalPages.getAsInt());
  }
}
