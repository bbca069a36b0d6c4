package io.github.invoicingsdk;

import java.util.OptionalLong;

/** Is told how far a {@link Download} or an {@link AsyncDownload} has come. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * Bytes were received. Called by the thread that downloads, after every chunk; what it throws
   * ends the download and reaches the caller, or fails the future.
   *
   * @param bytes how many have been received so far
   * @param total how many there are; empty when the server does not say
   */
  void received(long bytes, OptionalLong total);
}
