package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Page;

/**
 * Where one reader gets the pages of a list from, one after the other. For one thread.
 *
 * @param <T> the items
 */
@FunctionalInterface
interface PageSource<T> {

  /** Fetches a page; after a failure it can be asked for again. */
  Page<T> page(int number);

  /** No page is wanted any more. */
  default void close() {}
}
