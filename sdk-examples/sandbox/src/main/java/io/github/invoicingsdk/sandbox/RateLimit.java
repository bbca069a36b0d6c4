package io.github.invoicingsdk.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a simulated account takes within a minute; above it, it answers 429.
 *
 * <p>Requests of the last 60 seconds are counted by the sandbox's clock; requests without valid
 * credentials and requests that were refused for the limit are not. Neither provider documents the
 * body of a 429: the sandbox sends the plain text {@code Too Many Requests}. Thread-safe.
 */
public interface RateLimit {
  /**
   * Sets the limit.
   *
   * @param requests requests within a minute, at least 1
   * @throws IllegalArgumentException if the number is below 1
   */
  void allowPerMinute(int requests);

  /** Removes the limit. */
  void allowAll();

  /**
   * Sets whether a 429 carries {@code Retry-After}. By default it does not, as no provider
   * documents it.
   *
   * @param wait the time to ask for, sent in whole seconds; null for no header
   */
  void sendRetryAfter(@Nullable Duration wait);
}
