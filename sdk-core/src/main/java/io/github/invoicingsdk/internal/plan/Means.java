package io.github.invoicingsdk.internal.plan;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** With what a plan is carried out: the calling thread, or threads that nobody waits for. */
public interface Means {

  /** Waits; cancelling the future ends the wait. */
  CompletableFuture<@Nullable Void> pause(Duration duration);

  /** Begins a step as the caller of the whole would have, whichever thread comes to it. */
  default <T> T asCaller(Supplier<T> step) {
    return step.get();
  }

  /** Does work that blocks a thread; cancelling the future interrupts it. */
  <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work);
}
