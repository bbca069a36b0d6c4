package io.github.invoicingsdk;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A file that a provider has made, ready to be fetched as a future.
 *
 * <pre>{@code
 * CompletableFuture<Long> saved = client.async().download(pdf).to(Path.of("invoice.pdf"));
 * saved.orTimeout(1, TimeUnit.MINUTES)
 *     .thenAccept(bytes -> System.out.println(bytes + " bytes"));
 * }</pre>
 *
 * <p>It fetches what a {@link Download} fetches, under the same rules. The future fails with
 * exactly what the blocking download throws, which may be an {@link java.io.IOException} of the
 * target; arguments that are not allowed are refused at once, by an exception and not by the
 * future.
 *
 * <p>Cancelling the future, or completing it in another way such as by {@code orTimeout}, ends the
 * download, whatever stage it is in: nothing more is sent, the connection is closed, and what was
 * written beside the path is removed by the thread that wrote it. A file that was at the path
 * before stays as it was. Only in the moment in which a whole file is moved to its place the future
 * cannot be cancelled any more, as if it were done. A future that {@code thenApply} and the like
 * make of it does not end the download.
 *
 * <p>By {@code async()} no thread waits for the response or between two attempts. While bytes come,
 * each download blocks one of the client's own background threads, whose number has no limit: calls
 * never wait for downloads, but a program that starts many thousands of downloads at once should
 * limit them. By {@code async(executor)} each download blocks a thread of the executor from its
 * beginning to its end, and ending it interrupts that thread; with a transport of your own the
 * exchange ends as soon as the transport takes notice.
 *
 * <p>Immutable and thread-safe. Nothing is fetched before one of the {@code to} methods is called,
 * and each call of them fetches the file anew.
 */
public interface AsyncDownload {

  /**
   * The same download with another size limit, instead of 100 MiB.
   *
   * @param maxBytes the most bytes that the file may have, at least 1
   * @return the download
   * @throws IllegalArgumentException if the number is less than 1
   */
  AsyncDownload maxBytes(long maxBytes);

  /**
   * The same download with another time limit, instead of 10 minutes.
   *
   * @param timeout how long it may take altogether; more than zero, at most one hour
   * @return the download
   * @throws IllegalArgumentException if the time is out of range
   */
  AsyncDownload timeout(Duration timeout);

  /**
   * The same download, which tells how far it has come.
   *
   * @param listener is told, by the thread that copies the bytes
   * @return the download
   */
  AsyncDownload onProgress(DownloadProgress listener);

  /**
   * The same download, which also takes a file whose end is the end of the connection, as servers
   * of HTTP/1.0 and some proxies send it: with neither a {@code Content-Length} nor chunks. Nothing
   * can tell whether all of such a file has come, so look into it before you rely on it. Without
   * this it is refused before anything is written.
   *
   * @return the download
   */
  AsyncDownload acceptUnknownLength();

  /**
   * Writes the file to a path. It is written under another name in the same folder first and moved
   * when it is complete, so that there is never half a file at the path, and an older one is
   * replaced only by a whole one.
   *
   * @param path where the file is to be; its folder must exist
   * @return how many bytes it has; fails with what {@link Download#to(Path)} throws
   * @throws IllegalArgumentException if the path does not name a file
   */
  CompletableFuture<Long> to(Path path);

  /**
   * Writes the file to a stream, which gets what has come even if the rest does not.
   *
   * <p>When the future is completed from outside, a write that is under way may still end
   * afterwards; none follows.
   *
   * @param target gets the bytes; it is neither flushed nor closed
   * @return how many bytes were written; fails with what {@link Download#to(OutputStream)} throws
   */
  CompletableFuture<Long> to(OutputStream target);
}
