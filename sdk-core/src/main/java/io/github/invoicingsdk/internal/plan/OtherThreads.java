package io.github.invoicingsdk.internal.plan;

import io.github.invoicingsdk.internal.http.BlockingWork;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits without a thread, and blocks those of an executor. Thread-safe. */
public final class OtherThreads implements Means {

  private final Clock time;
  private final Executor executor;
  private final CapturedContext caller;

  /**
   * Creates the means.
   *
   * @param time what waits
   * @param executor its threads do what blocks
   * @param caller what is current while a step begins or blocks
   */
  public OtherThreads(Clock time, Executor executor, CapturedContext caller) {
    this.time = time;
    this.executor = executor;
    this.caller = caller;
  }

  @Override
  public CompletableFuture<@Nullable Void> pause(Duration duration) {
    return time.delay(duration);
  }

  @Override
  public <T> T asCaller(Supplier<T> step) {
    return caller.supply(step);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work) {
    return BlockingWork.on(executor, () -> caller.supply(work));
  }
}
