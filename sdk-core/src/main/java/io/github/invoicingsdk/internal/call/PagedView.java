package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.PageProgress;
import io.github.invoicingsdk.vocabulary.Pagination;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a list is to be read: size of pages, whom to tell, pages fetched ahead. Immutable. */
final class PagedView {

  /** As the provider has it: one page after the other, and nobody is told. */
  static final PagedView PLAIN = new PagedView(OptionalInt.empty(), page -> {}, 0, null);

  private final OptionalInt size;
  private final Consumer<? super PageProgress> progress;
  private final int ahead;
  private final @Nullable AsyncCaller fetcher;

  private PagedView(
      OptionalInt size,
      Consumer<? super PageProgress> progress,
      int ahead,
      @Nullable AsyncCaller fetcher) {
    this.size = size;
    this.progress = progress;
    this.ahead = ahead;
    this.fetcher = fetcher;
  }

  /** How many items a page is to hold; empty for the provider's own number. */
  OptionalInt size() {
    return size;
  }

  /** Is told of every page. */
  Consumer<? super PageProgress> progress() {
    return progress;
  }

  /** How many pages are fetched ahead. */
  int ahead() {
    return ahead;
  }

  /** Fetches pages ahead. */
  AsyncCaller fetcher() {
    return Objects.requireNonNull(fetcher, "no page is fetched ahead");
  }

  PagedView withSize(int items, Pagination pagination, String operation) {
    int max = pagination.maxSize();
    if (items < 1 || (max > 0 && items > max)) {
      throw new IllegalArgumentException(
          "items is "
              + items
              + ": a page of "
              + operation
              + " holds 1 to "
              + (max > 0 ? max : "any number of")
              + " items");
    }
    return new PagedView(OptionalInt.of(items), progress, ahead, fetcher);
  }

  PagedView withProgress(Consumer<? super PageProgress> another) {
    Consumer<? super PageProgress> first = progress;
    return new PagedView(
        size,
        page -> {
          first.accept(page);
          another.accept(page);
        },
        ahead,
        fetcher);
  }

  PagedView ahead(int pages, AsyncCaller fetcher) {
    if (pages < 1 || pages > PagesAhead.MOST) {
      throw new IllegalArgumentException(
          "pages is " + pages + "; 1 to " + PagesAhead.MOST + " pages can be fetched ahead");
    }
    return new PagedView(size, progress, pages, fetcher);
  }
}
