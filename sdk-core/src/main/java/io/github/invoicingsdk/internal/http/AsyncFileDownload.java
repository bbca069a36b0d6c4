package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.AsyncDownload;
import io.github.invoicingsdk.DownloadProgress;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A download for which the calling thread does not wait. */
public final class AsyncFileDownload implements AsyncDownload {

  private final Copying copying;
  private final FileRequest file;

  private AsyncFileDownload(Copying copying, FileRequest file) {
    this.copying = copying;
    this.file = file;
  }

  /**
   * A download that blocks a thread only while bytes come.
   *
   * @param transfer copies the file, through the SDK's own transport
   * @param file what is downloaded
   * @param threads one of them copies the bytes
   */
  public static AsyncDownload of(FileTransfer transfer, FileRequest file, Executor threads) {
    return new AsyncFileDownload(
        (wanted, target) -> transfer.copyAsync(wanted, target, threads), file);
  }

  /**
   * A download that blocks a thread from its beginning to its end.
   *
   * @param transfer copies the file, through any transport
   * @param file what is downloaded
   * @param threads one of them downloads it
   */
  public static AsyncDownload blocking(FileTransfer transfer, FileRequest file, Executor threads) {
    return new AsyncFileDownload(
        (wanted, target) -> {
          CapturedContext caller = transfer.capture();
          return BlockingWork.on(threads, () -> caller.call(() -> transfer.copy(wanted, target)));
        },
        file);
  }

  @Override
  public AsyncDownload maxBytes(long maxBytes) {
    return new AsyncFileDownload(copying, file.withMaxBytes(maxBytes));
  }

  @Override
  public AsyncDownload timeout(Duration timeout) {
    return new AsyncFileDownload(copying, file.withTimeout(timeout));
  }

  @Override
  public AsyncDownload onProgress(DownloadProgress listener) {
    return new AsyncFileDownload(copying, file.withProgress(listener));
  }

  @Override
  public AsyncDownload acceptUnknownLength() {
    return new AsyncFileDownload(copying, file.withUnknownLength());
  }

  @Override
  public CompletableFuture<Long> to(Path path) {
    ClaimableFuture<Long> result = new ClaimableFuture<>();
    Target target =
        PartFile.at(
            path,
            () -> {
              if (!result.claim()) {
                throw new CancellationException("the download was ended before the file was moved");
              }
            });
    result.follow(copying.start(file, target));
    return result;
  }

  @Override
  public CompletableFuture<Long> to(OutputStream target) {
    return copying.start(file, Target.of(target));
  }

  @Override
  public String toString() {
    return "AsyncDownload{" + file.address().getHost() + "}";
  }

  /** Starts a download. */
  @FunctionalInterface
  private interface Copying {

    CompletableFuture<Long> start(FileRequest file, Target target);
  }
}
