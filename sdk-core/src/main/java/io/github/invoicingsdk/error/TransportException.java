package io.github.invoicingsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * There was no response, or no complete one. A read can be repeated; a write only when {@link
 * #mayHaveBeenProcessed()} says false, otherwise read back first.
 */
public abstract sealed class TransportException extends InvoicingException
    permits ConnectionException, DeadlineExceededException, CallInterruptedException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean mayHaveBeenProcessed;

  TransportException(
      FailedCall call,
      String whatHappened,
      boolean mayHaveBeenProcessed,
      @Nullable Throwable cause) {
    super(
        call,
        whatHappened
            + (mayHaveBeenProcessed
                ? "; the request may have been processed"
                : "; the request was not processed"),
        cause);
    this.mayHaveBeenProcessed = mayHaveBeenProcessed;
  }

  @Override
  public final boolean mayHaveBeenProcessed() {
    return mayHaveBeenProcessed;
  }
}
