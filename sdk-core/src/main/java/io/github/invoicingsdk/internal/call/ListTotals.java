package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.result.Page;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds the pages of one list against the totals that the provider gives. The list is the one that
 * existed when its first total was given. For one thread.
 *
 * @param <T> the items
 */
final class ListTotals<T> {

  private static final long[] NONE = new long[0];

  private final ToLongFunction<? super T> key;
  private final KeyTrail trail = new KeyTrail();
  private OptionalLong first = OptionalLong.empty();
  private OptionalLong current = OptionalLong.empty();
  private long delivered;
  private long dropped;

  /** The items of the last page while their keys are not needed: most lists have only one. */
  private List<T> withoutKeys = List.of();

  ListTotals(ToLongFunction<? super T> key) {
    this.key = key;
  }

  /** How many items have been delivered. */
  long delivered() {
    return delivered;
  }

  /** The first total, if it is known when a page has come. */
  OptionalLong first(Page<T> page) {
    return first.isPresent() ? first : page.totalItems();
  }

  /** The last total, if it is known when a page has come. */
  OptionalLong current(Page<T> page) {
    return page.totalItems().isPresent() ? page.totalItems() : current;
  }

  /** Whether no more items are to come, as far as the totals tell when a page has come. */
  boolean areReached(Page<T> page) {
    OptionalLong total = first(page);
    return total.isEmpty() || total.getAsLong() == delivered;
  }

  /** Finds out which items of a page follow those that were delivered. */
  Placement place(Page<T> page) {
    OptionalLong total = first(page);
    if (total.isEmpty()) {
      return Placement.fits(0, NONE);
    }
    long grown = current(page).orElseThrow() - total.getAsLong() - dropped;
    if (grown < 0) {
      return Placement.doesNotFit("the total shrank");
    }
    boolean isFirst = delivered == 0;
    long[] keys = isFirst ? NONE : page.items().stream().mapToLong(key).toArray();
    withoutKeys.forEach(item -> trail.add(key.applyAsLong(item)));
    withoutKeys = List.of();
    int repeated = (int) Math.min(grown, page.items().size());
    if (grown > 0 && (isFirst || !trail.matches(grown, keys, repeated))) {
      return Placement.doesNotFit("the total grew otherwise than by new items at the front");
    }
    for (int i = repeated; i < keys.length; i++) {
      if (trail.contains(keys[i])) {
        return Placement.doesNotFit("the page holds an item that was delivered before");
      }
    }
    return delivered + page.items().size() - repeated > total.getAsLong()
        ? Placement.doesNotFit("the pages hold more items than the total says")
        : Placement.fits(repeated, keys);
  }

  /** Takes notice that the items of a page are delivered, except those that were before. */
  void deliver(Page<T> page, Placement placement) {
    first = first(page);
    current = current(page);
    int count = page.items().size();
    dropped += placement.repeated;
    delivered += count - placement.repeated;
    if (placement.keys.length == 0) {
      withoutKeys = page.items();
    }
    for (int i = placement.repeated; i < placement.keys.length; i++) {
      trail.add(placement.keys[i]);
    }
  }

  /** What becomes of a page. */
  static final class Placement {

    private final @Nullable String problem;
    private final int repeated;
    private final long[] keys;

    private Placement(@Nullable String problem, int repeated, long[] keys) {
      this.problem = problem;
      this.repeated = repeated;
      this.keys = keys;
    }

    private static Placement fits(int repeated, long[] keys) {
      return new Placement(null, repeated, keys);
    }

    private static Placement doesNotFit(String problem) {
      return new Placement(problem, 0, NONE);
    }

    /** Why the page does not fit; null if it does. */
    @Nullable String problem() {
      return problem;
    }

    /** How many items at the front of the page were delivered before. */
    int repeated() {
      return repeated;
    }
  }
}
