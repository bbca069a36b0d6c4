package io.github.invoicingsdk.result;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far the reading of a list has come. Its text is fit for a log or a progress bar, such as
 * {@code page 3 of 12}. Immutable.
 *
 * @param page the number of the page that was just fetched, from 1
 * @param totalPages the number of pages; empty when the provider did not tell
 * @param items how many items have been fetched so far, with those on this page
 * @param totalItems the number of items on all pages when the reading began; empty when the
 *     provider did not tell
 */
public record PageProgress(int page, OptionalInt totalPages, long items, OptionalLong totalItems) {

  /**
   * Creates a report.
   *
   * @param page the number of the page that was just fetched, from 1
   * @param totalPages the number of pages; empty when the provider did not tell
   * @param items how many items have been fetched so far, with those on this page
   * @param totalItems the number of items on all pages when the reading began; empty when the
   *     provider did not tell
   */
  public PageProgress {
    Objects.requireNonNull(totalPages, "totalPages");
    Objects.requireNonNull(totalItems, "totalItems");
  }

  @Override
  public String toString() {
    return totalPages.isPresent()
        ? "page " + page + " of " + totalPages.getAsInt()
        : "page " + page;
  }
}
