package io.github.invoicingsdk;

import java.io.IOException;
import java.time.Duration;

/**
 * Gives access tokens to a client, in place of the SDK's own way to fetch them: for a grant that it
 * does not know, or for tokens that another program keeps.
 *
 * <pre>{@code
 * IdokladClient client =
 *     IdokladClient.builder()
 *         .tokenSource("acme", atMost -> AccessToken.of(vault.token("acme"), Duration.ofMinutes(5)))
 *         .build();
 * }</pre>
 *
 * <p>The client keeps what it is given, for all its calls, and asks again when it has none, when 60
 * seconds or a tenth of the lifetime are left, and after the provider has refused the token. It
 * never asks twice at once. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TokenSource {

  /**
   * Gets a token that is valid now. May block; no call is on its way meanwhile that needs it.
   *
   * @param atMost how long the call that needs the token can wait
   * @return the token
   * @throws IOException if no token can be had for the moment; the call is tried again as {@link
   *     RetryPolicy} says, and ends in a {@link io.github.invoicingsdk.error.TransportException}.
   *     Other exceptions end the call, and reach its caller
   */
  AccessToken fetch(Duration atMost) throws IOException;

  /**
   * Is told that the provider has refused a token with 401, before another one is asked for: {@link
   * #fetch} must not give it again.
   *
   * @param value the token
   */
  default void refused(String value) {}
}
