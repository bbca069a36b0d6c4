package io.github.invoicingsdk.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEncryptionTest {

  private static final SecretKey OLD = key(1, 16);
  private static final SecretKey FRESH = key(2, 32);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final StoredToken TOKEN =
      new StoredToken("eyJ.secret-token", HOUR, Duration.ofMinutes(50));

  private final Kept kept = new Kept();

  private static SecretKey key(int fill, int bytes) {
    byte[] key = new byte[bytes];
    Arrays.fill(key, (byte) fill);
    return new SecretKeySpec(key, "AES");
  }

  @Test
  void a_token_is_read_as_it_was_written_but_is_not_readable_in_the_store() {
    TokenStore store = TokenEncryption.with(FRESH).encrypting(kept);

    store.write("acme", TOKEN);

    assertThat(store.read("acme")).contains(TOKEN);
    assertThat(kept.token("acme").value()).doesNotContain("secret").startsWith("v1:");
    assertThat(kept.token("acme").lifetime()).isEqualTo(HOUR);
  }

  @Test
  void the_same_token_is_never_encrypted_to_the_same_text() {
    TokenStore store = TokenEncryption.with(FRESH).encrypting(kept);
    store.write("acme", TOKEN);
    String first = kept.token("acme").value();

    store.write("acme", TOKEN);

    assertThat(kept.token("acme").value()).isNotEqualTo(first);
  }

  @Test
  void an_older_key_still_decrypts_and_the_first_one_encrypts() {
    TokenEncryption.with(OLD).encrypting(kept).write("acme", TOKEN);
    TokenStore rotated = TokenEncryption.with(FRESH, OLD).encrypting(kept);
    assertThat(rotated.read("acme")).contains(TOKEN);

    rotated.write("acme", TOKEN);

    assertThat(TokenEncryption.with(FRESH).encrypting(kept).read("acme")).contains(TOKEN);
    assertThat(TokenEncryption.with(OLD).encrypting(kept).read("acme")).isEmpty();
  }

  @Test
  void a_supplier_rotates_keys_while_the_process_runs() {
    AtomicReference<List<SecretKey>> keys = new AtomicReference<>(List.of(OLD));
    TokenStore store = TokenEncryption.with(keys::get).encrypting(kept);
    store.write("acme", TOKEN);

    keys.set(List.of(FRESH, OLD));
    assertThat(store.read("acme")).contains(TOKEN);
    keys.set(List.of(FRESH));
    assertThat(store.read("acme")).isEmpty();
  }

  @Test
  void a_token_of_another_account_counts_as_none() {
    TokenStore store = TokenEncryption.with(FRESH).encrypting(kept);
    store.write("acme", TOKEN);

    kept.tokens.put("other", kept.token("acme"));

    assertThat(store.read("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "eyJ.plain", "v1:", "v1:AAAA", "v1:***", "v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void what_is_not_an_encrypted_token_counts_as_none(String value) {
    kept.tokens.put("acme", new StoredToken(value, HOUR, HOUR));

    assertThat(TokenEncryption.with(FRESH).encrypting(kept).read("acme")).isEmpty();
  }

  @Test
  void a_token_that_was_changed_in_the_store_counts_as_none() {
    TokenStore store = TokenEncryption.with(FRESH).encrypting(kept);
    store.write("acme", TOKEN);
    String secret = kept.token("acme").value();
    char last = secret.charAt(20) == 'A' ? 'B' : 'A';
    String changed = secret.substring(0, 20) + last + secret.substring(21);

    kept.tokens.put("acme", new StoredToken(changed, HOUR, HOUR));

    assertThat(store.read("acme")).isEmpty();
  }

  @Test
  void a_key_that_aes_does_not_take_is_refused_without_being_shown() {
    SecretKey odd = new SecretKeySpec("a key of 15 byt".getBytes(StandardCharsets.US_ASCII), "AES");
    SecretKey other =
        new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenEncryption.with(odd))
        .withMessageContaining("128, 192 or 256 bits")
        .withMessageNotContaining("15 byt");
    assertThatIllegalArgumentException().isThrownBy(() -> TokenEncryption.with(FRESH, other));
    TokenStore store = TokenEncryption.with(() -> List.of(odd)).encrypting(kept);
    assertThatIllegalArgumentException().isThrownBy(() -> store.write("acme", TOKEN));
    TokenStore without = TokenEncryption.with(List::of).encrypting(kept);
    assertThatIllegalStateException().isThrownBy(() -> without.write("acme", TOKEN));
    assertThat(kept.tokens).isEmpty();
  }

  @Test
  void the_keys_are_not_shown() {
    assertThat(TokenEncryption.with(FRESH, OLD).toString())
        .isEqualTo("TokenEncryption{AES-GCM}")
        .doesNotContain(HexFormat.of().formatHex(FRESH.getEncoded()));
  }

  @Test
  void claims_are_those_of_the_store() {
    TokenStore store = TokenEncryption.with(FRESH).encrypting(kept);

    assertThat(store.claim("acme", "one", HOUR)).isTrue();
    assertThat(store.claim("acme", "two", HOUR)).isFalse();
    store.release("acme", "one");
    assertThat(store.claim("acme", "two", HOUR)).isTrue();
  }

  /** A store in memory, whose tokens can be looked at. */
  private static final class Kept implements TokenStore {

    private final Map<String, StoredToken> tokens = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();

    StoredToken token(String account) {
      return Objects.requireNonNull(tokens.get(account));
    }

    @Override
    public Optional<StoredToken> read(String account) {
      return Optional.ofNullable(tokens.get(account));
    }

    @Override
    public void write(String account, StoredToken token) {
      tokens.put(account, token);
    }

    @Override
    public boolean claim(String account, String owner, Duration atMost) {
      return claims.putIfAbsent(account, owner) == null;
    }

    @Override
    public void release(String account, String owner) {
      claims.remove(account, owner);
    }
  }
}
