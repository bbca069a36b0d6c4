package io.github.invoicingsdk.internal.model;

import java.nio.charset.StandardCharsets;

/** Encodes texts as UTF-8 and refuses what cannot be said in it. */
public final class Utf8 {

  private Utf8() {}

  /**
   * Encodes a text.
   *
   * @param what names the text in the message of the exception, which does not show the text
   * @param text the text
   * @return its bytes
   * @throws IllegalArgumentException when the text holds half of a surrogate pair
   */
  public static byte[] encode(String what, String text) {
    check(what, text);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Refuses a text that cannot be encoded. Java itself would send a question mark in place of half
   * a surrogate pair.
   *
   * @param what names the text in the message of the exception, which does not show the text
   * @param text the text
   * @throws IllegalArgumentException when the text holds half of a surrogate pair
   */
  public static void check(String what, String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      // A whole pair would have given the character that it stands for.
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        throw invalid(what);
      }
    }
  }

  /** The exception for half of a surrogate pair. */
  static IllegalArgumentException invalid(String what) {
    return new IllegalArgumentException(
        what
            + " is not valid Unicode text: it holds half of a surrogate pair, which would be"
            + " sent as '?'; check where the text was cut");
  }
}
