package io.github.invoicingsdk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file that a provider has made, ready to be fetched.
 *
 * <pre>{@code
 * URI pdf = client.documents().pdf(id).await(Duration.ofMinutes(1));
 * client.download(pdf).to(Path.of("invoice.pdf"));
 * }</pre>
 *
 * <p>The request carries no credentials, and no other host than the one in the address is
 * contacted: a redirect ends in an {@link
 * io.github.invoicingsdk.error.UnexpectedResponseException}. Opening the file is tried again as the
 * client's {@link RetryPolicy} says; once bytes have come, it is not. The address, which opens the
 * file to everybody, is in no message.
 *
 * <p>Only the status 200 brings a file. What comes with another status, is empty, or whose end
 * cannot be known (see {@link #acceptUnknownLength}) is refused, and an older file stays as it was.
 *
 * <p>An {@link AsyncDownload} brings the same file as a future, which can be cancelled.
 *
 * <p>Immutable and thread-safe. Nothing is fetched before one of the {@code to} methods is called,
 * and each call of them fetches the file anew.
 */
public interface Download {

  /**
   * The same download with another size limit, instead of 100 MiB.
   *
   * @param maxBytes the most bytes that the file may have, at least 1
   * @return the download
   * @throws IllegalArgumentException when the number is less than 1
   */
  Download maxBytes(long maxBytes);

  /**
   * The same download with another time limit, instead of 10 minutes.
   *
   * @param timeout how long it may take altogether; more than zero, at most one hour
   * @return the download
   * @throws IllegalArgumentException when the time is out of range
   */
  Download timeout(Duration timeout);

  /**
   * The same download, which tells how far it has come.
   *
   * @param listener is told
   * @return the download
   */
  Download onProgress(DownloadProgress listener);

  /**
   * The same download, which also takes a file whose end is the end of the connection, as servers
   * of HTTP/1.0 and some proxies send it: with neither a {@code Content-Length} nor chunks. Nothing
   * can tell whether all of such a file has come, so look into it before you rely on it. Without
   * this it is refused before anything is written.
   *
   * @return the download
   */
  Download acceptUnknownLength();

  /**
   * Writes the file to a path. It is written under another name in the same folder first and moved
   * when it is complete, so that there is never half a file at the path, and an older one is
   * replaced only by a whole one.
   *
   * @param path where the file is to be; its folder must exist
   * @return how many bytes it has
   * @throws IOException when the file system fails
   * @throws io.github.invoicingsdk.error.InvoicingException when the file cannot be fetched whole,
   *     is too large or takes too long
   */
  long to(Path path) throws IOException;

  /**
   * Writes the file to a stream, which gets what has come even if the rest does not.
   *
   * @param target gets the bytes; it is neither flushed nor closed
   * @return how many bytes were written
   * @throws IOException when the stream fails
   * @throws io.github.invoicingsdk.error.InvoicingException when the file cannot be fetched whole,
   *     is too large or takes too long
   */
  long to(OutputStream target) throws IOException;
}
