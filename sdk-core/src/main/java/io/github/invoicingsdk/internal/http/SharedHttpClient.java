package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.internal.tls.WatchedTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections with their threads, which end when they have been closed and the last call under way
 * has ended.
 *
 * <p>One {@link HttpClient} at a time sends the requests; after half a minute another one takes its
 * place, and it closes its connections when its last call has ended. So no connection carries a
 * request after a longer pause, which is when routers and firewalls have forgotten it: a request
 * over such a connection is lost, and nobody says so. JDK 17 itself keeps idle connections for 20
 * minutes, and has only a property of the whole JVM to change that. A change of a host's address is
 * seen as soon.
 *
 * <p>It speaks HTTP/1.1 only. HTTP/2 was no faster, and with it the JDK's client fails requests
 * that were never sent, when too many are under way or the server gives up a connection, and goes
 * on using a connection that swallows them.
 *
 * <p>Stopping the threads below a running call would leave that call hanging, and waiting for it
 * would make {@link #close} hang. Thread-safe.
 */
public final class SharedHttpClient implements AutoCloseable {

  /** The JDK's own limit from version 21 on. Many routers forget a connection after a minute. */
  static final Duration LONGEST_USE = Duration.ofSeconds(30);

  private final UseCount calls =
      new UseCount() {
        @Override
        void over() {
          stop();
        }
      };

  private final ReentrantLock opening = new ReentrantLock();
  private final ExecutorService executor = Executors.newCachedThreadPool(new DaemonThreads());
  private final WatchedTls tls = new WatchedTls();

  /** The threads are needed until every client has closed its connections. */
  private final UseCount threads =
      new UseCount() {
        @Override
        void over() {
          executor.shutdown();
        }
      };

  private final ConnectionSettings settings;
  private final ProxyUse proxy;
  private final Clock time;
  private final Duration longestUse;
  private volatile @Nullable PooledClient current;

  /**
   * Creates an object without connections.
   *
   * @param settings how connections are made
   * @param time the clock by which they grow old
   * @throws IllegalStateException if the JVM was told to send writes again
   */
  public SharedHttpClient(ConnectionSettings settings, Clock time) {
    this(settings, time, LONGEST_USE);
  }

  SharedHttpClient(ConnectionSettings settings, Clock time, Duration longestUse) {
    JdkRetries.refuseThoseOfWrites();
    this.settings = settings;
    this.proxy = new ProxyUse(settings);
    this.time = time;
    this.longestUse = longestUse;
  }

  /** What goes to the proxy, and what it means. */
  ProxyUse proxy() {
    return proxy;
  }

  /**
   * Begins a call, which {@link #release} must end.
   *
   * @throws IllegalStateException when {@link #close} was called
   * @throws ConnectException when the system lets no more sockets be opened
   */
  PooledClient acquire() throws ConnectException {
    if (!calls.begin()) {
      throw new IllegalStateException("this client is closed, or the connections it shares are");
    }
    PooledClient open = current;
    if (open != null && open.begin()) {
      return open;
    }
    try {
      return renewed();
    } catch (UncheckedIOException e) {
      calls.end();
      throw ExchangeFailures.noSocket(e);
    } catch (RuntimeException | Error e) {
      calls.end();
      throw e;
    }
  }

  /** Not before it is needed: it reads the JVM's certificates, which takes long. */
  private PooledClient renewed() {
    opening.lock();
    try {
      PooledClient old = current;
      if (old != null && old.begin()) {
        return old;
      }
      PooledClient next = open();
      current = next;
      if (old != null) {
        old.retire();
      }
      return next;
    } finally {
      opening.unlock();
    }
  }

  /** The threads that end with the client. */
  Executor executor() {
    return executor;
  }

  /** Ends a call. */
  void release(PooledClient used) {
    used.end();
    calls.end();
  }

  /** Refuses new calls. Returns at once; calls under way end as they would have. */
  @Override
  public void close() {
    calls.close();
  }

  /** Waits until the threads have ended after {@link #close}; false when the time is not enough. */
  boolean awaitStopped(Duration atMost) throws InterruptedException {
    return executor.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A client with a call that has begun. */
  private PooledClient open() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(
                tls.around(settings.sslContext() == null ? defaultTls() : settings.sslContext()))
            .executor(executor);
    if (settings.proxy() != null) {
      builder.proxy(settings.proxy());
    }
    ClosableHttpClient client = ClosableHttpClient.build(builder);
    threads.begin();
    return new PooledClient(client, longestUse, time, executor, threads::end);
  }

  /** A failure of TLS by the name that says what it proves. */
  IOException explained(IOException failure) {
    return failure instanceof SSLException && !tls.provesThatNothingWasSent()
        ? Sending.afterSending(failure)
        : failure;
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JVM's default SSLContext cannot be made", e);
    }
  }

  /** Comes once: after it was closed, no call begins, and the last one that ends meets it. */
  private void stop() {
    PooledClient last = current;
    current = null;
    if (last != null) {
      last.retire();
    }
    threads.close();
  }

  /** Makes threads that do not keep the JVM alive and can be told apart in a thread dump. */
  private static final class DaemonThreads implements ThreadFactory {

    private final AtomicInteger count = new AtomicInteger();

    /** Otherwise that of the thread that needs the first one, which may be a selector thread. */
    private final @Nullable ThreadGroup group = Thread.currentThread().getThreadGroup();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(group, task, "invoicing-sdk-http-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
