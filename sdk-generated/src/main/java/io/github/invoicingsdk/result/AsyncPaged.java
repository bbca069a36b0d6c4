package io.github.invoicingsdk.result;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The response of a list operation when no thread waits for it: all items on all pages, fetched
 * page by page.
 *
 * <pre>{@code
 * invoiceXpress.async().clients().list().forEach(client -> index.add(client.name()));
 * }</pre>
 *
 * <p>Nothing is sent before a page is asked for. Reading ends and fails where {@link Paged} does.
 * Cancelling a future ends the exchange that is under way.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type of the items
 */
public interface AsyncPaged<T> {

  /**
   * Fetches one page, as the provider sends it. It is not held against other pages or the total.
   *
   * @param number the page's number, counted from 1
   * @return the page to come; empty when it lies past the end
   * @throws IllegalArgumentException when {@code number} is less than 1
   */
  CompletableFuture<Page<T>> page(int number);

  /**
   * Gives every item to a consumer, in order, one at a time, while the pages are fetched one after
   * the other.
   *
   * @param consumer gets the items, on a thread of the SDK, which it must not block for long; what
   *     it throws ends the reading
   * @return done after the last item; failed if a page could not be fetched or the list changed
   *     while it was read, with the items before that delivered
   */
  CompletableFuture<Void> forEach(Consumer<? super T> consumer);

  /**
   * Collects all items.
   *
   * @return the items of all pages, in order; failed if {@link #forEach} would fail
   */
  CompletableFuture<List<T>> toList();

  /**
   * The same list, asked for in pages of another size.
   *
   * @param items the wanted number of items on a page, at least 1 and at most what the provider
   *     documents; without it, the provider's default applies
   * @return a new view of the list; this one does not change
   * @throws IllegalArgumentException when {@code items} is out of range
   */
  AsyncPaged<T> withPageSize(int items);

  /**
   * The same list, which tells how far its reading has come whenever a page is there.
   *
   * @param progress is told in the order of the pages, on the thread that reads, which it must not
   *     block for long; what it throws ends the reading
   * @return a new view of the list; this one does not change
   */
  AsyncPaged<T> onPage(Consumer<? super PageProgress> progress);
}
