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
   */
  @Override
  public String expand(Object value) {
    return encode(text(value));
  }

  /**
   * Percent-encodes a text as UTF-8.
   *
   * @param text the text; an unpaired surrogate becomes a question mark, as everywhere in Java
   * @return the text with everything but letters, digits and {@code - . _ ~} encoded
   */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 0x0F]);
      }
    }
    return encoded.toString();
  }

  static String text(Object value) {
    return value instanceof OpenEnum<?> constant ? constant.value().toString() : value.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
