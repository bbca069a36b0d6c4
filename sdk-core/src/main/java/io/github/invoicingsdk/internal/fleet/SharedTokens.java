package io.github.invoicingsdk.internal.fleet;

import io.github.invoicingsdk.fleet.StoredToken;
import io.github.invoicingsdk.fleet.TokenStore;
import io.github.invoicingsdk.internal.auth.AccessToken;
import io.github.invoicingsdk.internal.auth.TokenFetcher;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes access tokens out of a store, and has one process at a time fetch a new one. The others use
 * the old token as long as it is valid, and else wait for the new one. While the store is away,
 * this process fetches for itself. Thread-safe.
 */
public final class SharedTokens implements TokenFetcher {

  /** How often whoever waits looks for the new token. */
  static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /**
   * A process that has not renewed the token after this time is taken to be dead. Where it is only
   * slow, one more token is fetched, which does no harm; longer, and its death would hold up all
   * the others.
   */
  static final Duration CLAIM = Duration.ofSeconds(3);

  private final TokenFetcher endpoint;
  private final TokenStore store;
  private final String account;
  private final FleetHealth health;
  private final Clock time;
  private final String owner = UUID.randomUUID().toString();
  private volatile @Nullable String refused;

  /**
   * Creates a fetcher.
   *
   * @param endpoint fetches a new token from the provider
   * @param store keeps the tokens
   * @param account whose tokens they are
   * @param health knows whether the store is there
   * @param time sleeps while another process renews the token
   */
  public SharedTokens(
      TokenFetcher endpoint, TokenStore store, String account, FleetHealth health, Clock time) {
    this.endpoint = endpoint;
    this.store = store;
    this.account = account;
    this.health = health;
    this.time = time;
  }

  @Override
  public void refused(String token) {
    refused = token;
  }

  @Override
  public AccessToken fetch(Deadline deadline) throws IOException {
    while (true) {
      Optional<Optional<StoredToken>> looked = health.attempt(() -> store.read(account));
      if (looked.isEmpty()) {
        return endpoint.fetch(deadline);
      }
      Optional<StoredToken> stored = looked.get().filter(this::isUsable);
      if (stored.filter(SharedTokens::isFresh).isPresent()) {
        return token(stored.get());
      }
      Optional<Boolean> claimed = health.attempt(() -> store.claim(account, owner, CLAIM));
      if (claimed.isEmpty()) {
        return endpoint.fetch(deadline);
      }
      if (claimed.get()) {
        return renew(deadline);
      }
      if (stored.isPresent()) {
        return token(stored.get());
      }
      waitForOther(deadline);
    }
  }

  private AccessToken renew(Deadline deadline) throws IOException {
    try {
      // Another process may have renewed it between the look and the claim.
      Optional<StoredToken> stored =
          health
              .attempt(() -> store.read(account))
              .flatMap(found -> found.filter(this::isUsable).filter(SharedTokens::isFresh));
      if (stored.isPresent()) {
        return token(stored.get());
      }
      long asked = time.nanoTime();
      AccessToken token = endpoint.fetch(deadline);
      Duration remaining = token.lifetime().minusNanos(time.nanoTime() - asked);
      if (!remaining.isNegative() && !remaining.isZero()) {
        keep(new StoredToken(token.value(), token.lifetime(), remaining));
      }
      return token;
    } finally {
      Optional<Boolean> unused =
          health.attempt(
              () -> {
                store.release(account, owner);
                return true;
              });
    }
  }

  private void keep(StoredToken token) {
    Optional<Boolean> unused =
        health.attempt(
            () -> {
              store.write(account, token);
              return true;
            });
  }

  private void waitForOther(Deadline deadline) throws IOException {
    if (deadline.remaining().compareTo(LOOK_AGAIN) <= 0) {
      throw new HttpTimeoutException(
          "the deadline of "
              + deadline.allowed()
              + " passed before another process had renewed the access token");
    }
    try {
      time.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("the thread was interrupted while waiting for a token");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /**
   * Whether a token was not refused, and is such as this class writes: whoever else writes to the
   * store must not be able to put anything but a token into a header. A token that is not usable is
   * replaced.
   */
  private boolean isUsable(StoredToken token) {
    return !token.value().equals(refused)
        && AccessToken.isFitForHeader(token.value())
        && token.lifetime().compareTo(AccessToken.LONGEST_LIFETIME) <= 0
        && token.remaining().compareTo(token.lifetime()) <= 0;
  }

  private static boolean isFresh(StoredToken token) {
    return token.remaining().compareTo(AccessToken.renewalMargin(token.lifetime())) > 0;
  }

  private static AccessToken token(StoredToken stored) {
    return new AccessToken(stored.value(), stored.remaining());
  }
}
