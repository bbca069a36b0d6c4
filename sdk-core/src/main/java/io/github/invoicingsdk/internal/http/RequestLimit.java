package io.github.invoicingsdk.internal.http;

import java.time.Duration;

/** Says when the next request may be sent. Implementations are thread-safe. */
@FunctionalInterface
public interface RequestLimit {

  /**
   * Takes the place of one request in the order of those that wait.
   *
   * @param patience the longest wait that makes sense, positive
   * @return how long the request must wait before it is sent; zero when it may be sent at once
   * @throws NotSentInTimeException when the wait would be longer; no place was taken then
   */
  Duration reserve(Duration patience) throws NotSentInTimeException;

  /** Whether {@link #reserve} may block its thread, as when the limit is kept elsewhere. */
  default boolean mayBlock() {
    return false;
  }
}
