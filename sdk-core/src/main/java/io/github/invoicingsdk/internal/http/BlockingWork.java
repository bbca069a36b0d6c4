package io.github.invoicingsdk.internal.http;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work that blocks a thread of an executor, as a future. When that is completed from outside, the
 * thread is interrupted as long as it is at this work; what it does afterwards is never disturbed.
 * Thread-safe.
 *
 * @param <T> the type of the result
 */
public final class BlockingWork<T> {

  private final Callable<? extends T> work;
  private final CancellableFuture<T> steps = new CancellableFuture<>();
  private @Nullable Thread worker;
  private boolean stopped;

  private BlockingWork(Callable<? extends T> work) {
    this.work = work;
  }

  /**
   * Starts work.
   *
   * @param <T> the type of the result
   * @param executor one of its threads does the work
   * @param work the work, which does not begin if the future is completed before
   * @return the result; fails with what the work throws, never wrapped
   * @throws java.util.concurrent.RejectedExecutionException if the executor takes no work
   */
  public static <T> CompletableFuture<T> on(Executor executor, Callable<? extends T> work) {
    BlockingWork<T> blocking = new BlockingWork<>(work);
    blocking.steps.atEnd(failure -> blocking.stop());
    executor.execute(blocking::run);
    return blocking.steps.result();
  }

  private void run() {
    if (!begin()) {
      return;
    }
    T result;
    try {
      result = work.call();
    } catch (Throwable failure) {
      end();
      steps.fail(failure);
      return;
    }
    end();
    steps.succeed(result);
  }

  private synchronized boolean begin() {
    if (!stopped) {
      worker = Thread.currentThread();
    }
    return !stopped;
  }

  private synchronized void end() {
    worker = null;
    if (stopped) {
      // The interrupt was for this work, and not for what the thread does next.
      Thread.interrupted();
    }
  }

  private synchronized void stop() {
    stopped = true;
    if (worker != null) {
      worker.interrupt();
    }
  }
}
