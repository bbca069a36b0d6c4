package io.github.invoicingsdk.internal.http;

import feign.Request;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request on its way through another library, which tells when it begins to send it.
 *
 * <p>That moment, and not the type of an exception, decides what a failure proves: libraries throw
 * the same exceptions for a connection that never stood and for one that broke in the middle. It
 * also keeps a write from being sent again by something in the library that cannot be switched off,
 * such as an interceptor. Thread-safe.
 */
public final class Sending {

  /** The status by which a proxy says so. */
  public static final int PROXY_WANTS_CREDENTIALS = 407;

  private final String server;
  private final boolean repeatable;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean timedOut;
  private volatile boolean interrupted;

  private Sending(String server, boolean repeatable) {
    this.server = server;
    this.repeatable = repeatable;
  }

  /**
   * A request that is not sent yet.
   *
   * @throws IllegalArgumentException if its URL is none
   */
  public static Sending of(Request request) {
    return new Sending(
        ExchangeFailures.server(RequestAddress.parse(request.url())), isRead(request));
  }

  /** Whether a request has no effect, so that a library may repeat it. */
  public static boolean isRead(Request request) {
    return request.httpMethod() == Request.HttpMethod.GET
        || request.httpMethod() == Request.HttpMethod.HEAD;
  }

  /**
   * The connection stands, and the first byte is about to be sent.
   *
   * @throws IOException if the request was sent before and must not be sent again
   */
  public void begin() throws IOException {
    if (begun.getAndSet(true) && !repeatable) {
      throw new IOException(
          "the HTTP client was about to send a write a second time, which was prevented: something"
              + " in it repeats requests, such as an interceptor");
    }
  }

  /** Whether something of the request may have been sent. */
  public boolean hasBegun() {
    return begun.get();
  }

  /** The exchange was stopped because its time was over. */
  public void stoppedByTime() {
    timedOut = true;
  }

  /** The exchange was stopped because the thread that waits for it was interrupted. */
  void stoppedByInterrupt() {
    interrupted = true;
  }

  /** The failure by the name that says what it proves. */
  public IOException explained(IOException failure) {
    if (interrupted) {
      // Some libraries clear the flag.
      Thread.currentThread().interrupt();
      return ExchangeFailures.interrupted(failure);
    }
    if (timedOut || CutShort.byTimeout(failure)) {
      return hasBegun()
          ? ExchangeFailures.causedBy(
              failure, new HttpTimeoutException("the response did not come in time"))
          : ExchangeFailures.causedBy(failure, ExchangeFailures.noConnectionInTime(server));
    }
    if (CutShort.byInterrupt(failure)) {
      if (Thread.currentThread().isInterrupted()) {
        return failure;
      }
      // Some libraries call it an interruption when they end an exchange for reasons of their own.
      return hasBegun()
          ? new IOException("the HTTP client ended the exchange", failure)
          : ExchangeFailures.causedBy(failure, ExchangeFailures.cannotConnect(server));
    }
    return hasBegun() ? afterSending(failure) : beforeSending(failure);
  }

  /**
   * The failure for a proxy that responds instead of the server, before the request was sent.
   *
   * @param status the proxy's response to the wish for a tunnel
   */
  public IOException refusedByProxy(int status) {
    return status == PROXY_WANTS_CREDENTIALS
        ? new ProxyAuthenticationException("the proxy wants credentials (status 407)")
        : ExchangeFailures.tunnelRefused(server, String.valueOf(status));
  }

  /**
   * A mistake in the library, by the name that says what it proves.
   *
   * @return what is to be thrown in its place
   * @throws RuntimeException the mistake itself if nothing was sent
   */
  public IOException explained(RuntimeException mistake) {
    if (interrupted) {
      return explained(new IOException("the HTTP client failed", mistake));
    }
    if (!hasBegun()) {
      throw mistake;
    }
    return new IOException("the HTTP client failed", mistake);
  }

  private IOException beforeSending(IOException failure) {
    return FailureKind.provesThatNothingWasSent(failure)
        ? failure
        : ExchangeFailures.causedBy(failure, ExchangeFailures.cannotConnect(server));
  }

  /** Whatever it is called: a failure that comes after the request does not prove anything. */
  static IOException afterSending(IOException failure) {
    return FailureKind.provesThatNothingWasSent(failure)
        ? new IOException("the connection broke after the request was sent", failure)
        : failure;
  }
}
