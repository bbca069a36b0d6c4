package io.github.invoicingsdk.internal.error;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.UnreadableResponse;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Causes;
import io.github.invoicingsdk.internal.http.CorruptContentException;
import io.github.invoicingsdk.internal.http.CutShort;
import io.github.invoicingsdk.internal.http.NotSentInTimeException;
import io.github.invoicingsdk.internal.http.ProxyAuthenticationException;
import io.github.invoicingsdk.internal.http.ResponseTooLargeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Sorts the failures of a transport by what they prove about the request. */
final class TransportFailures {

  private TransportFailures() {}

  /**
   * The exception for a failure.
   *
   * @param sent false when the failure befell something else, such as fetching a token, before the
   *     request itself was sent
   */
  static InvoicingException translate(
      FailedCall call, CallContext context, IOException failure, boolean sent, Redactor redactor) {
    Throwable cause = redactor.redactCause(failure);
    if (CutShort.byInterrupt(failure)) {
      return interrupted(call, sent, cause);
    }
    if (failure instanceof ResponseTooLargeException
        || failure instanceof CorruptContentException) {
      return call.unreadable(
          UnreadableResponse.builder(redactor.redact(text(failure))).build(), cause);
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return call.connectionFailed("no connection in time", false, cause);
    }
    if (failure instanceof NotSentInTimeException) {
      return call.deadlineExceeded(context.callTime(), false, cause);
    }
    if (CutShort.byTimeout(failure)) {
      return call.deadlineExceeded(context.timeThatRanOut(), sent, cause);
    }
    if (isUnknownHost(failure)) {
      return call.connectionFailed("unknown host", false, cause);
    }
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return call.connectionFailed(
          "TLS handshake failed (" + redactor.redact(text(failure)) + ")", false, cause);
    }
    if (failure instanceof ProxyAuthenticationException) {
      return call.connectionFailed(redactor.redact(text(failure)), false, cause);
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return call.connectionFailed(
          "no connection (" + redactor.redact(text(failure)) + ")", false, cause);
    }
    return call.connectionFailed(
        "the connection broke (" + redactor.redact(text(failure)) + ")", sent, cause);
  }

  private static CallInterruptedException interrupted(
      FailedCall call, boolean sent, @Nullable Throwable cause) {
    // The flag is set already, unless a transport of the user's own has forgotten to.
    Thread.currentThread().interrupt();
    return call.interrupted(sent, cause);
  }

  private static boolean isUnknownHost(IOException failure) {
    return failure instanceof UnknownHostException
        || Causes.include(failure, UnresolvedAddressException.class);
  }

  private static String text(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
