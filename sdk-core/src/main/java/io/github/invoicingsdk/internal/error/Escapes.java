package io.github.invoicingsdk.internal.error;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What may stand at one place of a text: a character as itself, or one that is percent-encoded
 * (once or more often), form-encoded, or escaped for JSON, JavaScript, HTML or XML. For one thread.
 */
final class Escapes {

  /** JSON in JSON in JSON has seven. */
  private static final int MOST_BACKSLASHES = 7;

  /** A percent sign that was encoded itself, again and again. */
  private static final String LAYERED_PERCENT = "%2525";

  private static final int LONGEST_NUMBER = 9;

  private static final Map<Character, Integer> CONTROLS =
      Map.of('n', (int) '\n', 'r', (int) '\r', 't', (int) '\t', 'b', (int) '\b', 'f', (int) '\f');

  private int[] codePoints = new int[8];
  private int[] ends = new int[8];
  private int count;
  private int oneLayer;

  /** Whether the character may begin something other than itself. */
  static boolean mayBegin(char c) {
    return c == '%' || c == '\\' || c == '&' || c == '+';
  }

  /**
   * Looks at a place; what is found replaces what was found before. The character itself is first.
   */
  void lookAt(String text, int at) {
    count = 0;
    oneLayer = 0;
    int self = text.codePointAt(at);
    add(self, at + Character.charCount(self));
    switch (self) {
      case '+' -> add(' ', at + 1);
      case '%' -> addPercentEncoded(text, at);
      case '\\' -> addBackslashed(text, at);
      case '&' -> addEntity(text, at);
      default -> {}
    }
  }

  int count() {
    return count;
  }

  int codePoint(int index) {
    return codePoints[index];
  }

  /** Where what was found ends. */
  int end(int index) {
    return ends[index];
  }

  /**
   * Which of those found takes away one layer of escapes; 0, the character itself, if none does.
   */
  int oneLayer() {
    return oneLayer;
  }

  private void add(int codePoint, int end) {
    if (count == codePoints.length) {
      codePoints = Arrays.copyOf(codePoints, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    codePoints[count] = codePoint;
    ends[count] = end;
    count++;
  }

  private void addPercentEncoded(String text, int at) {
    if (at + 1 < text.length() && (text.charAt(at + 1) == 'u' || text.charAt(at + 1) == 'U')) {
      int unit = hex(text, at + 2, 4);
      if (unit >= 0) {
        add(unit, at + 6);
        oneLayer = count - 1;
      }
      return;
    }
    for (int sign = 1; sign <= LAYERED_PERCENT.length(); sign += 2) {
      addPercentEncoded(text, at, sign);
      oneLayer = sign == 1 ? count - 1 : oneLayer;
    }
  }

  private void addPercentEncoded(String text, int at, int sign) {
    int first = octet(text, at, sign);
    if (first < 0) {
      return;
    }
    int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    int width = sign + 2;
    if (first >= 0x80) {
      // Written by who knows no character beyond ISO 8859-1.
      add(first, at + width);
    }
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      int octet = octet(text, at + i * width, sign);
      if (octet < 0) {
        return;
      }
      octets[i] = (byte) octet;
    }
    String decoded = new String(octets, StandardCharsets.UTF_8);
    if (decoded.codePointCount(0, decoded.length()) == 1 && decoded.charAt(0) != '\uFFFD') {
      add(decoded.codePointAt(0), at + length * width);
    }
  }

  /** The octet that is encoded there with a sign of that length; -1 if there is none. */
  private static int octet(String text, int at, int sign) {
    return text.regionMatches(at, LAYERED_PERCENT, 0, sign) ? hex(text, at + sign, 2) : -1;
  }

  private void addBackslashed(String text, int at) {
    int next = at;
    while (next < text.length() && text.charAt(next) == '\\' && next - at < MOST_BACKSLASHES) {
      next++;
      if (next == text.length()) {
        return;
      }
      int self = text.codePointAt(next);
      add(self, next + Character.charCount(self));
      Integer control = CONTROLS.get((char) self);
      if (control != null) {
        add(control, next + 1);
      }
      if (self == 'u') {
        addUnicodeEscaped(text, next, next - at);
      } else if (self == 'x' && hex(text, next + 1, 2) >= 0) {
        add(hex(text, next + 1, 2), next + 3);
      }
      oneLayer = next - at == 1 ? count - 1 : oneLayer;
    }
  }

  private void addUnicodeEscaped(String text, int letter, int backslashes) {
    int unit = hex(text, letter + 1, 4);
    if (unit < 0) {
      return;
    }
    int end = letter + 5;
    int second = end + backslashes;
    if (Character.isHighSurrogate((char) unit)
        && text.regionMatches(letter - backslashes, text, end, backslashes)
        && second < text.length()
        && text.charAt(second) == 'u') {
      int low = hex(text, second + 1, 4);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        add(Character.toCodePoint((char) unit, (char) low), second + 5);
        return;
      }
    }
    add(unit, end);
  }

  private void addEntity(String text, int at) {
    addEntityBody(text, at + 1);
    oneLayer = count - 1;
    // An ampersand that was escaped itself, once.
    if (text.startsWith("amp;", at + 1)) {
      addEntityBody(text, at + 5);
    }
  }

  private void addEntityBody(String text, int at) {
    int named = Entities.codePoint(text, at);
    if (named >= 0) {
      add(named, Entities.end(text, at));
    }
    addNumericEntity(text, at);
  }

  private void addNumericEntity(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '#') {
      return;
    }
    boolean hexadecimal = text.startsWith("x", at + 1) || text.startsWith("X", at + 1);
    int radix = hexadecimal ? 16 : 10;
    int value = 0;
    int begin = at + (hexadecimal ? 2 : 1);
    int i = begin;
    while (i < text.length() && i - begin < LONGEST_NUMBER && digit(text, i, radix) >= 0) {
      value = Math.min(value * radix + digit(text, i, radix), Character.MAX_CODE_POINT + 1);
      i++;
    }
    if (i > begin
        && i < text.length()
        && text.charAt(i) == ';'
        && Character.isValidCodePoint(value)) {
      add(value, i + 1);
    }
  }

  private static int hex(String text, int at, int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = digit(text, i, 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static int digit(String text, int at, int radix) {
    char c = text.charAt(at);
    return c < 128 ? Character.digit(c, radix) : -1;
  }
}
