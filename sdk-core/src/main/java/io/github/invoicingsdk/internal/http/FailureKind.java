package io.github.invoicingsdk.internal.http;

import feign.Response;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.error.StatusMeaning;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.auth.TokenUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failed attempt proves about the request, and so whether it may be sent again. */
enum FailureKind {
  /** Nothing was processed: every operation may be repeated. */
  NOT_PROCESSED,
  /** It may have been processed or not: only an operation that does no harm twice is repeated. */
  UNKNOWN,
  /** A response, or a failure that the next attempt would meet as well: never repeated. */
  FINAL;

  /** What a response proves. */
  static FailureKind of(Provider provider, Response response) {
    return switch (StatusMeaning.of(provider, response.status())) {
      case NOT_NOW -> NOT_PROCESSED;
      case UNKNOWN_FOR_NOW -> UNKNOWN;
      case PROCESSED, REFUSED, UNKNOWN -> FINAL;
    };
  }

  /** What a failure without a response proves. */
  static FailureKind of(IOException failure) {
    if (failure instanceof TokenRefusedException refused) {
      return of(refused);
    }
    if (failure instanceof ResponseTooLargeException
        || failure instanceof CorruptContentException
        || failure instanceof NotSentInTimeException
        || failure instanceof ProxyAuthenticationException
        || failure instanceof SSLPeerUnverifiedException
        || CutShort.byInterrupt(failure)) {
      return FINAL;
    }
    if (failure instanceof TokenUnavailableException unavailable
        && unavailable.reason() instanceof ProxyAuthenticationException) {
      return FINAL;
    }
    return failure instanceof TokenUnavailableException || provesThatNothingWasSent(failure)
        ? NOT_PROCESSED
        : UNKNOWN;
  }

  /**
   * Whether no byte of the request has left this machine. Every transport throws these exceptions
   * for that, and for nothing else.
   */
  static boolean provesThatNothingWasSent(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || failure instanceof HttpConnectTimeoutException
        || Causes.include(failure, UnresolvedAddressException.class);
  }

  /** A token endpoint that is overloaded or down may recover; the request was not sent at all. */
  private static FailureKind of(TokenRefusedException refused) {
    return StatusMeaning.of(refused.status()).mayPass() ? NOT_PROCESSED : FINAL;
  }
}
