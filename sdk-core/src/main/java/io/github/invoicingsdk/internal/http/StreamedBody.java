package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body on while it comes, at the pace of its reader, and gives up when the deadline passes,
 * even in the middle of a read. For one reading thread; any thread may close it.
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {

  private final Deadline deadline;

  /** Holds one delivery at most, since the next one is asked for only when it is used up. */
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

  private final Queue<ByteBuffer> unread = new ArrayDeque<>();
  private boolean ended;
  private Flow.@Nullable Subscription subscription;
  private volatile boolean closed;

  /**
   * Creates a body.
   *
   * @param deadline the moment by which everything must have come
   */
  StreamedBody(Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription newSubscription) {
    if (closed) {
      newSubscription.cancel();
    } else {
      subscription = newSubscription;
      newSubscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    deliveries.add(new Delivery(buffers, null, false));
  }

  @Override
  public void onError(Throwable failure) {
    deliveries.add(new Delivery(List.of(), failure, true));
  }

  @Override
  public void onComplete() {
    deliveries.add(new Delivery(List.of(), null, true));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer next = next();
    if (next == null) {
      return -1;
    }
    int count = Math.min(length, next.remaining());
    next.get(target, offset, count);
    return count;
  }

  /** Ends the transfer, if it has not ended, and fails a read that is under way. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
    deliveries.add(new Delivery(List.of(), null, true));
  }

  private synchronized void askForMore() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** A buffer with something in it; null at the end. */
  private @Nullable ByteBuffer next() throws IOException {
    checkOpen();
    while (true) {
      ByteBuffer buffer = unread.peek();
      if (buffer != null && buffer.hasRemaining()) {
        return buffer;
      }
      if (buffer != null) {
        unread.remove();
      } else if (ended) {
        return null;
      } else {
        receive();
      }
    }
  }

  /** A body that was given up must not look like one that has ended. */
  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the body was closed before all of it was read");
    }
  }

  private void receive() throws IOException {
    Delivery delivery = await();
    checkOpen();
    if (delivery.failure() != null) {
      ended = true;
      throw delivery.failure() instanceof IOException broken
          ? broken
          : new IOException("the transfer of the body failed", delivery.failure());
    }
    if (delivery.last()) {
      ended = true;
    } else {
      unread.addAll(delivery.buffers());
      askForMore();
    }
  }

  private Delivery await() throws IOException {
    Delivery delivery;
    try {
      delivery = deliveries.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw ExchangeFailures.interrupted(e);
    }
    if (delivery == null) {
      close();
      throw ExchangeFailures.timedOut(deadline);
    }
    return delivery;
  }

  /** What the transport has delivered: buffers, a failure, or the end. */
  private record Delivery(List<ByteBuffer> buffers, @Nullable Throwable failure, boolean last) {}
}
