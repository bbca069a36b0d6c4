package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call was not finished in the time it had: all its requests and waits together in the call's
 * timeout, or its last request in that of an attempt. Allow more time if it happens often; after a
 * write with {@link #mayHaveBeenProcessed()}, read back first.
 */
public final class DeadlineExceededException extends TransportException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration allowed;

  DeadlineExceededException(
      FailedCall call, Duration allowed, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    super(call, "not finished within " + allowed, mayHaveBeenProcessed, cause);
    this.allowed = allowed;
  }

  /**
   * The time that was not enough.
   *
   * @return the call's timeout when that had passed, and an attempt's otherwise
   */
  public Duration allowed() {
    return allowed;
  }

  @Override
  public String guideKey() {
    return "deadline-exceeded";
  }
}
