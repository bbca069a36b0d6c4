package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.DownloadProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** A download by a {@link FileTransfer}. */
public final class FileDownload implements Download {

  private static final long DEFAULT_MAX_BYTES = 100L * 1024 * 1024;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  private final FileTransfer transfer;
  private final URI address;
  private final FileTransfer.Limits limits;
  private final DownloadProgress progress;

  private FileDownload(
      FileTransfer transfer, URI address, FileTransfer.Limits limits, DownloadProgress progress) {
    this.transfer = transfer;
    this.address = address;
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * A download with the default limits.
   *
   * @param transfer copies the file
   * @param address where it is
   */
  public static Download of(FileTransfer transfer, URI address) {
    return new FileDownload(
        transfer,
        address,
        new FileTransfer.Limits(DEFAULT_MAX_BYTES, DEFAULT_TIMEOUT),
        (bytes, total) -> {});
  }

  @Override
  public Download maxBytes(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + maxBytes + "; it must be at least 1");
    }
    return new FileDownload(
        transfer, address, new FileTransfer.Limits(maxBytes, limits.timeout()), progress);
  }

  @Override
  public Download timeout(Duration timeout) {
    return new FileDownload(
        transfer,
        address,
        new FileTransfer.Limits(limits.maxBytes(), Timeouts.checked(timeout, "timeout")),
        progress);
  }

  @Override
  public Download onProgress(DownloadProgress listener) {
    return new FileDownload(
        transfer, address, limits, Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public long to(Path path) throws IOException {
    Path whole = Objects.requireNonNull(path, "path").toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      throw new IllegalArgumentException("path is " + path + ": give the name of a file");
    }
    // Not a temporary file: those are for their owner alone, and so would be the whole one.
    Path part = folder.resolve(name + "." + UUID.randomUUID() + ".part");
    try {
      long bytes;
      try (OutputStream target = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        bytes = to(target);
      }
      move(part, whole);
      return bytes;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public long to(OutputStream target) throws IOException {
    return transfer.copy(address, limits, progress, Objects.requireNonNull(target, "target"));
  }

  @Override
  public String toString() {
    return "Download{" + address.getHost() + "}";
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
