package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.DownloadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The bytes of a file while they come, of which no more than a chunk is ever held.
 *
 * @param body brings them
 * @param announced how many there are; empty if the server does not say
 * @param maxBytes how many there may be
 * @param progress is told of every chunk
 * @param failures makes the exception for a transfer that fails, which is told apart from a target
 *     that does
 */
record FileCopy(
    InputStream body,
    OptionalLong announced,
    long maxBytes,
    DownloadProgress progress,
    Function<Exception, RuntimeException> failures)
    implements Target.Content {

  private static final int CHUNK = 16 * 1024;

  @Override
  public long writeTo(OutputStream target) throws IOException {
    long count = 0;
    byte[] chunk = new byte[CHUNK];
    for (int read = read(chunk); read >= 0; read = read(chunk)) {
      count += read;
      checkSize(count);
      target.write(chunk, 0, read);
      progress.received(count, announced);
    }
    if (count == 0) {
      throw failures.apply(new CorruptContentException("the file is empty"));
    }
    if (announced.isPresent() && count != announced.getAsLong()) {
      throw failures.apply(
          new IOException("it ended after " + count + " of " + announced.getAsLong() + " bytes"));
    }
    return count;
  }

  /** Refuses a file that is too large, as far as that is known. */
  void checkSize() {
    checkSize(announced.orElse(0));
  }

  private void checkSize(long bytes) {
    if (bytes > maxBytes) {
      throw failures.apply(
          new ResponseTooLargeException("the file is larger than " + maxBytes + " bytes"));
    }
  }

  private int read(byte[] chunk) {
    try {
      return body.read(chunk);
    } catch (IOException | RuntimeException e) {
      throw failures.apply(e);
    }
  }
}
