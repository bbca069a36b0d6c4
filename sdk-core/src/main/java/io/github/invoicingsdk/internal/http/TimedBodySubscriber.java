package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Receives a body within the deadline and the size cap; past either of them it stops the transfer.
 *
 * <p>The JDK's own request timeout ends with the headers, so that a body which stalls would
 * otherwise be waited for without end.
 */
final class TimedBodySubscriber implements BodySubscriber<byte[]> {

  private final int cap;
  private final long announced;
  private final Runnable overdue;
  private final ByteCollector bytes;
  private final CompletableFuture<byte[]> received = new CompletableFuture<>();
  private final CompletionStage<byte[]> body;
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable IOException stopReason;

  /**
   * Creates a subscriber, whose time runs from now on.
   *
   * @param cap the most bytes that may come
   * @param announced the length that the headers announce, or {@link ByteCollector#UNKNOWN}
   * @param deadline the moment by which everything must have come
   * @param overdue runs when not everything has; the JDK does not always tell of it
   */
  TimedBodySubscriber(int cap, long announced, Deadline deadline, Runnable overdue) {
    this.cap = cap;
    this.announced = announced;
    this.overdue = overdue;
    this.bytes = new ByteCollector(cap, announced);
    this.body =
        QuietTimer.limit(received, deadline.remaining())
            .handle((all, failure) -> failure == null ? all : stop(failure, deadline));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (announced > cap) {
      refuse(ByteCollector.tooLarge(cap));
    }
    if (received.isDone()) {
      newSubscription.cancel();
    } else {
      newSubscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (received.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        bytes.add(buffer);
      }
    } catch (ResponseTooLargeException e) {
      refuse(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    received.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    received.complete(bytes.toByteArray());
  }

  /**
   * Why this subscriber stopped the transfer, or null when it did not.
   *
   * <p>The JDK may report a transfer that is stopped as one that broke off, depending on its
   * version and on which thread is faster; only this tells the two apart.
   */
  @Nullable IOException stopReason() {
    return stopReason;
  }

  private byte[] stop(Throwable failure, Deadline deadline) {
    if (failure instanceof TimeoutException) {
      stopReason = ExchangeFailures.timedOut(deadline);
    }
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
    if (failure instanceof TimeoutException) {
      overdue.run();
    }
    IOException reason = stopReason;
    throw new CompletionException(reason == null ? failure : reason);
  }

  private void refuse(ResponseTooLargeException reason) {
    stopReason = reason;
    received.completeExceptionally(reason);
  }
}
