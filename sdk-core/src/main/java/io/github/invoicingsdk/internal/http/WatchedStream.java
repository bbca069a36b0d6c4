package io.github.invoicingsdk.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that is not read any further when the deadline has passed or the reading thread is
 * interrupted, of which a transport of somebody else's may notice neither. For one thread.
 */
final class WatchedStream extends FilterInputStream {

  private final Deadline deadline;

  WatchedStream(InputStream body, Deadline deadline) {
    super(body);
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    checkMayGoOn();
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    checkMayGoOn();
    return super.read(target, offset, length);
  }

  private void checkMayGoOn() throws IOException {
    if (deadline.hasPassed()) {
      throw ExchangeFailures.timedOut(deadline);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw ExchangeFailures.interrupted(null);
    }
  }
}
