package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.model.ErrorCode;
import java.util.Objects;

/**
 * What became of making sure that a sequence of a name exists.
 *
 * <pre>{@code
 * CreationResult creation = client.ensureCreated(NewSequence.builder().serie("2027").build());
 * }</pre>
 */
public sealed interface CreationResult {

  /**
   * There was no sequence of that name when this call looked, and now there is. Usually this call
   * created it, and then no other caller gets this result. If the response to its creation was
   * lost, nobody can tell: another caller that created the sequence at the same time may get this
   * result too. So what follows from it must be able to happen twice.
   *
   * @param sequence the new sequence
   */
  record CreatedNow(Sequence sequence) implements CreationResult {
    /**
     * Creates the result.
     *
     * @param sequence the sequence
     */
    public CreatedNow {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * There was a sequence of that name already; nothing was changed in it.
   *
   * @param sequence the sequence
   */
  record Existed(Sequence sequence) implements CreationResult {
    /**
     * Creates the result.
     *
     * @param sequence the sequence
     */
    public Existed {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * The provider refused, and this call has created nothing.
   *
   * @param reason why, one of the codes of creating
   * @param refusal the refusal
   */
  record Failed(ErrorCode reason, ApiException refusal) implements CreationResult {
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
