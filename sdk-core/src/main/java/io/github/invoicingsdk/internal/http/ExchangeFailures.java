package io.github.invoicingsdk.internal.http;

import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of the lowest stages, each of the kind that says what happened. */
final class ExchangeFailures {

  /** What the JDK makes of a proxy's response to CONNECT other than 200 and 407. */
  private static final Pattern REFUSED_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");

  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 599;

  private ExchangeFailures() {}

  /** The exception for a request that is not sent because no time is left. */
  static NotSentInTimeException tooLate(Deadline deadline) {
    return new NotSentInTimeException(
        "the deadline of " + deadline.allowed() + " passed before the request was sent");
  }

  /** The exception for a request during which the deadline passed. */
  static HttpTimeoutException timedOut(Deadline deadline) {
    return new HttpTimeoutException(
        "the deadline of " + deadline.allowed() + " passed before the whole response arrived");
  }

  /** The exception for a thread that was interrupted; its flag is the caller's to restore. */
  static InterruptedIOException interrupted(@Nullable Throwable cause) {
    return causedBy(
        cause,
        new InterruptedIOException("the thread was interrupted while waiting for the response"));
  }

  /**
   * The response itself if its status is one.
   *
   * @throws ProtocolException if HTTP has no such status, so that nobody knows what it means
   */
  static Response checked(Response response) throws ProtocolException {
    int status = response.status();
    if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
      response.close();
      throw new ProtocolException("the response has the status " + status + ", which HTTP has not");
    }
    return response;
  }

  /**
   * The exception to be thrown in place of one that {@link java.net.http.HttpClient#send} threw.
   *
   * @param failure what it threw
   * @param uri where the request went
   * @param deadline the call's deadline
   */
  static IOException explain(Throwable failure, URI uri, Deadline deadline) {
    if (failure instanceof HttpConnectTimeoutException) {
      return causedBy(failure, noConnectionInTime(server(uri)));
    }
    if (failure instanceof HttpTimeoutException) {
      return causedBy(failure, timedOut(deadline));
    }
    if (failure instanceof ProxyAuthenticationException refused) {
      return refused;
    }
    Matcher tunnel = REFUSED_TUNNEL.matcher(String.valueOf(failure.getMessage()));
    if (failure instanceof IOException && tunnel.matches()) {
      return causedBy(failure, tunnelRefused(server(uri), tunnel.group(1)));
    }
    if (failure instanceof ConnectException) {
      return causedBy(failure, cannotConnect(server(uri)));
    }
    if (isNoSocket(failure)) {
      return noSocket(failure);
    }
    if (failure instanceof IOException exception) {
      return exception;
    }
    // The JDK lets a header that it cannot read, such as a length that is no number, out like this.
    return new IOException("the exchange with " + server(uri) + " failed", failure);
  }

  /**
   * The failure by the name that says whether anything was sent, whatever the JDK calls it: when an
   * attempt's time is over while its connection breaks, it speaks of connecting.
   *
   * @param failure what {@link #explain} made of it
   * @param nothingSent whether nothing of the request was sent
   * @param uri where the request went
   * @param deadline the call's deadline
   */
  static IOException proved(IOException failure, boolean nothingSent, URI uri, Deadline deadline) {
    if (!nothingSent) {
      return failure instanceof HttpConnectTimeoutException
          ? causedBy(failure, timedOut(deadline))
          : failure;
    }
    if (FailureKind.provesThatNothingWasSent(failure)
        || failure instanceof InterruptedIOException) {
      return failure;
    }
    return failure instanceof HttpTimeoutException
        ? causedBy(failure, noConnectionInTime(server(uri)))
        : causedBy(failure, cannotConnect(server(uri)));
  }

  /** The JDK's way to say that it could not open a socket, at times within another exception. */
  private static boolean isNoSocket(Throwable failure) {
    Throwable error = failure instanceof InternalError ? failure : failure.getCause();
    return error instanceof InternalError && error.getCause() instanceof IOException;
  }

  /** The exception for a request that was not sent because the system opens no more sockets. */
  static ConnectException noSocket(Throwable cause) {
    return causedBy(
        cause,
        new ConnectException(
            "no socket could be opened, such as when too many files are open in this process"));
  }

  /** The exception for a server to which no connection came about in time. */
  static HttpConnectTimeoutException noConnectionInTime(String server) {
    return new HttpConnectTimeoutException("no connection to " + server + " in time");
  }

  /** The exception for a server to which no connection came about. */
  static ConnectException cannotConnect(String server) {
    return new ConnectException("cannot connect to " + server);
  }

  /** The exception for a proxy that did not make a connection to the server. */
  static ConnectException tunnelRefused(String server, String status) {
    return new ConnectException(
        "the proxy refused to connect to " + server + ", with status " + status);
  }

  /** Host and port, as far as the URL names one. */
  static String server(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  static <E extends IOException> E causedBy(@Nullable Throwable cause, E failure) {
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }
}
