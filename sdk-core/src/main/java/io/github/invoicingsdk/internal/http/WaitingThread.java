package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for an exchange, which another one can wake.
 *
 * <p>The JDK itself never wakes it after a chunk whose length is above 2147483647: it reads that as
 * a negative number, and goes round and round with a thread of its own. Thread-safe.
 */
final class WaitingThread {

  private @Nullable Thread thread = Thread.currentThread();
  private boolean woken;

  /** Waits for the calling thread, whose object this must be. */
  <T> HttpResponse<T> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> bodies)
      throws IOException, InterruptedException {
    try {
      return client.send(request, bodies);
    } finally {
      end();
    }
  }

  /** Interrupts the thread if it still waits. */
  synchronized void wake() {
    if (thread != null) {
      woken = true;
      thread.interrupt();
    }
  }

  private synchronized void end() {
    thread = null;
    if (woken) {
      // The interrupt was for this wait, and not for what the thread does next.
      Thread.interrupted();
    }
  }
}
