package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out by reading what became of a write. */
final class Settling {

  /** The provider answers at once; what it does was seen to show up some seconds later. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Time time;
  private final String reading;

  /**
   * Creates a way to find out.
   *
   * @param time the clock and the sleeper
   * @param reading the operation that reads, for exceptions
   */
  Settling(Time time, String reading) {
    this.time = time;
    this.reading = reading;
  }

  /**
   * What reading back has found after a write of unknown outcome. When it finds nothing or fails
   * itself, the outcome stays unknown, and that is what the caller must hear.
   */
  static <T> T found(InvoicingException unknown, Supplier<Optional<T>> readBack) {
    Optional<T> found;
    try {
      found = readBack.get();
    } catch (CallInterruptedException stopped) {
      stopped.addSuppressed(unknown);
      throw stopped;
    } catch (RuntimeException failed) {
      unknown.addSuppressed(failed);
      throw unknown;
    }
    return found.orElseThrow(() -> unknown);
  }

  /** Asks until there is something, pausing in between; empty when the time is over. */
  <T> Optional<T> until(Deadline deadline, Supplier<Optional<T>> question) {
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || deadline.remaining().compareTo(PAUSE) < 0) {
        return answer;
      }
      try {
        time.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw FailedCall.of(Provider.INVOICEXPRESS, reading).interrupted(true, e);
      }
    }
  }
}
