package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Says when the next request may be sent. Implementations are thread-safe. */
@FunctionalInterface
public interface RequestLimit {

  /**
   * Takes the place of one request in the order of those that wait.
   *
   * @param patience the longest wait that makes sense, positive
   * @return the place
   * @throws NotSentInTimeException when the wait would be longer; no place was taken then
   */
  Place reserve(Duration patience) throws NotSentInTimeException;

  /**
   * Whether {@link #reserve} and {@link Place#isHeld} may block their thread, as when the limit is
   * kept elsewhere.
   */
  default boolean mayBlock() {
    return false;
  }

  /**
   * The place of one request in the order of those that wait.
   *
   * @param pause how long the request must wait before it is sent; zero if it may be sent at once
   * @param held whether the place is still there once the pause is over
   */
  record Place(Duration pause, BooleanSupplier held) {

    /** A place. */
    public Place {
      Objects.requireNonNull(pause, "pause");
      Objects.requireNonNull(held, "held");
    }

    /** A place that nobody can lose. */
    public static Place after(Duration pause) {
      return new Place(pause, () -> true);
    }

    /** Whether the request may be sent now that the pause is over; if not, it needs a new place. */
    boolean isHeld() {
      return held.getAsBoolean();
    }
  }
}
