package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.ValidationCode;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.result.Page;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;

/** Shows what can be read from InvoiceXpress. It calls no operation that writes. */
final class InvoiceXpressReading {

  private static final int CLIENTS_PER_PAGE = 10;

  /** A real account may have thousands of clients; three pages show how paging works. */
  private static final int MAX_PAGES = 3;

  private final InvoiceXpressClient client;
  private final PrintStream out;

  InvoiceXpressReading(InvoiceXpressClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Lists all sequences and returns them. */
  List<Sequence> sequences() {
    Heading.print(out, "InvoiceXpress: sequences");
    List<Sequence> sequences = client.sequences().list();
    Table table = Table.of(">Id", "Series", "Default", "Registration");
    for (Sequence sequence : sequences) {
      table.row(
          Cell.of(sequence.id()),
          Cell.of(sequence.serie()),
          Cell.of(sequence.defaultSequence()),
          Cell.of(Numberings.of(sequence).registrationState()));
    }
    table.print(out);
    return sequences;
  }

  /** Shows the numberings of one sequence, one line per document type. */
  void numberings(Sequence sequence) {
    Heading.print(out, "InvoiceXpress: numberings of series " + Cell.of(sequence.serie()));
    Table table =
        Table.of("Document type", ">Last", ">Next", "Code", "ATCUD of the next", "Registration");
    Numberings.of(sequence)
        .all()
        .values()
        .forEach(
            numbering ->
                table.row(
                    Cell.of(numbering.type().value()),
                    number(numbering.lastNumber()),
                    number(numbering.nextNumber()),
                    code(numbering.validationCode()),
                    numbering.nextAtcud().map(atcud -> atcud.printed()).orElse(Cell.NONE),
                    Cell.of(numbering.validationCode().status())));
    table.print(out);
  }

  /** Walks the first pages of the clients. Only counts are shown: clients are people. */
  void clients() {
    Heading.print(out, "InvoiceXpress: clients, page by page");
    for (Page<Client> page : client.clients().list().withPageSize(CLIENTS_PER_PAGE).pages()) {
      out.println(
          "page "
              + page.number()
              + (page.totalPages().isPresent() ? " of " + page.totalPages().getAsInt() : "")
              + ": "
              + page.items().size()
              + " clients"
              + (page.totalItems().isPresent() ? " of " + page.totalItems().getAsLong() : ""));
      if (page.number() == MAX_PAGES) {
        break;
      }
    }
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : Cell.NONE;
  }

  private static String code(ValidationCode code) {
    return code.value().orElse(Cell.NONE);
  }
}
