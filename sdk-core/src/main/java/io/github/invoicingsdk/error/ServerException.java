package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * The provider failed: status 500 to 599. A read can be repeated later. A write may have been
 * carried out in spite of the answer: read back what the provider has before sending it again.
 */
public final class ServerException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean sent;

  /**
   * Creates the exception.
   *
   * @param sent false when something failed that the call needed first, such as a token
   */
  ServerException(FailedCall call, ErrorResponse response, boolean sent) {
    super(call, response);
    this.sent = sent;
  }

  /**
   * How long the provider asks to wait, counted from when its answer came; usual with status 503
   * during maintenance.
   *
   * @return the time, zero to 31 days, where a longer one is cut; empty when the provider did not
   *     say
   */
  public Optional<Duration> retryAfter() {
    return response().retryAfter();
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return false for status 503 with a time to wait, which is given instead of processing, and
   *     when the token endpoint failed, so that the request was not sent; true for everything else
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return sent && (status() != 503 || retryAfter().isEmpty());
  }

  @Override
  public String guideKey() {
    return "server";
  }
}
