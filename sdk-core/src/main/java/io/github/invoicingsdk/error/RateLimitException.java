package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Too many requests in a time: status 429. The request was not processed and can be sent again
 * later. InvoiceXpress allows 780 requests a minute for each account, iDoklad 200 a minute; iDoklad
 * also uses the status for its daily limit of mails, code 122.
 */
public final class RateLimitException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  RateLimitException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  /**
   * How long the provider asks to wait, counted from when its answer came.
   *
   * @return the time, zero to 31 days, where a longer one is cut; empty when the provider did not
   *     say
   */
  public Optional<Duration> retryAfter() {
    return response().retryAfter();
  }

  @Override
  public String guideKey() {
    return "rate-limit";
  }
}
