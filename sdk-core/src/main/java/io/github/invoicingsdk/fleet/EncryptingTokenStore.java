package io.github.invoicingsdk.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/** Keeps tokens encrypted in another store. */
final class EncryptingTokenStore implements TokenStore {

  private final TokenStore store;
  private final Supplier<List<SecretKey>> keys;

  EncryptingTokenStore(TokenStore store, Supplier<List<SecretKey>> keys) {
    this.store = store;
    this.keys = keys;
  }

  @Override
  public Optional<StoredToken> read(String account) {
    return store
        .read(account)
        .flatMap(
            kept ->
                TokenCipher.decrypt(kept.value(), account, currentKeys())
                    .map(value -> new StoredToken(value, kept.lifetime(), kept.remaining())));
  }

  @Override
  public void write(String account, StoredToken token) {
    String kept = TokenCipher.encrypt(token.value(), account, currentKeys().get(0));
    store.write(account, new StoredToken(kept, token.lifetime(), token.remaining()));
  }

  @Override
  public boolean claim(String account, String owner, Duration atMost) {
    return store.claim(account, owner, atMost);
  }

  @Override
  public void release(String account, String owner) {
    store.release(account, owner);
  }

  private List<SecretKey> currentKeys() {
    List<SecretKey> current = List.copyOf(keys.get());
    if (current.isEmpty()) {
      throw new IllegalStateException("the supplier of the token encryption gives no key");
    }
    current.forEach(TokenCipher::check);
    return current;
  }
}
