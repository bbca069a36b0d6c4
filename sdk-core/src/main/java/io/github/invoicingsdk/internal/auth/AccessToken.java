package io.github.invoicingsdk.internal.auth;

import java.time.Duration;

/**
 * An access token and how long it is valid from the moment it was asked for. Immutable.
 *
 * @param value the token, a secret
 * @param lifetime how long it is valid, positive
 */
public record AccessToken(String value, Duration lifetime) {

  /** Shows the lifetime, never the token. */
  @Override
  public String toString() {
    return "AccessToken[value=***, lifetime=" + lifetime + "]";
  }
}
