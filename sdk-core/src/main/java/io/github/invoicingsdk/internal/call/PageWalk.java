package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.error.ListChangedException;
import io.github.invoicingsdk.internal.call.ListTotals.Placement;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.PageProgress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows which page comes next, and where a list ends: at the last page, at an empty one, or at one
 * that repeats the first or the previous one. Fails where the pages do not fit the totals. For one
 * thread at a time.
 *
 * @param <T> the items
 */
final class PageWalk<T> {

  private final Consumer<? super PageProgress> progress;
  private final ListTotals<T> totals;
  private final Failures failures;
  private @Nullable Page<T> first;
  private @Nullable Page<T> previous;
  private @Nullable ListChangedException failure;
  private boolean ended;

  PageWalk(Consumer<? super PageProgress> progress, ListTotals<T> totals, Failures failures) {
    this.progress = progress;
    this.totals = totals;
    this.failures = failures;
  }

  /**
   * The number of the page to be fetched.
   *
   * @throws ListChangedException if the pages so far do not fit the totals
   */
  int next() {
    if (failure != null) {
      throw failure;
    }
    return previous == null ? 1 : previous.number() + 1;
  }

  /** Whether the whole list has been read. */
  boolean hasEnded() {
    return ended;
  }

  /** Whether no page is to be fetched any more, since the list has ended or failed. */
  boolean isOver() {
    return ended || failure != null;
  }

  /**
   * Goes on to a page. Nothing has happened when the listener for progress throws.
   *
   * @return what is to be delivered of it; empty if nothing is
   */
  Optional<Page<T>> take(Page<T> page) {
    if (previous != null
        && (page.items().isEmpty() || (isRepetition(page) && totals.areReached(page)))) {
      endAt(page);
      return Optional.empty();
    }
    Placement placement = totals.place(page);
    if (placement.problem() != null) {
      fail(page, placement.problem());
      return Optional.empty();
    }
    Page<T> rest = withoutFirst(placement.repeated(), page);
    progress.accept(
        new PageProgress(
            page.number(),
            page.totalPages(),
            totals.delivered() + rest.items().size(),
            totals.first(page)));
    totals.deliver(page, placement);
    previous = page;
    if (first == null) {
      first = page;
    }
    if (page.isLast()) {
      endAt(page);
    }
    return rest.items().isEmpty() && placement.repeated() > 0
        ? Optional.empty()
        : Optional.of(rest);
  }

  private void endAt(Page<T> page) {
    if (totals.areReached(page)) {
      ended = true;
    } else {
      fail(page, "the list ended with fewer items than the total says");
    }
  }

  private void fail(Page<T> page, String problem) {
    failure =
        failures.listChanged(
            page.number(),
            problem,
            totals.delivered(),
            totals.first(page).orElseThrow(),
            totals.current(page).orElseThrow());
  }

  private boolean isRepetition(Page<T> page) {
    return repeats(page, previous) || repeats(page, first);
  }

  private static <T> boolean repeats(Page<T> page, @Nullable Page<T> earlier) {
    return earlier != null && page.items().equals(earlier.items());
  }

  private static <T> Page<T> withoutFirst(int repeated, Page<T> page) {
    if (repeated == 0) {
      return page;
    }
    List<T> rest = page.items().subList(repeated, page.items().size());
    return new Page<>(page.number(), rest, page.totalItems(), page.totalPages());
  }

  /** Makes the exception for a list that changed. */
  @FunctionalInterface
  interface Failures {
    ListChangedException listChanged(
        int page, String problem, long delivered, long firstTotal, long currentTotal);
  }
}
