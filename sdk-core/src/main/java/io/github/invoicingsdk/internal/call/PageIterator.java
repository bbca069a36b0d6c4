package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks the pages of a list. A page that could not be fetched is tried again when it is asked for
 * again; a list that changed while it was read keeps failing.
 *
 * @param <T> the items
 */
final class PageIterator<T> implements Iterator<Page<T>> {

  private final PageSource<T> source;
  private final PageWalk<T> walk;
  private @Nullable Page<T> fetched;

  PageIterator(PageSource<T> source, PageWalk<T> walk) {
    this.source = source;
    this.walk = walk;
  }

  @Override
  public boolean hasNext() {
    while (fetched == null && !walk.hasEnded()) {
      fetched = walk.take(source.page(walk.next())).orElse(null);
      if (walk.isOver()) {
        source.close();
      }
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
    return page;
  }

  /** Gives up what is under way. */
  void close() {
    source.close();
  }
}
