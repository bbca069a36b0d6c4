package io.github.invoicingsdk.internal.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request, which knows whether any of the request can have been sent.
 *
 * <p>The JDK needs the length of the body for the head of the request, and asks for it when there
 * is a connection, through a proxy's tunnel too. As long as it has not asked, nothing was sent.
 * That it has asked proves nothing: a TLS handshake may still fail after that. Thread-safe.
 */
final class WatchedBody implements HttpRequest.BodyPublisher {

  private enum State {
    AHEAD,
    SENT,
    GIVEN_UP
  }

  private final HttpRequest.BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.AHEAD);

  WatchedBody(HttpRequest.BodyPublisher body) {
    this.body = body;
  }

  /**
   * Gives the request up.
   *
   * @return whether nothing of it was sent, and nothing will be
   */
  boolean giveUp() {
    return state.compareAndSet(State.AHEAD, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
  }

  @Override
  public long contentLength() {
    if (!state.compareAndSet(State.AHEAD, State.SENT) && state.get() == State.GIVEN_UP) {
      throw new IllegalStateException("the request was given up before it was sent");
    }
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }
}
