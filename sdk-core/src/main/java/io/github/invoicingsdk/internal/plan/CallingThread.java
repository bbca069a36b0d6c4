package io.github.invoicingsdk.internal.plan;

import io.github.invoicingsdk.internal.http.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does everything on the thread that carries out the plan. Thread-safe. */
public final class CallingThread implements Means {

  private final Clock time;
  private final Function<InterruptedException, RuntimeException> interrupted;

  /**
   * Creates the means.
   *
   * @param time the sleeper
   * @param interrupted makes the exception for a thread that is interrupted while it waits
   */
  public CallingThread(Clock time, Function<InterruptedException, RuntimeException> interrupted) {
    this.time = time;
    this.interrupted = interrupted;
  }

  @Override
  public CompletableFuture<@Nullable Void> pause(Duration duration) {
    try {
      time.sleep(duration);
      return CompletableFuture.completedFuture(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(interrupted.apply(e));
    }
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work) {
    return CompletableFuture.completedFuture(work.get());
  }
}
