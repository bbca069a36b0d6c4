package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The pages of a list do not make up the list that the provider's total announces: the list changed
 * while it was read, so items may be missing or appear twice. The items before this exception have
 * been delivered. The reader that throws it never goes on; a new one reads the list again.
 *
 * <pre>{@code
 * List<Client> clients;
 * try {
 *   clients = invoiceXpress.clients().list().stream().toList();
 * } catch (ListChangedException e) {
 *   clients = invoiceXpress.clients().list().stream().toList(); // once more
 * }
 * }</pre>
 *
 * <p>Narrow the list with a filter, or ask for larger pages, if the account is busy.
 */
public final class ListChangedException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private final long delivered;
  private final long firstTotal;
  private final long currentTotal;

  ListChangedException(
      FailedCall call, String problem, long delivered, long firstTotal, long currentTotal) {
    super(call, describe(problem, delivered, firstTotal, currentTotal), null);
    this.delivered = delivered;
    this.firstTotal = firstTotal;
    this.currentTotal = currentTotal;
  }

  private static String describe(
      String problem, long delivered, long firstTotal, long currentTotal) {
    return "the list changed while it was read; read it again, or narrow it with a filter if the"
        + " account is busy: "
        + problem
        + " (items delivered: "
        + delivered
        + ", total at first: "
        + firstTotal
        + ", total now: "
        + currentTotal
        + ")";
  }

  /**
   * How many items the reader got before this exception.
   *
   * @return the number of items
   */
  public long delivered() {
    return delivered;
  }

  /**
   * How many items the list held when its reading began.
   *
   * @return the first total that the provider gave
   */
  public long firstTotal() {
    return firstTotal;
  }

  /**
   * How many items the list held at the page that does not fit.
   *
   * @return the last total that the provider gave
   */
  public long currentTotal() {
    return currentTotal;
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return false: reading a list changes nothing
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return false;
  }

  @Override
  public String guideKey() {
    return "list-changed";
  }
}
