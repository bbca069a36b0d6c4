package io.github.invoicingsdk.internal.auth;

import java.time.Duration;

/**
 * An access token and how long it is valid from the moment it was asked for. Immutable.
 *
 * @param value the token, a secret
 * @param lifetime how long it is valid, positive
 */
public record AccessToken(String value, Duration lifetime) {

  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

  /** How long before its end a token is renewed: 60 seconds, or a tenth of a short lifetime. */
  public static Duration renewalMargin(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
  }

  /** Shows the lifetime, never the token. */
  @Override
  public String toString() {
    return "AccessToken[value=***, lifetime=" + lifetime + "]";
  }
}
