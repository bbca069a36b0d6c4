package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import java.io.PrintStream;

/** Shows what changes something at iDoklad. For the sandbox only. */
final class IdokladWriting {

  private final IdokladClient client;
  private final PrintStream out;

  IdokladWriting(IdokladClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Changes the name of a sequence, and nothing else of it. */
  void rename(NumericSequence sequence, String name) {
    long id = sequence.id();
    Heading.print(out, "iDoklad: rename numeric sequence " + id);
    NumericSequence renamed =
        client.numericSequences().patch(NumericSequencePatch.builder().id(id).name(name).build());
    out.println("name    " + Cell.of(sequence.name()) + " -> " + Cell.of(renamed.name()));
    out.println("format  " + Cell.of(renamed.numberFormat()) + ", which was not sent, stays");
  }
}
