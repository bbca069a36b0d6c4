package io.github.invoicingsdk.sandbox;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the clients of the simulated InvoiceXpress account owe apart from their documents.
 * Thread-safe.
 *
 * <pre>{@code
 * sandbox.invoiceXpress().treasury().failAppliedDeletes(true);
 * // a movement's deletion is now answered with 500, and the next one with 404
 * }</pre>
 */
public interface Treasury {
  /**
   * The balance of a client: the initial balance without what was regularized, less payments, plus
   * reimbursements.
   *
   * @param clientId the client
   * @return the balance in euro; 0 for an unknown client
   */
  BigDecimal balance(long clientId);

  /**
   * The movements of a client. The API deletes them by id, but its documented responses do not tell
   * the id.
   *
   * @param clientId the client
   * @return their ids, oldest first; empty for an unknown client
   */
  List<Long> movements(long clientId);

  /**
   * Sets whether the deletion of a movement is answered with 500 although it is done, as was seen
   * at the live API.
   *
   * @param fail true for 500, false (the default) for the documented 204
   */
  void failAppliedDeletes(boolean fail);
}
