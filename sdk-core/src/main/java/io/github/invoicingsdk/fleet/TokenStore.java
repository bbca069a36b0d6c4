package io.github.invoicingsdk.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps access tokens for several processes, of which one at a time renews a token. Whoever can
 * read the store can act for the account, so guard it like the credentials themselves, or put a
 * {@link TokenEncryption} around it.
 *
 * <p>What its methods throw means that the store is away. Implementations are thread-safe.
 */
public interface TokenStore {

  /**
   * Reads a token.
   *
   * @param account whose token it is
   * @return the token; empty when there is none that is still valid
   */
  Optional<StoredToken> read(String account);

  /**
   * Keeps a token, in place of an earlier one, until its time is over.
   *
   * @param account whose token it is
   * @param token the token
   */
  void write(String account, StoredToken token);

  /**
   * Claims the right to renew the token.
   *
   * @param account whose token it is
   * @param owner who claims: a name that no other process has
   * @param atMost after this time the claim is void, even if its owner has died
   * @return whether nobody else has claimed it
   */
  boolean claim(String account, String owner, Duration atMost);

  /**
   * Gives the right back; does nothing when another process has it meanwhile.
   *
   * @param account whose token it is
   * @param owner who claimed it
   */
  void release(String account, String owner);
}
