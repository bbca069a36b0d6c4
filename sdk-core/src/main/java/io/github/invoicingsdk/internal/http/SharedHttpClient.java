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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One {@link HttpClient} with its threads, which stop when it has been closed and the last call
 * under way has ended.
 *
 * <p>Stopping the threads below a running call would leave that call hanging, and waiting for it
 * would make {@link #close} hang. Thread-safe.
 */
public final class SharedHttpClient implements AutoCloseable {

  /** What is added to the number of calls when the client is closed, so that it is negative. */
  private static final int CLOSED = Integer.MIN_VALUE;

  /** The calls under way, without a lock: all threads of a busy program would queue for it. */
  private final AtomicInteger calls = new AtomicInteger();

  private final ReentrantLock opening = new ReentrantLock();
  private final ExecutorService executor = Executors.newCachedThreadPool(new DaemonThreads());
  private final Duration connectTimeout;
  private final @Nullable ProxySelector proxy;
  private volatile @Nullable HttpClient client;

  /**
   * Creates a client without connections.
   *
   * @param connectTimeout how long setting up a connection may take, positive
   * @param proxy chooses the proxy for an address; null for the JVM's own choice
   */
  public SharedHttpClient(Duration connectTimeout, @Nullable ProxySelector proxy) {
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
  }

  /**
   * Begins a call, which {@link #release} must end.
   *
   * @throws IllegalStateException when {@link #close} was called
   */
  HttpClient acquire() {
    int before = calls.getAndUpdate(now -> now < 0 ? now : now + 1);
    if (before < 0) {
      throw new IllegalStateException("this client is closed, or the connections it shares are");
    }
    HttpClient open = client;
    if (open != null) {
      return open;
    }
    try {
      return openOnce();
    } catch (RuntimeException | Error e) {
      release();
      throw e;
    }
  }

  /** Not before it is needed: it reads the JVM's certificates, which takes long. */
  private HttpClient openOnce() {
    opening.lock();
    try {
      HttpClient open = client;
      if (open == null) {
        open = open();
        client = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  /** The threads that end with the client. */
  Executor executor() {
    return executor;
  }

  /** Ends a call. */
  void release() {
    if (calls.decrementAndGet() == CLOSED) {
      stop();
    }
  }

  /** Refuses new calls. Returns at once; calls under way end as they would have. */
  @Override
  public void close() {
    int before = calls.getAndUpdate(now -> now < 0 ? now : now + CLOSED);
    if (before == 0) {
      stop();
    }
  }

  /** Waits until the threads have ended after {@link #close}; false when the time is not enough. */
  boolean awaitStopped(Duration atMost) throws InterruptedException {
    return executor.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private HttpClient open() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor);
    if (proxy != null) {
      builder.proxy(proxy);
    }
    return builder.build();
  }

  /** Comes once: after it was closed, no call begins, and the last one that ends meets it. */
  private void stop() {
    // On JDK 17 a client's selector thread ends when nothing refers to the client any more.
    HttpClient idle = client;
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
