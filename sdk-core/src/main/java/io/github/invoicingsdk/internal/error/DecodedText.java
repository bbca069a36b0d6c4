package io.github.invoicingsdk.internal.error;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with one layer of escapes taken away, of which each character knows where it stood in the
 * text that came. Immutable.
 */
final class DecodedText {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private DecodedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The text as it came. */
  static DecodedText of(String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new DecodedText(text, starts, ends);
  }

  String text() {
    return text;
  }

  /** Where the characters from one index to before another one begin in the text that came. */
  int start(int from) {
    return starts[from];
  }

  /** Where the characters up to before an index end in the text that came. */
  int end(int to) {
    return ends[to - 1];
  }

  /** The text without the next layer; null if there is none. */
  @Nullable DecodedText next() {
    StringBuilder decoded = new StringBuilder(text.length());
    int[] nextStarts = new int[text.length()];
    int[] nextEnds = new int[text.length()];
    Escapes escapes = new Escapes();
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = i + 1;
      int codePoint = c;
      if (c != '+' && Escapes.mayBegin(c)) {
        escapes.lookAt(text, i);
        codePoint = escapes.codePoint(escapes.oneLayer());
        end = escapes.end(escapes.oneLayer());
      }
      int length = decoded.length();
      decoded.appendCodePoint(codePoint);
      for (int j = length; j < decoded.length(); j++) {
        nextStarts[j] = starts[i];
        nextEnds[j] = ends[end - 1];
      }
      i = end;
    }
    int length = decoded.length();
    return length == text.length()
        ? null
        : new DecodedText(
            decoded.toString(), Arrays.copyOf(nextStarts, length), Arrays.copyOf(nextEnds, length));
  }
}
