package io.github.invoicingsdk.internal.http;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that another library brings, whose failures are called what they prove, and whose end ends
 * the exchange. For one thread at a time.
 */
public final class ExplainedBody extends FilterInputStream {

  private final Closeable exchange;
  private final Sending sending;
  private final InterruptWatch watch;
  private boolean whole;

  /**
   * Creates a body.
   *
   * @param body the body
   * @param exchange is closed with the body
   * @param sending the request that was sent for it
   * @param watch sees when the reading thread is interrupted; ends the exchange before it is closed
   *     if the body was not read to its end, for closing may wait for the rest
   */
  public ExplainedBody(
      InputStream body, Closeable exchange, Sending sending, InterruptWatch watch) {
    super(body);
    this.exchange = exchange;
    this.sending = sending;
    this.watch = watch;
  }

  /**
   * The length of a body as Feign takes it.
   *
   * @param length the length; negative if it is not known
   */
  public static @Nullable Integer length(long length) {
    return length < 0 ? null : Integer.valueOf((int) Math.min(length, Integer.MAX_VALUE));
  }

  @Override
  public int read() throws IOException {
    return explained(() -> super.read());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return explained(() -> super.read(target, offset, length));
  }

  private int explained(InterruptWatch.Wait<Integer> reading) throws IOException {
    try {
      int read = watch.over(reading);
      whole |= read < 0;
      return read;
    } catch (IOException e) {
      throw sending.explained(e);
    } catch (RuntimeException e) {
      throw sending.explained(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!whole) {
      watch.cancel();
    }
    exchange.close();
  }
}
