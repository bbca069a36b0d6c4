package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.util.Objects;

/** Checks the times that are given for timeouts. */
public final class Timeouts {

  private static final Duration LONGEST = Duration.ofHours(1);

  private Timeouts() {}

  /** Refuses a time that is not positive or longer than an hour, naming the argument. */
  public static Duration checked(Duration value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + "; allowed is more than zero, at most " + LONGEST);
    }
    return value;
  }
}
