package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.vocabulary.Page;
import io.github.invoicingsdk.vocabulary.PageProgress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows which page comes next, and where a list ends: at the last page, at an empty one, or at one
 * that repeats the first or the previous one. For one thread at a time.
 *
 * @param <T> the items
 */
final class PageWalk<T> {

  private final Consumer<? super PageProgress> progress;
  private @Nullable Page<T> first;
  private @Nullable Page<T> previous;
  private long items;
  private boolean ended;

  PageWalk(Consumer<? super PageProgress> progress) {
    this.progress = progress;
  }

  /** The number of the page to be fetched. */
  int next() {
    return previous == null ? 1 : previous.number() + 1;
  }

  /** Whether no page is to be fetched any more. */
  boolean hasEnded() {
    return ended;
  }

  /**
   * Goes on to a page.
   *
   * @return whether it belongs to the list
   */
  boolean take(Page<T> page) {
    boolean isFirst = previous == null;
    if (!isFirst && (page.items().isEmpty() || repeats(page, previous) || repeats(page, first))) {
      ended = true;
      return false;
    }
    previous = page;
    if (isFirst) {
      first = page;
    }
    ended = page.isLast();
    items += page.items().size();
    progress.accept(new PageProgress(page.number(), page.totalPages(), items, page.totalItems()));
    return true;
  }

  private static <T> boolean repeats(Page<T> page, @Nullable Page<T> earlier) {
    return earlier != null && page.items().equals(earlier.items());
  }
}
