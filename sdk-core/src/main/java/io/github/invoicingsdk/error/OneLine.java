package io.github.invoicingsdk.error;

/** Makes texts of others harmless to a log: one line, no control characters, not too long. */
final class OneLine {

  private static final char REPLACEMENT = '\uFFFD';
  private static final char ELLIPSIS = '\u2026';

  private OneLine() {}

  /** The text in one line. */
  static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** The text in one line of at most {@code limit} characters. */
  static String of(String text, int limit) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), 512));
    boolean blank = true;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isBlank(codePoint)) {
        if (!blank) {
          line.append(' ');
        }
        blank = true;
      } else {
        line.appendCodePoint(isHarmless(codePoint) ? codePoint : REPLACEMENT);
        blank = false;
      }
      // One more than allowed is needed to know that something is left out.
      if (line.length() > limit) {
        return cut(line, limit);
      }
    }
    return line.toString().strip();
  }

  private static String cut(StringBuilder line, int limit) {
    int end = limit - 1;
    if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).strip() + ELLIPSIS;
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isHarmless(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        // Among these are the marks that turn the direction of a line around.
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }
}
