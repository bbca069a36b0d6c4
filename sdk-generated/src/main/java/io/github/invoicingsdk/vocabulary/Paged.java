package io.github.invoicingsdk.vocabulary;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The answer of a list operation: all items on all pages, fetched page by page while they are read.
 *
 * <p>Nothing is sent before the first item or page is asked for, and a page is fetched only when an
 * item on it is needed. Reading ends at the last page, at an empty page, and at a page that repeats
 * an earlier one, which some servers send for ever when they do not know the page parameter.
 *
 * <pre>{@code
 * for (Client client : invoiceXpress.clients().list()) {
 *   System.out.println(client.name());
 * }
 * }</pre>
 *
 * <p>When a page cannot be fetched, the exception says which one; the items before it have been
 * delivered, and asking the same iterator again tries the same page again.
 *
 * <p>Immutable and thread-safe. Each iterator and stream fetches anew, and belongs to one thread.
 *
 * @param <T> the type of the items
 */
public interface Paged<T> extends Iterable<T> {

  /**
   * Iterates over the items of all pages.
   *
   * @return an iterator that fetches pages while it advances
   */
  @Override
  Iterator<T> iterator();

  /**
   * Streams the items of all pages, in order, fetched while the stream is consumed.
   *
   * @return a sequential stream; it need not be closed
   */
  Stream<T> stream();

  /**
   * Iterates over the pages instead of the items.
   *
   * @return the pages in order; the last one may be empty when the list is
   */
  Iterable<Page<T>> pages();

  /**
   * Fetches one page.
   *
   * @param number the page's number, counted from 1
   * @return the page; empty when it lies past the end
   * @throws IllegalArgumentException when {@code number} is less than 1
   */
  Page<T> page(int number);

  /**
   * The same list, asked for in pages of another size.
   *
   * @param items the wanted number of items on a page, at least 1 and at most what the provider
   *     documents; without it, the provider's default applies
   * @return a new view of the list; this one does not change
   * @throws IllegalArgumentException when {@code items} is out of range
   */
  Paged<T> withPageSize(int items);
}
