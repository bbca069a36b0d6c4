package io.github.invoicingsdk.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Encrypts access tokens before they leave the process, with AES-GCM and keys of your own, so that
 * nobody who reads the store can act for the account. Every process that shares the tokens needs
 * the same keys.
 *
 * <pre>{@code
 * SecretKey key = new SecretKeySpec(Base64.getDecoder().decode(keyText), "AES");
 * RedisFleet fleet = RedisFleet.connect(redisUrl, 4, TokenEncryption.with(key));
 * }</pre>
 *
 * <p>To rotate the key, first give the new key to every process as an older one ({@code with(old,
 * fresh)}), then make it the first ({@code with(fresh, old)}), and finally leave the old one out. A
 * token that no key decrypts counts as none, and is replaced by a new one.
 *
 * <p>Immutable and thread-safe; {@link #toString} does not show the keys.
 */
public final class TokenEncryption {

  private final Supplier<List<SecretKey>> keys;

  private TokenEncryption(Supplier<List<SecretKey>> keys) {
    this.keys = keys;
  }

  /**
   * Encrypts with keys that stay the same.
   *
   * @param key the key that encrypts: 128, 192 or 256 bits for AES
   * @param older further keys that decrypt, such as the previous one
   * @return the encryption
   * @throws IllegalArgumentException if a key is not for AES or has another size
   */
  public static TokenEncryption with(SecretKey key, SecretKey... older) {
    List<SecretKey> all = new ArrayList<>();
    all.add(Objects.requireNonNull(key, "key"));
    for (SecretKey other : older) {
      all.add(Objects.requireNonNull(other, "older"));
    }
    List<SecretKey> fixed = List.copyOf(all);
    fixed.forEach(TokenCipher::check);
    return new TokenEncryption(() -> fixed);
  }

  /**
   * Encrypts with the keys that a supplier gives at the time, so that they can be rotated while the
   * process runs. The supplier is called for every token that is read or written. If it throws,
   * returns no key, or returns one that is not for AES, the store counts as unavailable.
   *
   * @param keys gives the key that encrypts, and after it further ones that decrypt; thread-safe
   * @return the encryption
   */
  public static TokenEncryption with(Supplier<List<SecretKey>> keys) {
    return new TokenEncryption(Objects.requireNonNull(keys, "keys"));
  }

  /**
   * A store that encrypts the tokens it is given and keeps them in another one. The lifetime of a
   * token stays readable there.
   *
   * @param store keeps the encrypted tokens
   * @return the encrypting store
   */
  public TokenStore encrypting(TokenStore store) {
    return new EncryptingTokenStore(Objects.requireNonNull(store, "store"), keys);
  }

  @Override
  public String toString() {
    return "TokenEncryption{AES-GCM}";
  }
}
