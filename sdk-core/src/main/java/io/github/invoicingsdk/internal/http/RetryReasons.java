package io.github.invoicingsdk.internal.http;

import feign.Response;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.auth.TokenUnavailableException;
import io.github.invoicingsdk.observation.Retry.Reason;
import java.io.IOException;

/** Names the reason for which a request is sent again. */
final class RetryReasons {

  private RetryReasons() {}

  static Reason of(Response response) {
    return switch (response.status()) {
      case 429 -> Reason.RATE_LIMITED;
      case 503 -> Reason.UNAVAILABLE;
      default -> Reason.SERVER_ERROR;
    };
  }

  static Reason of(IOException failure) {
    if (failure instanceof TokenRefusedException || failure instanceof TokenUnavailableException) {
      return Reason.NO_TOKEN;
    }
    if (FailureKind.of(failure) == FailureKind.NOT_PROCESSED) {
      return Reason.NOT_CONNECTED;
    }
    return CutShort.byTimeout(failure) ? Reason.TIMED_OUT : Reason.CONNECTION_LOST;
  }
}
