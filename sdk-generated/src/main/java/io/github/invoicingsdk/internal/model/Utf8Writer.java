package io.github.invoicingsdk.internal.model;

import java.io.Writer;
import java.util.Arrays;

/**
 * Collects what is written as UTF-8, without a text in between. Half of a surrogate pair ends in an
 * {@link IllegalArgumentException}, because Java itself would make a question mark of it. For one
 * thread.
 */
public final class Utf8Writer extends Writer {

  private static final int FIRST_BYTES = 512;
  private static final int MOST_BYTES_OF_A_CHARACTER = 4;

  /** Some JVMs make no longer arrays. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final String what;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  /** The first half of a surrogate pair whose second half is still to come; else 0. */
  private char firstHalf;

  /**
   * Creates a writer that has collected nothing.
   *
   * @param what names what is written in the message of the exception, which does not show it
   */
  public Utf8Writer(String what) {
    this.what = what;
  }

  @Override
  public void write(int character) {
    reserve(1);
    encode((char) character);
  }

  @Override
  public void write(String text, int offset, int length) {
    reserve(length);
    int end = offset + length;
    int next = firstHalf == 0 ? appendAscii(text, offset, end) : offset;
    while (next < end) {
      encode(text.charAt(next++));
      reserve(end - next);
    }
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    write(new String(characters, offset, length), 0, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /**
   * A copy of what was collected.
   *
   * @throws IllegalArgumentException when it ends with half of a surrogate pair
   */
  public byte[] toByteArray() {
    if (firstHalf != 0) {
      throw Utf8.invalid(what);
    }
    return Arrays.copyOf(bytes, size);
  }

  /** Appends up to the first character that takes more than one byte, and tells where it is. */
  private int appendAscii(String text, int begin, int end) {
    byte[] target = bytes;
    int length = size;
    int next = begin;
    while (next < end) {
      char c = text.charAt(next);
      if (c >= 0x80) {
        break;
      }
      target[length++] = (byte) c;
      next++;
    }
    size = length;
    return next;
  }

  private void encode(char c) {
    if (firstHalf != 0) {
      if (!Character.isLowSurrogate(c)) {
        throw Utf8.invalid(what);
      }
      int codePoint = Character.toCodePoint(firstHalf, c);
      firstHalf = 0;
      bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
      bytes[size++] = continuation(codePoint >> 12);
      bytes[size++] = continuation(codePoint >> 6);
      bytes[size++] = continuation(codePoint);
    } else if (Character.isHighSurrogate(c)) {
      firstHalf = c;
    } else if (Character.isLowSurrogate(c)) {
      throw Utf8.invalid(what);
    } else if (c < 0x80) {
      bytes[size++] = (byte) c;
    } else if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | (c >> 6));
      bytes[size++] = continuation(c);
    } else {
      bytes[size++] = (byte) (0xE0 | (c >> 12));
      bytes[size++] = continuation(c >> 6);
      bytes[size++] = continuation(c);
    }
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  /** Makes room for so many characters, of which the first may take as many bytes as any can. */
  private void reserve(int characters) {
    int needed = Math.addExact(size, Math.addExact(characters, MOST_BYTES_OF_A_CHARACTER));
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, MOST_BYTES)));
    }
  }
}
