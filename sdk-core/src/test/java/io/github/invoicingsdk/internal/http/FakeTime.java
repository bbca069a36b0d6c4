package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until it is told otherwise; sleeping on it takes no time. */
public final class FakeTime implements Clock {

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private long nanos;
  private final List<Duration> sleeps = new ArrayList<>();

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  /** Records the duration and advances by it. */
  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before sleeping");
    }
    sleeps.add(duration);
    advance(duration);
  }

  /** Records the duration and advances by it. */
  @Override
  public synchronized CompletableFuture<@Nullable Void> delay(Duration duration) {
    sleeps.add(duration);
    advance(duration);
    return CompletableFuture.completedFuture(null);
  }

  /** Lets time pass. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
    nanos += duration.toNanos();
  }

  /** Sets the time of day, as somebody would who sets the clock; no time passes. */
  public synchronized void setNow(Instant instant) {
    now = instant;
  }

  /** Sets the count of nanoseconds, which may be any number, negative ones included. */
  public synchronized void setNanoTime(long value) {
    nanos = value;
  }

  /** How long was slept, sleep by sleep. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
