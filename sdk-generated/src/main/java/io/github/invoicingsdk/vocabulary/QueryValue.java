package io.github.invoicingsdk.vocabulary;

import feign.Param;
import java.nio.charset.StandardCharsets;

/**
 * Writes an argument into the query of an address.
 *
 * <p>Everything but letters, digits and {@code - . _ ~} is percent-encoded as UTF-8, so that an
 * argument can neither add a parameter nor be taken for something already encoded. Stateless and
 * thread-safe.
 */
public final class QueryValue implements Param.Expander {

  private static final String UNRESERVED = "-._~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** Creates the expander; Feign does so by reflection. */
  public QueryValue() {}

  /**
   * Encodes a value.
   *
   * @param value the argument: an {@link OpenEnum} is written as its value, everything else as its
   *     {@code toString()} says
   * @return the encoded text
   * @throws IllegalArgumentException when the text holds half of a surrogate pair
   */
  @Override
  public String expand(Object value) {
    return encode(text(value));
  }

  /**
   * Percent-encodes a text as UTF-8.
   *
   * @param text the text
   * @return the text with everything but letters, digits and {@code - . _ ~} encoded
   * @throws IllegalArgumentException when the text holds half of a surrogate pair, which UTF-8 does
   *     not have; the message does not show the text
   */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : utf8(text)) {
      char c = (char) (b & 0xFF);
      if (isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 0x0F]);
      }
    }
    return encoded.toString();
  }

  /** Java would send a question mark in place of what cannot be said in UTF-8. */
  private static byte[] utf8(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "an argument is not valid Unicode text: it holds half of a surrogate pair, which would be"
              + " sent as '?'; check where the text was cut");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(Object value) {
    return value instanceof OpenEnum<?> constant ? constant.value().toString() : value.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
