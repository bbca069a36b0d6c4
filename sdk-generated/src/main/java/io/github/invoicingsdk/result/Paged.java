package io.github.invoicingsdk.result;

import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The response of a list operation: all items on all pages, fetched page by page while they are
 * read.
 *
 * <p>Nothing is sent before the first item or page is asked for, and a page is fetched only when an
 * item on it is needed. Reading ends at the last page, at an empty page, and at a page that repeats
 * the first or the previous one, which some servers send for ever when they do not know the page
 * parameter.
 *
 * <pre>{@code
 * for (Client client : invoiceXpress.clients().list()) {
 *   System.out.println(client.name());
 * }
 * }</pre>
 *
 * <p>Where the provider gives a total, it decides. The items of all pages add up to the first
 * total, or reading fails with a {@code ListChangedException}, after the items before it: where the
 * list ends with fewer items than the total says, where an item appears again, and where the total
 * changes. Only new items at the front do no harm: they push items that were delivered onto the
 * next page, where these are left out, and the list that is read is the one that existed at first.
 * An iterator or stream that has failed this way keeps failing; a new one reads the list again. A
 * deletion and a creation that balance each other can go unnoticed. Where the provider gives no
 * total, nothing tells whether the list is complete.
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
   * @return a sequential stream; it need not be closed, but see {@link #prefetch(int)}
   */
  Stream<T> stream();

  /**
   * Iterates over the pages instead of the items. Their items are those that are delivered: a page
   * lacks those at its front that were on the page before, and is left out if no others are on it.
   *
   * @return the pages in order; the first one is empty if the list is
   */
  Iterable<Page<T>> pages();

  /**
   * Fetches one page, as the provider sends it. It is not held against other pages or the total.
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

  /**
   * The same list, which tells how far its reading has come whenever a page is there.
   *
   * @param progress is told in the order of the pages, on the thread that reads; what it throws
   *     ends the reading
   * @return a new view of the list; this one does not change
   */
  Paged<T> onPage(Consumer<? super PageProgress> progress);

  /**
   * The same list, read faster: while the items of one page are used, the next pages are fetched.
   * Items and failures come in the same order and at the same place as without it. The first page
   * is fetched alone, since it tells how many there are; where the provider does not tell, up to
   * this many pages past the end may be asked for.
   *
   * <p>Each page that is fetched ahead counts against the rate limit like any other. Whoever stops
   * reading early has up to this many responses come for nothing; closing the {@link #stream()}
   * cancels them.
   *
   * @param pages how many pages may be fetched ahead, 1 to 32
   * @return a new view of the list; this one does not change
   * @throws IllegalArgumentException when {@code pages} is out of range
   * @throws IllegalStateException when the client was given a transport of the user's own, which
   *     needs threads: use {@link #prefetch(int, Executor)}
   */
  Paged<T> prefetch(int pages);

  /**
   * The same list, read faster as with {@link #prefetch(int)}, by threads of one's own.
   *
   * @param pages how many pages may be fetched ahead, 1 to 32
   * @param executor its threads are blocked while they fetch a page
   * @return a new view of the list; this one does not change
   * @throws IllegalArgumentException when {@code pages} is out of range
   */
  Paged<T> prefetch(int pages, Executor executor);
}
