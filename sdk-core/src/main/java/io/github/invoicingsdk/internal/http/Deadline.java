package io.github.invoicingsdk.internal.http;

import java.time.Duration;

/** The moment by which a call, all its requests together, must have ended. */
public final class Deadline {

  private final Clock time;
  private final long endNanos;
  private final Duration allowed;

  private Deadline(Clock time, Duration allowed) {
    this.time = time;
    this.allowed = allowed;
    this.endNanos = time.nanoTime() + allowed.toNanos();
  }

  /** A deadline that ends after the given, positive time. */
  public static Deadline after(Duration allowed, Clock time) {
    return new Deadline(time, allowed);
  }

  /** How long the call may take altogether. */
  public Duration allowed() {
    return allowed;
  }

  /** What is left; zero, never negative, when the deadline has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - time.nanoTime()));
  }

  /** Whether nothing is left. */
  public boolean hasPassed() {
    return endNanos - time.nanoTime() <= 0;
  }

  /** A deadline that ends after the given time from now, but not after this one. */
  Deadline within(Duration atMost) {
    Duration remaining = remaining();
    return new Deadline(time, remaining.compareTo(atMost) < 0 ? remaining : atMost);
  }
}
