package io.github.invoicingsdk.internal.plan;

import io.github.invoicingsdk.internal.http.BlockingWork;
import io.github.invoicingsdk.internal.http.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits without a thread, and blocks those of an executor. Thread-safe. */
public final class OtherThreads implements Means {

  private final Time time;
  private final Executor executor;

  /**
   * Creates the means.
   *
   * @param time what waits
   * @param executor its threads do what blocks
   */
  public OtherThreads(Time time, Executor executor) {
    this.time = time;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<@Nullable Void> pause(Duration duration) {
    return time.delay(duration);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work) {
    return BlockingWork.on(executor, work::get);
  }
}
