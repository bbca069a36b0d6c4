package io.github.invoicingsdk.internal.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts that stand in Base64 on the wire. */
final class Base64Text {

  private Base64Text() {}

  static String decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  static String encode(String text) {
    return Base64.getEncoder().encodeToString(Utf8.encode("a text sent in Base64", text));
  }
}
