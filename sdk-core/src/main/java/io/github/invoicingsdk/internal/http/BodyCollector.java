package io.github.invoicingsdk.internal.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's body, up to a size and within a time: a body that stalls or drips must not
 * hold the caller longer than the deadline.
 */
final class BodyCollector implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletionStage<byte[]> bounded;
  private final List<ByteBuffer> chunks = new ArrayList<>();
  private final int maxBytes;
  private volatile Flow.@Nullable Subscription subscription;
  private int size;

  BodyCollector(int maxBytes, Duration remaining) {
    this.maxBytes = maxBytes;
    this.bounded =
        body.orTimeout(Math.max(1, remaining.toNanos()), TimeUnit.NANOSECONDS)
            .whenComplete((bytes, failure) -> cancelAfter(failure))
            .exceptionallyCompose(failure -> CompletableFuture.failedFuture(inTime(failure)));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bounded;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (body.isDone()) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > maxBytes - size) {
        chunks.clear();
        body.completeExceptionally(
            new ResponseTooLargeException("the answer is larger than " + maxBytes + " bytes"));
        return;
      }
      size += buffer.remaining();
      chunks.add(buffer);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    byte[] bytes = new byte[size];
    int offset = 0;
    for (ByteBuffer chunk : chunks) {
      int length = chunk.remaining();
      chunk.get(bytes, offset, length);
      offset += length;
    }
    chunks.clear();
    body.complete(bytes);
  }

  private static Throwable inTime(Throwable failure) {
    boolean timeout =
        failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
    return timeout ? new HttpTimeoutException("the answer's body did not come in time") : failure;
  }

  private void cancelAfter(@Nullable Throwable failure) {
    Flow.Subscription current = subscription;
    if (failure != null && current != null) {
      current.cancel();
    }
  }
}
