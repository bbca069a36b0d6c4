package io.github.invoicingsdk.internal.digest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a sequence of texts by a digest that no other sequence has. */
public final class TextDigest {

  private TextDigest() {}

  /**
   * The SHA-256 of the texts, each preceded by its length, so that {@code ("ab", "c")} and {@code
   * ("a", "bc")} differ.
   *
   * @param texts the texts, all of them well-formed Unicode
   * @return 64 hexadecimal digits in lower case
   * @throws IllegalArgumentException if a text has half of a surrogate pair: all such texts are the
   *     same in UTF-8
   */
  public static String of(String... texts) {
    MessageDigest sha = sha256();
    for (String text : texts) {
      ByteBuffer bytes = utf8(text);
      sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.remaining()).flip());
      sha.update(bytes);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has half of a surrogate pair; use well-formed Unicode", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
