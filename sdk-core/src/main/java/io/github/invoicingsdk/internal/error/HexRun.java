package io.github.invoicingsdk.internal.error;

import java.util.Arrays;

/** Octets in a row that are written as two hexadecimal digits each, as dumps show them. */
final class HexRun {

  private HexRun() {}

  /**
   * Where the run that begins at an index ends; the index itself if none does. Between two octets
   * one sign may stand, or a line break.
   */
  static int end(String text, int start) {
    int end = start;
    int next = start;
    while (isOctet(text, next)) {
      end = next + 2;
      next = isOctet(text, end) ? end : afterSeparator(text, end);
    }
    return end;
  }

  /** What a run, or the part of one, stands for. */
  static byte[] decode(String text, int start, int end) {
    byte[] bytes = new byte[(end - start) / 2];
    int count = 0;
    for (int i = start; i + 1 < end; ) {
      if (isOctet(text, i)) {
        bytes[count++] = (byte) (digit(text, i) * 16 + digit(text, i + 1));
        i += 2;
      } else {
        i++;
      }
    }
    return Arrays.copyOf(bytes, count);
  }

  private static int afterSeparator(String text, int at) {
    int next = at;
    while (next < text.length() && (text.charAt(next) == '\r' || text.charAt(next) == '\n')) {
      next++;
    }
    return next == at && next < text.length() && " :-,".indexOf(text.charAt(next)) >= 0
        ? next + 1
        : next;
  }

  private static boolean isOctet(String text, int at) {
    return at + 1 < text.length() && digit(text, at) >= 0 && digit(text, at + 1) >= 0;
  }

  private static int digit(String text, int at) {
    char c = text.charAt(at);
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
