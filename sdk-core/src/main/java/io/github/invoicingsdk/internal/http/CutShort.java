package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Tells why a transport, anybody's, gave an exchange up: its time was over or it was stopped. */
public final class CutShort {

  private CutShort() {}

  /** Whether the thread was interrupted, even if the transport has cleared the flag. */
  public static boolean byInterrupt(IOException failure) {
    if (failure instanceof InterruptedIOException) {
      return !byTimeout(failure);
    }
    return failure instanceof ClosedByInterruptException
        || Causes.include(failure, InterruptedException.class);
  }

  /** Whether the time was over. */
  public static boolean byTimeout(IOException failure) {
    return failure instanceof HttpTimeoutException
        || failure instanceof SocketTimeoutException
        // Some HTTP clients end a call that takes too long with exactly this.
        || (failure instanceof InterruptedIOException
            && "timeout".equals(failure.getMessage())
            && !Thread.currentThread().isInterrupted());
  }
}
