package io.github.invoicingsdk.internal.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One {@link HttpClient} with the connections that it keeps, which are closed when it has been
 * retired and the last call under way has ended. Thread-safe.
 */
final class PooledClient {

  private final ClosableHttpClient client;
  private final Duration longestUse;
  private final Clock time;
  private final long bornNanos;
  private final Instant born;
  private final Executor executor;
  private final Runnable afterwards;
  private final UseCount calls =
      new UseCount() {
        @Override
        void over() {
          stop();
        }
      };

  private final CompletableFuture<@Nullable Void> timer;

  /**
   * Takes a client over, and begins its first call.
   *
   * @param client the client
   * @param longestUse after which time no call begins any more
   * @param executor closes the connections
   * @param afterwards runs once the connections are closed
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Nothing follows.
  PooledClient(
      ClosableHttpClient client,
      Duration longestUse,
      Clock time,
      Executor executor,
      Runnable afterwards) {
    this.client = client;
    this.longestUse = longestUse;
    this.time = time;
    this.executor = executor;
    this.afterwards = afterwards;
    this.bornNanos = time.nanoTime();
    this.born = time.now();
    calls.begin();
    this.timer = QuietTimer.after(longestUse);
    timer.thenRun(this::retire);
  }

  /** Begins a call, which {@link #end} must end; false when no call may begin any more. */
  boolean begin() {
    return !isOld() && calls.begin();
  }

  /** Ends a call. */
  void end() {
    calls.end();
  }

  /** What sends the requests of a call that has begun. */
  HttpClient http() {
    return client.http();
  }

  /** Lets no call begin any more. Returns at once; calls under way end as they would have. */
  void retire() {
    calls.close();
  }

  /**
   * The count of nanoseconds may stand still while the machine sleeps, and the time of day jump.
   */
  private boolean isOld() {
    return time.nanoTime() - bornNanos > longestUse.toNanos()
        || Duration.between(born, time.now()).compareTo(longestUse) > 0;
  }

  private void stop() {
    timer.cancel(false);
    executor.execute(
        () -> {
          try {
            client.closeNow();
          } finally {
            afterwards.run();
          }
        });
  }
}
