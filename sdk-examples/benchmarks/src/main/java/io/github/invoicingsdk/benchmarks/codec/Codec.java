package io.github.invoicingsdk.benchmarks.codec;

import java.io.IOException;

/** Reads and writes values of one type. Thread-safe. */
public interface Codec {

  /**
   * Reads a value.
   *
   * @param json its JSON in UTF-8
   * @return the value, in the codec's own type
   * @throws IOException when it cannot be read
   */
  Object decode(byte[] json) throws IOException;

  /**
   * Writes a value.
   *
   * @param value what {@link #decode} returned
   * @return its JSON in UTF-8
   * @throws IOException when it cannot be written
   */
  byte[] encode(Object value) throws IOException;
}
