package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A clock on which pauses take no time, and on which something may happen in each of them. */
final class EventfulTime implements Clock {

  private final FakeTime time = new FakeTime();
  private final Queue<Runnable> events = new ArrayDeque<>();

  /** Has something happen in each of the next pauses. */
  void inPauses(Runnable... next) {
    events.addAll(List.of(next));
  }

  /** How long was paused, pause by pause. */
  List<Duration> pauses() {
    return time.sleeps();
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    time.sleep(duration);
    happen();
  }

  @Override
  public CompletableFuture<@Nullable Void> delay(Duration duration) {
    happen();
    return time.delay(duration);
  }

  private void happen() {
    Runnable event = events.poll();
    if (event != null) {
      event.run();
    }
  }
}
