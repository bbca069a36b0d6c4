package io.github.invoicingsdk.error;

import java.io.Serial;
import java.util.Objects;

/**
 * A write was sent, and nothing tells whether the provider carried it out: the connection broke,
 * the time ran out, or the provider failed. It comes only for operations that must not be sent
 * twice; the SDK has not sent it again, and neither should the caller before having found out.
 *
 * <pre>{@code
 * try {
 *   client.sequences().create(newSequence);
 * } catch (OutcomeUnknownException e) {
 *   log(e.howToFindOut()); // List the sequences and look for the name.
 * }
 * }</pre>
 *
 * <p>The cause is the failure itself: see {@link #reason()}.
 */
public final class OutcomeUnknownException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private final InvoicingException reason;
  private final String howToFindOut;

  OutcomeUnknownException(FailedCall call, InvoicingException reason, String howToFindOut) {
    super(call, describe(reason, howToFindOut), reason);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.howToFindOut = howToFindOut;
  }

  private static String describe(InvoicingException reason, String howToFindOut) {
    return "it may have been carried out or not ("
        + reason.getClass().getSimpleName()
        + "); before sending it again: "
        + howToFindOut;
  }

  /**
   * The failure after which the outcome is unknown.
   *
   * @return a {@link TransportException}, or a {@link ServerException}, {@link RateLimitException}
   *     or {@link UnexpectedResponseException}; from an operation that reads back, a {@link
   *     DecodingException} too; after a registration that was accepted, whatever kept the SDK from
   *     reading back what became of it
   */
  public InvoicingException reason() {
    return reason;
  }

  /**
   * How to find out whether the operation was carried out.
   *
   * @return a sentence for a person, out of the operation's spec
   */
  public String howToFindOut() {
    return howToFindOut;
  }

  @Override
  public boolean mayHaveBeenProcessed() {
    return true;
  }

  @Override
  public String guideKey() {
    return "outcome-unknown";
  }
}
