package io.github.invoicingsdk.vocabulary;

import feign.Param;
import io.github.invoicingsdk.internal.model.Utf8;
import io.github.invoicingsdk.model.OpenEnum;
import java.math.BigDecimal;

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
   * @param value the argument: an {@link OpenEnum} is written as its value, a decimal number
   *     without an exponent, everything else as its {@code toString()} says
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
    int plain = 0;
    while (plain < text.length() && isUnreserved(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : encodeFrom(plain, text);
  }

  private static String encodeFrom(int start, String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (byte b : Utf8.encode("an argument", text.substring(start))) {
      char c = (char) (b & 0xFF);
      if (isUnreserved(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 0x0F]);
      }
    }
    return encoded.toString();
  }

  static String text(Object value) {
    if (value instanceof OpenEnum<?> constant) {
      return constant.value().toString();
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || UNRESERVED.indexOf(c) >= 0;
  }
}
