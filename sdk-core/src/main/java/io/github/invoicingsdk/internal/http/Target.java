package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Where the bytes of a file go. */
@FunctionalInterface
interface Target {

  /**
   * Takes the bytes of a file.
   *
   * @param file writes them
   * @return how many there are
   * @throws IOException if the target fails
   */
  long take(Content file) throws IOException;

  /** A stream, which gets what comes and is neither flushed nor closed. */
  static Target of(OutputStream stream) {
    Objects.requireNonNull(stream, "target");
    return file -> file.writeTo(stream);
  }

  /** The bytes of a file, which can be written once. */
  @FunctionalInterface
  interface Content {

    /**
     * Writes the bytes.
     *
     * @return how many there are
     * @throws IOException if the target fails; a failure of the transfer is no such exception
     */
    long writeTo(OutputStream target) throws IOException;
  }
}
