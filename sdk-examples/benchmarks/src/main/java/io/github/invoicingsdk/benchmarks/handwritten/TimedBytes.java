package io.github.invoicingsdk.benchmarks.handwritten;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Receives a body in a limited time: the timeout of a request ends with the headers. */
final class TimedBytes implements HttpResponse.BodySubscriber<byte[]> {

  private final HttpResponse.BodySubscriber<byte[]> bytes =
      HttpResponse.BodySubscribers.ofByteArray();

  private final CompletableFuture<byte[]> body;

  TimedBytes(Duration timeout) {
    this.body =
        bytes.getBody().toCompletableFuture().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the cancellation.
  public void onSubscribe(Flow.Subscription subscription) {
    body.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            subscription.cancel();
          }
        });
    bytes.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes.onNext(buffers);
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
