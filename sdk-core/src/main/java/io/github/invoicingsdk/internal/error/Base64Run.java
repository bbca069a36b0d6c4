package io.github.invoicingsdk.internal.error;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Characters in a row that Base64 uses, in its standard or its URL-safe alphabet. */
final class Base64Run {

  /** How many characters stand for whole bytes. */
  static final int GROUP = 4;

  private Base64Run() {}

  /**
   * Where the run that begins at an index ends, padding included; the index itself if none does.
   */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isUsed(text.charAt(end))) {
      end++;
    }
    while (end > start && end < text.length() && text.charAt(end) == '=') {
      end++;
    }
    return end;
  }

  /**
   * Where the run that begins at an index ends if it goes on after line breaks, as in e-mails and
   * in keys; the end of its first line if it does not.
   */
  static int foldedEnd(String text, int start) {
    int end = end(text, start);
    while (end > start && text.charAt(end - 1) != '=') {
      int next = afterBreak(text, end);
      int nextEnd = next == end ? end : end(text, next);
      if (nextEnd <= next) {
        return end;
      }
      end = nextEnd;
    }
    return end;
  }

  /** Where the text goes on after line breaks, indented or not; the index itself without one. */
  private static int afterBreak(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return text.substring(at, next).chars().anyMatch(c -> c == '\r' || c == '\n') ? next : at;
  }

  /**
   * What a run decodes to from one of its characters on; null if that is nothing. Line breaks stand
   * for nothing.
   */
  static byte @Nullable [] decode(String run, int from) {
    StringBuilder standard = new StringBuilder(run.length());
    for (int i = from; i < run.length() && run.charAt(i) != '='; i++) {
      char c = run.charAt(i);
      if (isUsed(c)) {
        standard.append(c == '-' ? '+' : c == '_' ? '/' : c);
      }
    }
    if (standard.length() % GROUP == 1) {
      // Stands for no byte.
      standard.setLength(standard.length() - 1);
    }
    if (standard.length() < 2) {
      return null;
    }
    return Base64.getDecoder().decode(standard.toString());
  }

  /** The text that a value is the Base64 form of; null if it is not that of a readable text. */
  static @Nullable String text(String value) {
    if (value.length() < 2 * GROUP || end(value, 0) != value.length()) {
      return null;
    }
    byte[] bytes = decode(value, 0);
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean readable =
        text.chars().noneMatch(c -> c == '\uFFFD' || Character.isISOControl(c))
            && Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
    return readable ? text : null;
  }

  private static boolean isUsed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_';
  }
}
