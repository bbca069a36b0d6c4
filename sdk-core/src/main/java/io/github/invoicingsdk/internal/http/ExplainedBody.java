package io.github.invoicingsdk.internal.http;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that another library brings, whose failures are called what they prove, and whose end ends
 * the exchange. For one thread.
 */
public final class ExplainedBody extends FilterInputStream {

  private final Closeable exchange;
  private final Sending sending;

  /**
   * Creates a body.
   *
   * @param body the body
   * @param exchange is closed with the body, and must not wait for the rest of it
   * @param sending the request that was sent for it
   */
  public ExplainedBody(InputStream body, Closeable exchange, Sending sending) {
    super(body);
    this.exchange = exchange;
    this.sending = sending;
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
    try {
      return super.read();
    } catch (IOException e) {
      throw sending.explained(e);
    } catch (RuntimeException e) {
      throw sending.explained(e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw sending.explained(e);
    } catch (RuntimeException e) {
      throw sending.explained(e);
    }
  }

  @Override
  public void close() throws IOException {
    exchange.close();
  }
}
