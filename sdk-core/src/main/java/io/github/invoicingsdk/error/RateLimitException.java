package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Too many requests in a time: status 429. InvoiceXpress has not processed the request then, and it
 * can be sent again later. iDoklad says nothing about that, so that a write which must not be sent
 * twice ends in an {@link OutcomeUnknownException} with this as its reason. InvoiceXpress allows
 * 780 requests a minute for each account, iDoklad 200 a minute; iDoklad also uses the status for
 * its daily limit of mails, code 122.
 */
public final class RateLimitException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean mayHaveBeenProcessed;

  RateLimitException(FailedCall call, ErrorResponse response, boolean mayHaveBeenProcessed) {
    super(call, response);
    this.mayHaveBeenProcessed = mayHaveBeenProcessed;
  }

  /**
   * How long the provider asks to wait, counted from when its response came.
   *
   * @return the time, zero to 31 days, where a longer one is cut; empty when the provider did not
   *     say
   */
  public Optional<Duration> retryAfter() {
    return response().retryAfter();
  }

  /**
   * Whether the provider may have processed the request all the same.
   *
   * @return false if it is known to say so before it processes anything, as InvoiceXpress is, and
   *     if the token endpoint said so
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return mayHaveBeenProcessed;
  }

  @Override
  public String guideKey() {
    return "rate-limit";
  }
}
