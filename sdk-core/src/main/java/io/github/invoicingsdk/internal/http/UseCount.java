package io.github.invoicingsdk.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the uses of something that ends after it was closed and its last use is over. Thread-safe,
 * without a lock: all threads of a busy program would queue for it. It takes no lambda: the first
 * one of a process costs much of the time in which a client is made.
 */
abstract class UseCount {

  /** What is added to the number of uses at the end, so that it is negative. */
  private static final int CLOSED = Integer.MIN_VALUE;

  private final AtomicInteger uses = new AtomicInteger();

  /** Comes once, on the thread that closes or that ends the last use, whichever is later. */
  abstract void over();

  /** Begins a use, which {@link #end} must end; false after {@link #close}, and then nothing is. */
  boolean begin() {
    return uses.getAndUpdate(now -> now < 0 ? now : now + 1) >= 0;
  }

  /** Ends a use. */
  void end() {
    if (uses.decrementAndGet() == CLOSED) {
      over();
    }
  }

  /** Refuses new uses. Closing twice does nothing more. */
  void close() {
    if (uses.getAndUpdate(now -> now < 0 ? now : now + CLOSED) == 0) {
      over();
    }
  }
}
