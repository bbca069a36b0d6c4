package io.github.invoicingsdk.internal.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An {@link HttpClient} whose connections and threads can be ended at once, on every JDK.
 *
 * <p>From JDK 21 on a client can be closed. On JDK 17 it ends by itself some time after the garbage
 * collector has found that nothing refers to it, so that a program that collects seldom runs out of
 * file descriptors. There, its selector thread closes all connections when it is interrupted; it is
 * found by the group of the thread on which the client was built, whose member it becomes. Where it
 * is not found, the client ends as the JDK lets it.
 *
 * @param http the client
 * @param selector its selector thread; null when it can be closed or was not found
 */
record ClosableHttpClient(HttpClient http, @Nullable Thread selector) {

  private static final boolean CAN_BE_CLOSED =
      AutoCloseable.class.isAssignableFrom(HttpClient.class);

  /** How long the selector thread is waited for; it closes sockets, which does not block. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ReentrantLock BUILDING = new ReentrantLock();

  /** Builds a client. */
  static ClosableHttpClient build(HttpClient.Builder builder) {
    return CAN_BE_CLOSED
        ? new ClosableHttpClient(builder.build(), null)
        : new OnThreadOfGroup(builder).build();
  }

  /**
   * Ends all connections, and exchanges that nobody waits for; returns when that is done. For a
   * thread that nobody interrupts.
   */
  void closeNow() {
    if (http instanceof AutoCloseable closeable) {
      closeInterrupted(closeable);
    } else if (selector != null) {
      selector.interrupt();
      awaitEnd(selector);
    }
  }

  /** To a client, an interrupt while it waits for its exchanges means to wait no longer. */
  private static void closeInterrupted(AutoCloseable closeable) {
    Thread.currentThread().interrupt();
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client could not be closed", e);
    } finally {
      Thread.interrupted();
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Builds one client on a thread of a group that selector threads become members of. */
  private static final class OnThreadOfGroup {

    /** One for all: a group that has ended would stay in the list of the group above it. */
    private static final ThreadGroup GROUP = new ThreadGroup(highest(), "invoicing-sdk-http");

    private static final String SELECTOR = "-SelectorManager";

    private final HttpClient.Builder builder;

    OnThreadOfGroup(HttpClient.Builder builder) {
      this.builder = builder;
    }

    ClosableHttpClient build() {
      // One at a time, so that the member that is new afterwards belongs to this client.
      BUILDING.lock();
      try {
        Set<Thread> before = selectors();
        FutureTask<HttpClient> building = new FutureTask<>(builder::build);
        Thread thread = new Thread(GROUP, building, "invoicing-sdk-http-opening");
        thread.setDaemon(true);
        thread.start();
        HttpClient http = result(building);
        Set<Thread> since = selectors();
        since.removeAll(before);
        return new ClosableHttpClient(http, since.size() == 1 ? since.iterator().next() : null);
      } finally {
        BUILDING.unlock();
      }
    }

    private static HttpClient result(FutureTask<HttpClient> building) {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return building.get();
          } catch (InterruptedException e) {
            // Building does not wait for anything, and the call will notice by itself.
            interrupted = true;
          } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("the HTTP client could not be made", e.getCause());
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private static Set<Thread> selectors() {
      Thread[] members = new Thread[GROUP.activeCount() + 1];
      int count = GROUP.enumerate(members);
      while (count == members.length) {
        members = new Thread[2 * members.length];
        count = GROUP.enumerate(members);
      }
      Set<Thread> set = new HashSet<>();
      for (int i = 0; i < count; i++) {
        // A selector thread can start others meanwhile, which become members as well.
        if (members[i].getName().endsWith(SELECTOR)) {
          set.add(members[i]);
        }
      }
      return set;
    }

    private static ThreadGroup highest() {
      ThreadGroup group = Thread.currentThread().getThreadGroup();
      while (group.getParent() != null) {
        group = group.getParent();
      }
      return group;
    }
  }
}
