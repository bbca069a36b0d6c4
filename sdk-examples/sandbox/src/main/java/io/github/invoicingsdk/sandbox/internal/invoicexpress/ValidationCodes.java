package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Locale;

/** Hands out validation codes: ABCD1230 first, as in the documented example, and none twice. */
final class ValidationCodes {
  private static final int DIGITS = 10_000;
  private static final int LETTERS = 26;

  private long next = 1230;

  String next() {
    long letters = next / DIGITS;
    char[] prefix = "ABCD".toCharArray();
    for (int i = prefix.length - 1; i >= 0; i--) {
      long shifted = prefix[i] - 'A' + letters;
      prefix[i] = (char) ('A' + shifted % LETTERS);
      letters = shifted / LETTERS;
    }
    String code = new String(prefix) + String.format(Locale.ROOT, "%04d", next % DIGITS);
    next++;
    return code;
  }
}
