package io.github.invoicingsdk.internal.http;

import feign.Response;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.auth.TokenUnavailableException;
import io.github.invoicingsdk.internal.error.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failed attempt proves about the request, and so whether it may be sent again. */
enum FailureKind {
  /** Nothing was processed: every operation may be repeated. */
  NOT_PROCESSED,
  /** It may have been processed or not: only an operation that does no harm twice is repeated. */
  UNKNOWN,
  /** An answer, or a failure that the next attempt would meet as well: never repeated. */
  FINAL;

  /** What an answer proves. */
  static FailureKind of(Response response) {
    return switch (response.status()) {
      case 429 -> NOT_PROCESSED;
      case 503 -> asksToWait(response) ? NOT_PROCESSED : UNKNOWN;
      case 500, 502, 504 -> UNKNOWN;
      default -> FINAL;
    };
  }

  /** What a failure without an answer proves. */
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
    if (failure instanceof TokenUnavailableException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof HttpConnectTimeoutException
        || Causes.include(failure, UnresolvedAddressException.class)) {
      return NOT_PROCESSED;
    }
    return UNKNOWN;
  }

  /** A token endpoint that is overloaded or down may recover; the request was not sent at all. */
  private static FailureKind of(TokenRefusedException refused) {
    return switch (refused.status()) {
      case 429, 500, 502, 503, 504 -> NOT_PROCESSED;
      default -> FINAL;
    };
  }

  /** Only a time that can be read stands for "not now"; any other text proves nothing. */
  private static boolean asksToWait(Response response) {
    // Whether it can be read does not depend on the time of day.
    return RetryAfter.of(response.headers(), Instant.EPOCH).isPresent();
  }
}
