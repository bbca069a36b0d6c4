package io.github.invoicingsdk.internal.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
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
  private final ByteCollector bytes;
  private final CompletableFuture<byte[]> received = new CompletableFuture<>();
  private final CompletionStage<byte[]> body;
  private volatile Flow.@Nullable Subscription subscription;

  /**
   * Creates a subscriber, whose time runs from now on.
   *
   * @param cap the most bytes that may come
   * @param announced the length that the headers announce, or {@link ByteCollector#UNKNOWN}
   * @param deadline the moment by which everything must have come
   */
  TimedBodySubscriber(int cap, long announced, Deadline deadline) {
    this.cap = cap;
    this.announced = announced;
    this.bytes = new ByteCollector(cap, announced);
    this.body =
        received
            .orTimeout(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((all, failure) -> stopAfter(failure))
            .exceptionally(failure -> rethrow(failure, deadline));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (announced > cap) {
      received.completeExceptionally(ByteCollector.tooLarge(cap));
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
      received.completeExceptionally(e);
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

  private void stopAfter(@Nullable Throwable failure) {
    Flow.Subscription current = subscription;
    if (failure != null && current != null) {
      current.cancel();
    }
  }

  private static byte[] rethrow(Throwable failure, Deadline deadline) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      throw new CompletionException(ExchangeFailures.timedOut(deadline, null));
    }
    throw new CompletionException(cause);
  }
}
