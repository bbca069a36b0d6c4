package io.github.invoicingsdk.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A future that the work behind it can claim before it does what cannot be undone. From then on
 * nobody outside can cancel or complete it any more. Thread-safe.
 *
 * @param <T> the type of the result
 */
final class ClaimableFuture<T> extends CompletableFuture<T> {

  /** Whether it is claimed, or has been completed from outside. */
  private final AtomicBoolean taken = new AtomicBoolean();

  private volatile boolean claimed;

  /** Takes on the result of work, which is cancelled if this is completed from outside. */
  @SuppressWarnings("FutureReturnValueIgnored") // Both carry on what comes out of the other.
  void follow(CompletableFuture<T> work) {
    work.whenComplete(this::finish);
    whenComplete((value, failure) -> work.cancel(true));
  }

  /** Makes sure that nobody outside completes it; false if somebody has. */
  boolean claim() {
    if (take()) {
      claimed = true;
    }
    return claimed;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return take() ? super.cancel(mayInterruptIfRunning) : isCancelled();
  }

  @Override
  public boolean complete(T value) {
    return take() && super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    return take() && super.completeExceptionally(failure);
  }

  private boolean take() {
    return taken.compareAndSet(false, true);
  }

  private void finish(T value, @Nullable Throwable failure) {
    if (!claimed && !take()) {
      return;
    }
    if (failure == null) {
      super.complete(value);
    } else {
      super.completeExceptionally(failure);
    }
  }
}
