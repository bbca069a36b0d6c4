package io.github.invoicingsdk.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * An access token in a {@link TokenStore}. Immutable; {@link #toString} does not show the token.
 *
 * @param value the token, a secret
 * @param lifetime how long it was valid when it was new
 * @param remaining how long it is still valid; counted by the store, so that the clocks of machines
 *     need not agree
 */
public record StoredToken(String value, Duration lifetime, Duration remaining) {

  /**
   * Creates a stored token.
   *
   * @param value the token
   * @param lifetime how long it was valid when it was new
   * @param remaining how long it is still valid
   */
  public StoredToken {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(lifetime, "lifetime");
    Objects.requireNonNull(remaining, "remaining");
  }

  @Override
  public String toString() {
    return "StoredToken[value=***, lifetime=" + lifetime + ", remaining=" + remaining + "]";
  }
}
