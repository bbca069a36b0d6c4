package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.DownloadProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A download for which the calling thread waits.
 *
 * @param transfer copies the file
 * @param file what is downloaded
 */
public record FileDownload(FileTransfer transfer, FileRequest file) implements Download {

  @Override
  public Download maxBytes(long maxBytes) {
    return new FileDownload(transfer, file.withMaxBytes(maxBytes));
  }

  @Override
  public Download timeout(Duration timeout) {
    return new FileDownload(transfer, file.withTimeout(timeout));
  }

  @Override
  public Download onProgress(DownloadProgress listener) {
    return new FileDownload(transfer, file.withProgress(listener));
  }

  @Override
  public Download acceptUnknownLength() {
    return new FileDownload(transfer, file.withUnknownLength());
  }

  @Override
  public long to(Path path) throws IOException {
    return transfer.copy(file, PartFile.at(path, FileDownload::checkNotInterrupted));
  }

  @Override
  public long to(OutputStream target) throws IOException {
    return transfer.copy(file, Target.of(target));
  }

  private static void checkNotInterrupted() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw ExchangeFailures.interrupted(null);
    }
  }

  @Override
  public String toString() {
    return "Download{" + file.address().getHost() + "}";
  }
}
