package io.github.invoicingsdk.internal.error;

import java.util.Arrays;

/** Finds one secret in a text, whichever of its characters are escaped. Immutable. */
final class SecretMatcher {

  /** Shorter ones occur in innocent words. */
  private static final int SHORTEST_DISTINCT = 4;

  private final int[] codePoints;

  SecretMatcher(String secret) {
    this.codePoints = secret.codePoints().toArray();
  }

  int first() {
    return codePoints[0];
  }

  /** Whether it is a secret wherever it stands, and not only where a value is expected. */
  boolean isDistinct() {
    return codePoints.length >= SHORTEST_DISTINCT;
  }

  /**
   * The end of the secret whose first character has been found.
   *
   * @param afterFirst where the rest of it begins
   * @param escapes looks at places
   * @return the end; -1 if something else follows
   */
  int end(String text, int afterFirst, Escapes escapes) {
    // A "%" may be itself or begin an escape, so that several ends are followed at the same time.
    int[] ends = {afterFirst};
    for (int i = 1; i < codePoints.length; i++) {
      if (ends.length == 1 && isPlain(text, ends[0], codePoints[i])) {
        ends[0] += Character.charCount(codePoints[i]);
      } else {
        ends = next(text, ends, codePoints[i], escapes);
        if (ends.length == 0) {
          return -1;
        }
      }
    }
    return Arrays.stream(ends).max().orElseThrow();
  }

  private static boolean isPlain(String text, int at, int codePoint) {
    return at < text.length()
        && !Escapes.mayBegin(text.charAt(at))
        && text.codePointAt(at) == codePoint;
  }

  private static int[] next(String text, int[] ends, int codePoint, Escapes escapes) {
    int[] next = {};
    for (int end : ends) {
      if (end < text.length()) {
        escapes.lookAt(text, end);
        for (int i = 0; i < escapes.count(); i++) {
          if (escapes.codePoint(i) == codePoint && !contains(next, escapes.end(i))) {
            next = Arrays.copyOf(next, next.length + 1);
            next[next.length - 1] = escapes.end(i);
          }
        }
      }
    }
    return next;
  }

  private static boolean contains(int[] values, int value) {
    for (int candidate : values) {
      if (candidate == value) {
        return true;
      }
    }
    return false;
  }
}
