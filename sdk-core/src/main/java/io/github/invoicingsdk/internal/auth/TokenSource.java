package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;

/** Where the tokens of a client come from. Thread-safe. */
public interface TokenSource {

  /**
   * A token that is valid as far as is known.
   *
   * @throws IOException when the deadline passes or the thread is interrupted while waiting
   * @throws io.github.invoicingsdk.error.InvoicingException when no token can be had
   */
  String token(Deadline deadline) throws IOException;

  /** Has the token thrown away if it is still the current one, because the provider refused it. */
  void invalidate(String token);
}
