package io.github.invoicingsdk.issuing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A journal cannot be read or written. The journals of the SDK throw it; journals of partners can.
 *
 * <p>After a write that failed, the entry may have been noted all the same: a response can get lost
 * on its way. Issue the document again once the store is back; the journal then says what was
 * noted.
 *
 * <p>The message holds no values of entries. That of the cause may.
 */
public final class IssueJournalException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what cannot be done, and what to do about it
   * @param cause what the store reports; null if it reports nothing
   */
  public IssueJournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
