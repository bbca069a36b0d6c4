package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.NumberFormat;
import io.github.invoicingsdk.idoklad.model.DocumentNumber;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.result.Paged;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Shows what can be read from iDoklad. It calls no operation that writes. */
final class IdokladReading {

  private static final int MAX_PREVIEWS = 5;

  /** iDoklad's days are those of Czechia and Slovakia, which share their time. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

  private final IdokladClient client;
  private final PrintStream out;

  IdokladReading(IdokladClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Lists the default sequence of each document type and returns all sequences. */
  List<NumericSequence> sequences() {
    Heading.print(out, "iDoklad: default numeric sequences");
    List<NumericSequence> sequences = client.numericSequences().list().stream().toList();
    Table table = Table.of(">Id", "Document type", ">Last", "Format", "Name");
    sequences.stream()
        .filter(sequence -> Boolean.TRUE.equals(sequence.defaultSequence()))
        .forEach(
            sequence ->
                table.row(
                    Cell.of(sequence.id()),
                    Cell.of(sequence.documentType().known()),
                    Cell.of(sequence.lastNumber()),
                    Cell.of(sequence.numberFormat()),
                    Cell.of(sequence.name())));
    table.print(out);
    out.println(sequences.size() + " numeric sequences altogether");
    return sequences;
  }

  /** Compares the number that the format gives with the one that the service gives. */
  void nextInvoiceNumbers() {
    LocalDate today = LocalDate.now(ZONE);
    Heading.print(out, "iDoklad: the next invoice numbers on " + today);
    Paged<NumericSequence> invoices =
        client
            .numericSequences()
            .list(
                q ->
                    q.filter(
                            f ->
                                f.documentType()
                                    .isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE))
                        .sort(s -> s.id().ascending()));
    Table table = Table.of(">Last", "Format", "Computed here", "Told by iDoklad", "Same");
    invoices.stream()
        .limit(MAX_PREVIEWS)
        .forEach(
            sequence -> {
              String computed = computed(sequence, today);
              String told = told(sequence, today);
              table.row(
                  Cell.of(sequence.lastNumber()),
                  Cell.of(sequence.numberFormat()),
                  computed,
                  told,
                  Cell.of(computed.equals(told)));
            });
    table.print(out);
  }

  private static String computed(NumericSequence sequence, LocalDate date) {
    return NumberFormat.parse(sequence.numberFormat()).preview(sequence.lastNumber(), date);
  }

  private String told(NumericSequence sequence, LocalDate date) {
    DocumentNumber next =
        client
            .numericSequences()
            .documentNumbers(
                NumericSequenceDocumentType.ISSUED_INVOICE,
                q -> q.date(date).numericSequenceId(sequence.id()))
            .unique();
    return Cell.of(next.documentNumber());
  }
}
