package io.github.invoicingsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted, so the call was given up. The thread's interrupt flag is set
 * when this is thrown. Usually the right thing is to let it pass and end the work.
 */
public final class CallInterruptedException extends TransportException {

  @Serial private static final long serialVersionUID = 1L;

  CallInterruptedException(
      FailedCall call, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    super(call, "interrupted", mayHaveBeenProcessed, cause);
  }

  @Override
  public String guideKey() {
    return "call-interrupted";
  }
}
