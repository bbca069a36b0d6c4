package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the bytes of a body into one array and refuses more than a cap. Not thread-safe. */
final class ByteCollector {

  /** The length to be given when it is not known. */
  static final long UNKNOWN = -1;

  private static final int FIRST_BUFFER = 8 * 1024;

  /** A length that is only announced is not believed beyond this: the buffer then has to grow. */
  private static final int LARGEST_FIRST_BUFFER = 1024 * 1024;

  private final int cap;
  private final long expected;
  private byte[] buffer;
  private int size;

  /**
   * Creates a collector.
   *
   * @param cap the most bytes that may come
   * @param expected how many are announced, or {@link #UNKNOWN}; only the buffer depends on it
   */
  ByteCollector(int cap, long expected) {
    this.cap = cap;
    this.expected = expected;
    long first = expected < 0 ? FIRST_BUFFER : Math.min(expected, LARGEST_FIRST_BUFFER);
    this.buffer = new byte[(int) Math.min(first, cap)];
  }

  /** Adds what remains of the source, or nothing when that would exceed the cap. */
  void add(ByteBuffer source) throws ResponseTooLargeException {
    int length = source.remaining();
    reserve(length);
    source.get(buffer, size, length);
    size += length;
  }

  /**
   * Adds what one read from the source brings.
   *
   * @return false when the source has ended
   * @throws ResponseTooLargeException when it would exceed the cap
   */
  boolean readFrom(InputStream source) throws IOException {
    if (size < buffer.length) {
      int read = source.read(buffer, size, buffer.length - size);
      size += Math.max(read, 0);
      return read >= 0;
    }
    // Mostly the end, for which no larger buffer is needed.
    int next = source.read();
    if (next < 0) {
      return false;
    }
    reserve(1);
    buffer[size++] = (byte) next;
    return true;
  }

  /** Everything collected; the collector is of no use afterwards. */
  byte[] toByteArray() {
    return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
  }

  /** The exception for a body that is larger than the cap. */
  static ResponseTooLargeException tooLarge(int cap) {
    return new ResponseTooLargeException(
        "the response is larger than the limit of " + cap + " bytes; the transfer was stopped");
  }

  private void reserve(int more) throws ResponseTooLargeException {
    long needed = (long) size + more;
    if (needed > cap) {
      throw tooLarge(cap);
    }
    if (needed > buffer.length) {
      long larger = Math.max(needed, 2L * buffer.length);
      if (expected >= needed) {
        larger = Math.min(larger, expected);
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(larger, cap));
    }
  }
}
