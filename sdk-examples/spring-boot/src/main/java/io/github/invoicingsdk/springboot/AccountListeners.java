package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.observation.CallListener;
import org.jspecify.annotations.Nullable;

/** Makes one of the SDK's listeners for the client of each account. */
@FunctionalInterface
interface AccountListeners {

  /**
   * The listener of an account.
   *
   * @return the listener; null when there is none to be
   */
  @Nullable CallListener listenerFor(InvoicingAccount account);
}
