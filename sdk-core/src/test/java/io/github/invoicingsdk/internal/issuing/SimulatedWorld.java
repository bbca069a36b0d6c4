package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.internal.http.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A world in which time passes only from event to event, so that any number of callers meet in any
 * order, the same one for the same seed. For one thread.
 */
final class SimulatedWorld implements Clock {

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparing(Event::order));
  private final Random random;
  private long now;
  private long order;

  SimulatedWorld(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** Whether something happens that does so in one of a hundred cases times the percentage. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A duration up to the given one. */
  Duration upTo(Duration most) {
    return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
  }

  void after(Duration delay, Runnable event) {
    events.add(new Event(now + delay.toNanos(), order++, event));
  }

  /** Lets everything happen that is to happen. */
  void run() {
    for (Event next = events.poll(); next != null; next = events.poll()) {
      now = next.nanos();
      next.happens().run();
    }
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(now);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    throw new IllegalStateException("nobody sleeps in this world");
  }

  /** Something that happens at a moment; of several at one moment, the older one first. */
  private record Event(long nanos, long order, Runnable happens) {}
}
