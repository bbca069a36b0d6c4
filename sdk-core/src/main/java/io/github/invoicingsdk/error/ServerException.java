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

  ServerException(FailedCall call, ErrorResponse response) {
    super(call, response);
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
   * @return false for status 503 with a time to wait, which is given instead of processing; true
   *     for everything else
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return status() != 503 || retryAfter().isEmpty();
  }
}
