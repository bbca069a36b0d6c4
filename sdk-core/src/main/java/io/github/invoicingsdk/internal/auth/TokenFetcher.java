package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;

/** Fetches a new access token. Implementations are thread-safe. */
@FunctionalInterface
public interface TokenFetcher {

  /**
   * Fetches a token.
   *
   * @param deadline the moment by which it must have come
   * @return the token
   * @throws TokenRefusedException when the provider answers with anything but a token
   * @throws IOException when no response came
   */
  AccessToken fetch(Deadline deadline) throws IOException;

  /**
   * Says that the provider refused a token: it must not be given again.
   *
   * @param token the token that was refused
   */
  default void refused(String token) {}
}
