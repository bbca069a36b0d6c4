package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.vocabulary.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks pages up to the last one, to an empty one, or to one that repeats the first or the previous
 * one. A page that could not be fetched is tried again when it is asked for again.
 *
 * @param <T> the items
 */
final class PageIterator<T> implements Iterator<Page<T>> {

  private final IntFunction<Page<T>> fetch;
  private @Nullable Page<T> first;
  private @Nullable Page<T> previous;
  private @Nullable Page<T> fetched;
  private boolean ended;

  PageIterator(IntFunction<Page<T>> fetch) {
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    if (fetched == null && !ended) {
      advance();
    }
    return fetched != null;
  }

  @Override
  public Page<T> next() {
    if (!hasNext() || fetched == null) {
      throw new NoSuchElementException("there are no more pages");
    }
    Page<T> page = fetched;
    fetched = null;
    previous = page;
    if (first == null) {
      first = page;
    }
    ended = page.isLast();
    return page;
  }

  private void advance() {
    Page<T> page = fetch.apply(previous == null ? 1 : previous.number() + 1);
    boolean isFirst = previous == null;
    if (!isFirst && (page.items().isEmpty() || repeats(page, previous) || repeats(page, first))) {
      ended = true;
    } else {
      fetched = page;
    }
  }

  private static <T> boolean repeats(Page<T> page, @Nullable Page<T> earlier) {
    return earlier != null && page.items().equals(earlier.items());
  }
}
