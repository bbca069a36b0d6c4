package io.github.invoicingsdk.internal.error;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds one secret in a text, in whatever mixture of encodings each of its characters stands:
 * itself, percent-encoded once or twice in either case of hexadecimal digits, form-encoded, escaped
 * for JSON or for HTML.
 */
final class SecretMatcher {

  private static final HexFormat HEX = HexFormat.of();

  private final String secret;
  private final int[] codePoints;

  /** Texts are long and secrets rare in them: nearly every place is ruled out by its beginning. */
  private final List<String> beginnings;

  SecretMatcher(String secret) {
    this.secret = secret;
    this.codePoints = secret.codePoints().toArray();
    this.beginnings = escapedForms(codePoints[0]);
  }

  String secret() {
    return secret;
  }

  /** The end of the secret's occurrence that begins at {@code start}; -1 when there is none. */
  int endOfMatch(String text, int start) {
    if (text.codePointAt(start) != codePoints[0] && !beginsEscaped(text, start)) {
      return -1;
    }
    // A "%" may be itself or begin an escape, so several ends are followed at the same time.
    SortedSet<Integer> ends = new TreeSet<>();
    ends.add(start);
    for (int codePoint : codePoints) {
      SortedSet<Integer> next = new TreeSet<>();
      for (int end : ends) {
        addEnds(text, end, codePoint, next);
      }
      if (next.isEmpty()) {
        return -1;
      }
      ends = next;
    }
    return ends.last();
  }

  private boolean beginsEscaped(String text, int start) {
    if (!mayBeEscape(text.charAt(start))) {
      return false;
    }
    for (String beginning : beginnings) {
      if (isNext(text, start, beginning)) {
        return true;
      }
    }
    return false;
  }

  private static void addEnds(String text, int at, int codePoint, SortedSet<Integer> ends) {
    if (at >= text.length()) {
      return;
    }
    if (text.codePointAt(at) == codePoint) {
      ends.add(at + Character.charCount(codePoint));
    }
    if (mayBeEscape(text.charAt(at))) {
      for (String form : escapedForms(codePoint)) {
        if (isNext(text, at, form)) {
          ends.add(at + form.length());
        }
      }
    }
  }

  private static boolean mayBeEscape(char c) {
    return c == '%' || c == '\\' || c == '&' || c == '+';
  }

  private static boolean isNext(String text, int at, String form) {
    // Hexadecimal digits come in both cases. A letter is never escaped as itself, except after a
    // backslash, where its other case is masked too: that does no harm.
    return text.regionMatches(true, at, form, 0, form.length());
  }

  private static List<String> escapedForms(int codePoint) {
    String self = Character.toString(codePoint);
    List<String> forms = new ArrayList<>();
    forms.add(percentEncoded(self, "%"));
    forms.add(percentEncoded(self, "%25"));
    forms.add("\\" + self);
    forms.add(unicodeEscaped(self));
    forms.add("&#" + codePoint + ";");
    String decimal = Integer.toString(codePoint);
    forms.add("&#" + "0".repeat(Math.max(0, 3 - decimal.length())) + decimal + ";");
    forms.add("&#x" + Integer.toHexString(codePoint) + ";");
    switch (codePoint) {
      case ' ' -> forms.add("+");
      case '&' -> forms.add("&amp;");
      case '<' -> forms.add("&lt;");
      case '>' -> forms.add("&gt;");
      case '"' -> forms.add("&quot;");
      case '\'' -> forms.add("&apos;");
      default -> {}
    }
    return forms;
  }

  private static String percentEncoded(String text, String escape) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(escape).append(HEX.toHexDigits(b));
    }
    return encoded.toString();
  }

  private static String unicodeEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      escaped.append("\\u").append(HEX.toHexDigits(text.charAt(i)));
    }
    return escaped.toString();
  }
}
