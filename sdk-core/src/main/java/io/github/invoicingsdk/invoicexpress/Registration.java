package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import java.util.Objects;

/**
 * What became of making sure that a sequence is registered with the Tax Authority.
 *
 * <pre>{@code
 * Registration registration = client.ensureRegistered(146090);
 * if (registration instanceof Registration.Failed failed) {
 *   show(failed.reason().meaning());
 * }
 * }</pre>
 */
public sealed interface Registration {

  /**
   * The sequence was not registered, and now is.
   *
   * @param sequence the sequence with its validation codes
   */
  record RegisteredNow(Sequence sequence) implements Registration {
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
  record WasRegistered(Sequence sequence) implements Registration {
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
   * Some numberings of the sequence are registered and some are not. The provider's help says not
   * to use such a sequence: create and register a new one.
   *
   * @param sequence the sequence as it is
   */
  record PartiallyRegistered(Sequence sequence) implements Registration {
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
   * The provider refused, and nothing was registered.
   *
   * @param reason why, one of the codes of registering
   * @param refusal the refusal
   */
  record Failed(ErrorCode reason, ApiException refusal) implements Registration {
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
