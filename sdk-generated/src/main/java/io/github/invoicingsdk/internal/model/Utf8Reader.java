package io.github.invoicingsdk.internal.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads bytes in memory as UTF-8, without a copy of them. What is not UTF-8 ends in a {@link
 * CharacterCodingException} where it stands, and not in a replacement character. For one thread.
 */
public final class Utf8Reader extends Reader {

  private final ByteBuffer bytes;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  /** The second half of a surrogate pair of which only the first half was asked for; else 0. */
  private char held;

  /**
   * Creates a reader.
   *
   * @param bytes the text, which nobody changes while it is read
   */
  public Utf8Reader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (held != 0) {
      target[offset] = held;
      held = 0;
      return 1;
    }
    int decoded = decode(CharBuffer.wrap(target, offset, length));
    if (decoded == 0 && bytes.hasRemaining()) {
      return readHalf(target, offset);
    }
    return decoded == 0 ? -1 : decoded;
  }

  @Override
  public void close() {}

  /** There is room for one character only, and the next one takes two. */
  private int readHalf(char[] target, int offset) throws IOException {
    char[] pair = new char[2];
    decode(CharBuffer.wrap(pair));
    target[offset] = pair[0];
    held = pair[1];
    return 1;
  }

  private int decode(CharBuffer chars) throws CharacterCodingException {
    int before = chars.position();
    CoderResult result = decoder.decode(bytes, chars, true);
    if (result.isError()) {
      result.throwException();
    }
    return chars.position() - before;
  }
}
