package io.github.invoicingsdk.internal.auth;

import java.time.Duration;

/**
 * An access token and how long it is valid from the moment it was asked for. Immutable.
 *
 * @param value the token, a secret
 * @param lifetime how long it is valid, positive
 */
public record AccessToken(String value, Duration lifetime) {

  /** The longest lifetime that is believed. */
  public static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

  /** How long before its end a token is renewed: 60 seconds, or a tenth of a short lifetime. */
  public static Duration renewalMargin(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
  }

  /** Whether a token can stand in a header: visible ASCII characters and nothing else. */
  public static boolean isFitForHeader(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  /** Shows the lifetime, never the token. */
  @Override
  public String toString() {
    return "AccessToken[value=***, lifetime=" + lifetime + "]";
  }
}
