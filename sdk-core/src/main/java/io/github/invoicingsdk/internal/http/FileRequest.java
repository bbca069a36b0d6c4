package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.DownloadProgress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What is downloaded, and within which limits. Immutable.
 *
 * @param address where the file is; a secret, since it opens the file to everybody
 * @param userAgent what the request says of the program that sends it
 * @param maxBytes the most bytes that the file may have
 * @param timeout how long the download may take altogether
 * @param unknownLength whether a body may end with its connection, so that nothing tells whether
 *     all of it has come
 * @param progress is told how far it has come
 */
public record FileRequest(
    URI address,
    String userAgent,
    long maxBytes,
    Duration timeout,
    boolean unknownLength,
    DownloadProgress progress) {

  private static final long DEFAULT_MAX_BYTES = 100L * 1024 * 1024;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  /**
   * A download with the default limits.
   *
   * @param address where the file is
   * @param userAgent what the request says of the program that sends it
   */
  public static FileRequest of(URI address, String userAgent) {
    return new FileRequest(
        address, userAgent, DEFAULT_MAX_BYTES, DEFAULT_TIMEOUT, false, (bytes, total) -> {});
  }

  FileRequest withMaxBytes(long newMaxBytes) {
    if (newMaxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + newMaxBytes + "; it must be at least 1");
    }
    return new FileRequest(address, userAgent, newMaxBytes, timeout, unknownLength, progress);
  }

  FileRequest withTimeout(Duration newTimeout) {
    return new FileRequest(
        address,
        userAgent,
        maxBytes,
        Timeouts.checked(newTimeout, "timeout"),
        unknownLength,
        progress);
  }

  FileRequest withUnknownLength() {
    return new FileRequest(address, userAgent, maxBytes, timeout, true, progress);
  }

  FileRequest withProgress(DownloadProgress listener) {
    return new FileRequest(
        address,
        userAgent,
        maxBytes,
        timeout,
        unknownLength,
        Objects.requireNonNull(listener, "listener"));
  }

  /** Shows no more of the address than its host. */
  @Override
  public String toString() {
    return "FileRequest{" + address.getHost() + "}";
  }
}
