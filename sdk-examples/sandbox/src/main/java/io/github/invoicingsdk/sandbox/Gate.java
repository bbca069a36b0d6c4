package io.github.invoicingsdk.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a response back until a test lets it go, so that no test has to sleep.
 *
 * <pre>{@code
 * Gate gate = new Gate();
 * sandbox.faults().on("GET", "/invoicexpress/sequences\\.json").once(Fault.hold(gate));
 * // ... start the request on another thread ...
 * gate.awaitArrival(Duration.ofSeconds(5));
 * gate.release();
 * }</pre>
 *
 * <p>A gate serves any number of requests and cannot be closed again. Closing the sandbox ends the
 * waiting of every held request and cuts its connection. Thread-safe.
 */
public final class Gate {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Creates a gate that nothing has reached yet. */
  public Gate() {}

  /**
   * Waits until a request has reached this gate.
   *
   * @param limit how long to wait at most
   * @return true if a request has arrived, false if the limit passed first
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public boolean awaitArrival(Duration limit) throws InterruptedException {
    return arrived.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Lets every request go that waits here now or comes later. Calling it again does nothing. */
  public void release() {
    released.countDown();
  }

  void pass() throws InterruptedException {
    arrived.countDown();
    released.await();
  }
}
