package io.github.invoicingsdk.internal.observation;

import io.github.invoicingsdk.observation.CallerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of a client have remembered of the thread that called it. None of them can
 * break a call. Thread-safe.
 */
public final class CapturedContext {

  /** No listener remembers anything. */
  static final CapturedContext NOTHING = new CapturedContext(List.of());

  private final List<CallerContext> contexts;

  CapturedContext(List<CallerContext> contexts) {
    this.contexts = List.copyOf(contexts);
  }

  /** Whether no listener remembers anything. */
  public boolean isEmpty() {
    return contexts.isEmpty();
  }

  /** Does something while all of it is current. */
  public void run(Runnable work) {
    Deque<CallerContext.Scope> open = open();
    try {
      work.run();
    } finally {
      close(open);
    }
  }

  /** Makes something while all of it is current. */
  public <T extends @Nullable Object> T supply(Supplier<T> work) {
    Deque<CallerContext.Scope> open = open();
    try {
      return work.get();
    } finally {
      close(open);
    }
  }

  /** Makes something while all of it is current. */
  public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
    Deque<CallerContext.Scope> open = open();
    try {
      return work.call();
    } finally {
      close(open);
    }
  }

  private Deque<CallerContext.Scope> open() {
    Deque<CallerContext.Scope> open = new ArrayDeque<>(contexts.size());
    for (CallerContext context : contexts) {
      try {
        open.push(context.makeCurrent());
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable dropped) {
        // Then nothing is current for this listener.
      }
    }
    return open;
  }

  private static void close(Deque<CallerContext.Scope> open) {
    for (CallerContext.Scope scope : open) {
      try {
        scope.close();
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable dropped) {
        // A listener must not break a call, and there is nobody else to tell.
      }
    }
  }
}
