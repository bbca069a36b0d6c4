package io.github.invoicingsdk.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call, all its requests and waits together, was not finished in the time it had. Allow more
 * time if it happens often; after a write with {@link #mayHaveBeenProcessed()}, read back first.
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
   * How long the call was allowed to take.
   *
   * @return the time
   */
  public Duration allowed() {
    return allowed;
  }
}
