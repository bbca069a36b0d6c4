package io.github.invoicingsdk;

import java.time.Duration;
import java.util.Objects;

/**
 * An access token that a {@link TokenSource} gives, and how long it is valid. {@link #toString}
 * does not show the token. Immutable and thread-safe.
 */
public final class AccessToken {

  private final String value;
  private final Duration lifetime;

  private AccessToken(String value, Duration lifetime) {
    this.value = value;
    this.lifetime = lifetime;
  }

  /**
   * Takes a token.
   *
   * @param value the token, in visible ASCII characters
   * @param lifetime how long it is valid from the moment at which the source was asked for it, more
   *     than zero; more than a day counts as a day
   * @return the token
   * @throws IllegalArgumentException if the token is empty or holds another character, or the
   *     lifetime is not more than zero; the message does not show the token
   */
  public static AccessToken of(String value, Duration lifetime) {
    if (!io.github.invoicingsdk.internal.auth.AccessToken.isFitForHeader(
        Objects.requireNonNull(value, "value"))) {
      throw new IllegalArgumentException(
          "value is empty or holds a character that a header must not have: give the access token"
              + " as the provider has sent it");
    }
    if (Objects.requireNonNull(lifetime, "lifetime").isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException(
          "lifetime is " + lifetime + ": give the time that is left, more than zero");
    }
    return new AccessToken(value, lifetime);
  }

  /**
   * The token.
   *
   * @return a secret
   */
  public String value() {
    return value;
  }

  /**
   * How long it is valid from the moment at which the source was asked for it.
   *
   * @return more than zero
   */
  public Duration lifetime() {
    return lifetime;
  }

  @Override
  public String toString() {
    return "AccessToken{***, " + lifetime + "}";
  }
}
