package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends the exchange of a library whose thread is interrupted while it waits for a socket, of which
 * sockets take no notice.
 *
 * <p>The timer looks at all waiting threads a few times a second, and not at all when none waits.
 * So the calling thread itself does the work, as interceptors may expect that keep something on the
 * thread. Thread-safe; one thread waits at a time.
 */
public final class InterruptWatch {

  /** How long it takes at most until an interrupt is seen. */
  private static final Duration TICK = Duration.ofMillis(50);

  private static final Set<InterruptWatch> WAITING = ConcurrentHashMap.newKeySet();
  private static final AtomicBoolean TICKING = new AtomicBoolean();

  private final Sending sending;
  private final Runnable cancel;
  private @Nullable Thread waiting;

  /**
   * Creates a watch over an exchange for which nobody waits yet.
   *
   * @param sending the request, which learns why the exchange was ended
   * @param cancel ends the exchange at once, from another thread
   */
  public InterruptWatch(Sending sending, Runnable cancel) {
    this.sending = sending;
    this.cancel = cancel;
  }

  /** Waits on the calling thread. */
  public <T> T over(Wait<T> wait) throws IOException {
    begin();
    try {
      return wait.get();
    } finally {
      end();
    }
  }

  /** Ends the exchange at once, from any thread. */
  void cancel() {
    cancel.run();
  }

  private void begin() {
    synchronized (this) {
      waiting = Thread.currentThread();
    }
    WAITING.add(this);
    keepTicking();
  }

  private void end() {
    WAITING.remove(this);
    synchronized (this) {
      waiting = null;
    }
  }

  private synchronized void look() {
    if (waiting != null && waiting.isInterrupted()) {
      WAITING.remove(this);
      sending.stoppedByInterrupt();
      cancel();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Ticks until nobody waits.
  private static void keepTicking() {
    if (!WAITING.isEmpty() && TICKING.compareAndSet(false, true)) {
      QuietTimer.after(TICK).thenRun(InterruptWatch::tick);
    }
  }

  private static void tick() {
    TICKING.set(false);
    try {
      WAITING.forEach(InterruptWatch::look);
    } finally {
      keepTicking();
    }
  }

  /** Something that takes until the other side responds. */
  @FunctionalInterface
  public interface Wait<T> {

    /** Waits. */
    T get() throws IOException;
  }
}
