package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks the items of pages, asking for a page only when an item on it is needed.
 *
 * @param <T> the items
 */
final class ItemIterator<T> implements Iterator<T> {

  private final Iterator<Page<T>> pages;
  private Iterator<T> items = Collections.emptyIterator();

  ItemIterator(Iterator<Page<T>> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (!items.hasNext() && pages.hasNext()) {
      items = pages.next().items().iterator();
    }
    return items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more items");
    }
    return items.next();
  }
}
