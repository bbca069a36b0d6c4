package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import java.util.Objects;

/**
 * What became of making sure that a sequence of a name exists.
 *
 * <pre>{@code
 * Creation creation = client.ensureCreated(NewSequence.builder().serie("2027").build());
 * }</pre>
 */
public sealed interface Creation {

  /**
   * There was no sequence of that name, and now there is.
   *
   * @param sequence the new sequence
   */
  record CreatedNow(Sequence sequence) implements Creation {
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
  record Existed(Sequence sequence) implements Creation {
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
   * The provider refused, and nothing was created.
   *
   * @param reason why, one of the codes of creating
   * @param refusal the refusal
   */
  record Failed(ErrorCode reason, ApiException refusal) implements Creation {
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
