package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * The provider, or a gateway in front of it, failed: status 500 to 599. A read can be repeated
 * later. A write may have been carried out in spite of the response: read back what the provider
 * has before sending it again.
 */
public final class ServerException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean mayHaveBeenProcessed;

  /**
   * Creates the exception.
   *
   * @param mayHaveBeenProcessed false only if it is certain that nothing was processed
   */
  ServerException(FailedCall call, ErrorResponse response, boolean mayHaveBeenProcessed) {
    super(call, response);
    this.mayHaveBeenProcessed = mayHaveBeenProcessed;
  }

  /**
   * How long the provider asks to wait, counted from when its response came; usual with status 503
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
   * @return false if the token endpoint failed, so that the request was not sent, and for a status
   *     that {@link StatusMeaning} calls refused; true for everything else, 503 with a time to wait
   *     included, since a gateway may say so after it has handed the request on
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return mayHaveBeenProcessed;
  }

  @Override
  public String guideKey() {
    return "server";
  }
}
