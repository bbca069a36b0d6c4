package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;
import java.util.Optional;

/** Where a request gets its access token from. Implementations are thread-safe. */
public interface TokenSource {

  /**
   * An access token that is valid as far as is known; fetched when there is none.
   *
   * @param deadline how long the caller can wait
   * @return the token
   * @throws TokenRefusedException when the provider gives no token
   * @throws java.net.http.HttpTimeoutException when the deadline passed
   * @throws java.io.InterruptedIOException when the thread was interrupted, whose flag stays set
   * @throws IOException when the provider could not be reached
   */
  String token(Deadline deadline) throws IOException;

  /** A token that is valid as far as is known, if one is at hand; nothing is fetched. */
  Optional<String> held();

  /**
   * Says that the provider refused a token. Nothing happens when another token has taken its place
   * meanwhile.
   *
   * @param token the token that was refused
   */
  void invalidate(String token);
}
