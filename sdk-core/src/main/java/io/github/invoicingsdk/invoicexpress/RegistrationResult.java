package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.model.ErrorCode;
import java.util.Objects;

/**
 * What became of making sure that a sequence is registered with the Tax Authority.
 *
 * <pre>{@code
 * RegistrationResult registration = client.ensureRegistered(146090);
 * if (registration instanceof RegistrationResult.Failed failed) {
 *   show(failed.reason().meaning());
 * } else if (registration instanceof RegistrationResult.PartiallyRegistered partial
 *     && wantsAnotherAttempt(partial)) {
 *   registration = client.retryRegistration(partial);
 * }
 * }</pre>
 */
public sealed interface RegistrationResult {

  /**
   * The sequence was not registered when this call looked, and now it is. Usually this call did it,
   * and then no other caller gets this result. If the response to its registration was lost, nobody
   * can tell: another caller that registered the sequence at the same time may get this result too.
   * So what follows from it must be able to happen twice.
   *
   * @param sequence the sequence with its validation codes
   */
  record RegisteredNow(Sequence sequence) implements RegistrationResult {
    /**
     * Creates the result.
     *
     * @param sequence the sequence
     */
    public RegisteredNow {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * The sequence was registered already, by whomever.
   *
   * @param sequence the sequence with its validation codes
   */
  record WasRegistered(Sequence sequence) implements RegistrationResult {
    /**
     * Creates the result.
     *
     * @param sequence the sequence
     */
    public WasRegistered {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * Some numberings of the sequence are registered and some are not. It is told when the codes have
   * not changed for three readings, two seconds apart, or when the time is over: the provider
   * registers type by type, and a registration that is under way looks the same.
   *
   * <p>The provider's help says not to use such a sequence, but to create and register a new one.
   * On whether a new attempt may be made, it contradicts itself; so none is made unless the caller
   * asks for it with {@link InvoiceXpressClient#retryRegistration(PartiallyRegistered)}.
   *
   * @param sequence the sequence as it is
   */
  record PartiallyRegistered(Sequence sequence) implements RegistrationResult {
    /**
     * Creates the result.
     *
     * @param sequence the sequence
     */
    public PartiallyRegistered {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * The provider refused, and this call has registered nothing.
   *
   * @param reason why, one of the codes of registering
   * @param refusal the refusal
   */
  record Failed(ErrorCode reason, ApiException refusal) implements RegistrationResult {
    /**
     * Creates the result.
     *
     * @param reason why
     * @param refusal the refusal
     */
    public Failed {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(refusal, "refusal");
    }
  }
}
