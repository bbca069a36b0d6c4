package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Page;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/**
 * Fetches the next pages while one is read. Pages come in their order, and the failure of a page
 * comes when that page is asked for. For one thread.
 */
final class PagesAhead implements PageSource<Object> {

  /** More would exhaust any provider's rate limit, and the reader's memory. */
  static final int MOST = 32;

  private final PageRequest request;
  private final IntFunction<CompletableFuture<Page<Object>>> fetch;
  private final int ahead;
  private final TreeMap<Integer, CompletableFuture<Page<Object>>> underWay = new TreeMap<>();

  /**
   * Creates a source.
   *
   * @param request the list
   * @param fetch starts to fetch a page
   * @param ahead how many pages are fetched ahead
   */
  PagesAhead(PageRequest request, IntFunction<CompletableFuture<Page<Object>>> fetch, int ahead) {
    this.request = request;
    this.fetch = fetch;
    this.ahead = ahead;
  }

  @Override
  public Page<Object> page(int number) {
    CompletableFuture<Page<Object>> wanted = underWay.remove(number);
    Page<Object> page = await(number, wanted == null ? fetch.apply(number) : wanted);
    int last = page.isLast() ? number : page.totalPages().orElse(Integer.MAX_VALUE);
    cancel(underWay.tailMap(last, false));
    for (int next = number + 1; next <= last && next <= number + ahead; next++) {
      underWay.computeIfAbsent(next, fetch::apply);
    }
    return page;
  }

  @Override
  public void close() {
    cancel(underWay);
  }

  private Page<Object> await(int number, CompletableFuture<Page<Object>> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      underWay.put(number, page);
      throw request.interrupted(number, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a page could not be fetched", e.getCause());
    }
  }

  private static void cancel(Map<Integer, CompletableFuture<Page<Object>>> pages) {
    pages.values().forEach(page -> page.cancel(true));
    pages.clear();
  }
}
