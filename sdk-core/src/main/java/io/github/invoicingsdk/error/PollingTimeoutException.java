package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;

/**
 * Work that the provider does in the background was not finished in time. It goes on: ask again
 * later with the same call.
 */
public final class PollingTimeoutException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration allowed;

  PollingTimeoutException(FailedCall call, Duration allowed) {
    super(call, "the provider's work in the background was not done within " + allowed, null);
    this.allowed = allowed;
  }

  /**
   * How long the SDK was to wait.
   *
   * @return the time
   */
  public Duration allowed() {
    return allowed;
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return true: the provider has accepted the work
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return true;
  }

  @Override
  public String guideKey() {
    return "polling-timeout";
  }
}
