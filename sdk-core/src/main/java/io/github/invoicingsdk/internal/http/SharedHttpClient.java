package io.github.invoicingsdk.internal.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One {@link HttpClient} with its threads, which stop when it has been closed and the last call
 * under way has ended.
 *
 * <p>Stopping the threads below a running call would leave that call hanging, and waiting for it
 * would make {@link #close} hang. Thread-safe.
 */
public final class SharedHttpClient implements AutoCloseable {

  private final Object lock = new Object();
  private final ExecutorService executor;
  private @Nullable HttpClient client;
  private int callsUnderWay;
  private boolean closed;

  /**
   * Creates a client without connections.
   *
   * @param connectTimeout how long setting up a connection may take, positive
   * @param proxy chooses the proxy for an address; null for the JVM's own choice
   */
  public SharedHttpClient(Duration connectTimeout, @Nullable ProxySelector proxy) {
    executor = Executors.newCachedThreadPool(new DaemonThreads());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor);
    if (proxy != null) {
      builder.proxy(proxy);
    }
    client = builder.build();
  }

  /**
   * Begins a call, which {@link #release} must end.
   *
   * @throws IllegalStateException when {@link #close} was called
   */
  HttpClient acquire() {
    synchronized (lock) {
      if (closed || client == null) {
        throw new IllegalStateException("this client is closed, or the connections it shares are");
      }
      callsUnderWay++;
      return client;
    }
  }

  /** The threads that end with the client. */
  Executor executor() {
    return executor;
  }

  /** Ends a call. */
  void release() {
    synchronized (lock) {
      callsUnderWay--;
      stopWhenIdle();
    }
  }

  /** Refuses new calls. Returns at once; calls under way end as they would have. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      stopWhenIdle();
    }
  }

  /** Waits until the threads have ended after {@link #close}; false when the time is not enough. */
  boolean awaitStopped(Duration atMost) throws InterruptedException {
    return executor.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stopWhenIdle() {
    HttpClient idle = client;
    if (!closed || callsUnderWay > 0 || idle == null) {
      return;
    }
    // On JDK 17 a client's selector thread ends when nothing refers to the client any more.
    client = null;
    if (idle instanceof AutoCloseable closeable) {
      // From JDK 21 on it can be closed, but that waits for exchanges that were given up.
      executor.execute(() -> closeAndStop(closeable));
    } else {
      executor.shutdown();
    }
  }

  private void closeAndStop(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client could not be closed", e);
    } finally {
      executor.shutdown();
    }
  }

  /** Makes threads that do not keep the JVM alive and can be told apart in a thread dump. */
  private static final class DaemonThreads implements ThreadFactory {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "invoicing-sdk-http-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
