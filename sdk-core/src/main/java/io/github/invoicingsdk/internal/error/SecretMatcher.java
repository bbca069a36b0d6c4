package io.github.invoicingsdk.internal.error;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds one secret in a text, in whatever mixture of encodings each of its characters stands:
 * itself, percent-encoded once or twice in either case of hexadecimal digits, form-encoded, escaped
 * for JSON or for HTML.
 */
final class SecretMatcher {

  private static final String ESCAPE_STARTS = "%\\&+";

  private final String secret;
  private final int[] codePoints;

  SecretMatcher(String secret) {
    this.secret = secret;
    this.codePoints = secret.codePoints().toArray();
  }

  String secret() {
    return secret;
  }

  /** The end of the secret's occurrence that begins at {@code start}; -1 when there is none. */
  int endOfMatch(String text, int start) {
    if (ESCAPE_STARTS.indexOf(text.charAt(start)) < 0 && text.codePointAt(start) != codePoints[0]) {
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

  private static void addEnds(String text, int at, int codePoint, SortedSet<Integer> ends) {
    if (at >= text.length()) {
      return;
    }
    if (text.codePointAt(at) == codePoint) {
      ends.add(at + Character.charCount(codePoint));
    }
    switch (text.charAt(at)) {
      case '+' -> {
        if (codePoint == ' ') {
          ends.add(at + 1);
        }
      }
      case '%' -> {
        addIfFound(ends, endOfPercentEncoded(text, at, "%", codePoint));
        addIfFound(ends, endOfPercentEncoded(text, at, "%25", codePoint));
      }
      case '\\' -> {
        if (at + 1 < text.length() && text.codePointAt(at + 1) == codePoint) {
          ends.add(at + 1 + Character.charCount(codePoint));
        }
        addIfFound(ends, endOfUnicodeEscaped(text, at, codePoint));
      }
      case '&' -> addIfFound(ends, endOfEntity(text, at, codePoint));
      default -> {}
    }
  }

  private static void addIfFound(SortedSet<Integer> ends, int end) {
    if (end >= 0) {
      ends.add(end);
    }
  }

  private static int endOfPercentEncoded(String text, int at, String escape, int codePoint) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      encoded.append(escape).append(String.format(Locale.ROOT, "%02x", b));
    }
    return endIfNext(text, at, encoded.toString());
  }

  private static int endOfUnicodeEscaped(String text, int at, int codePoint) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Character.toChars(codePoint)) {
      escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return endIfNext(text, at, escaped.toString());
  }

  private static int endOfEntity(String text, int at, int codePoint) {
    String named =
        switch (codePoint) {
          case '&' -> "&amp;";
          case '<' -> "&lt;";
          case '>' -> "&gt;";
          case '"' -> "&quot;";
          case '\'' -> "&apos;";
          default -> "&#" + codePoint + ";";
        };
    int end = endIfNext(text, at, named);
    if (end < 0) {
      end = endIfNext(text, at, String.format(Locale.ROOT, "&#%02d;", codePoint));
    }
    return end < 0 ? endIfNext(text, at, String.format(Locale.ROOT, "&#x%x;", codePoint)) : end;
  }

  private static int endIfNext(String text, int at, String expected) {
    return text.regionMatches(true, at, expected, 0, expected.length())
        ? at + expected.length()
        : -1;
  }
}
