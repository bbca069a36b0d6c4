package io.github.invoicingsdk.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts texts with AES-GCM. The result is {@code v1:} and the Base64 form of a random nonce, the
 * ciphertext and its tag; the account's name is authenticated with them, so that a token that is
 * moved to another account does not decrypt.
 */
final class TokenCipher {

  private static final String VERSION = "v1:";
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  /** The size that GCM is made for (NIST SP 800-38D, section 8.2). */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenCipher() {}

  /** Refuses a key that AES does not take; the message does not show it. */
  static void check(SecretKey key) {
    // A key in a hardware module does not show its bytes, and is checked when it is used.
    byte[] bytes = key.getEncoded();
    boolean size = bytes == null || bytes.length == 16 || bytes.length == 24 || bytes.length == 32;
    if (!size || !"AES".equalsIgnoreCase(key.getAlgorithm())) {
      throw new IllegalArgumentException(
          "a key of the token encryption is not for AES or does not have 128, 192 or 256 bits;"
              + " make it with KeyGenerator.getInstance(\"AES\")");
    }
  }

  static String encrypt(String text, String account, SecretKey key) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, account);
      byte[] encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all =
          ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
      return VERSION + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException | ProviderException e) {
      // Not chained: nobody knows what a security provider writes about its key.
      throw new IllegalStateException(
          "the access token cannot be encrypted with the first key: "
              + e.getClass().getSimpleName());
    }
  }

  /** The text; empty if none of the keys decrypts it for this account. */
  static Optional<String> decrypt(String encrypted, String account, List<SecretKey> keys) {
    if (!encrypted.startsWith(VERSION)) {
      return Optional.empty();
    }
    byte[] all;
    try {
      all = Base64.getDecoder().decode(encrypted.substring(VERSION.length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (all.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    for (SecretKey key : keys) {
      try {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(all, 0, nonce, 0, NONCE_BYTES);
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, account);
        byte[] text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
      } catch (GeneralSecurityException | ProviderException anotherKey) {
        // Encrypted with one of the other keys, or damaged.
      }
    }
    return Optional.empty();
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String account)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
