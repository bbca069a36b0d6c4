package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxTourTest {

  private final Output output = new Output();

  @Test
  void shows_every_step() {
    SandboxTour.run(output.stream());

    assertThat(output.lines())
        .contains(
            "146090  2025    yes      registered",
            "146110  2026    no       not registered",
            "== InvoiceXpress: numberings of series 2026",
            "page 3 of 3: 5 clients of 25",
            "asked for the 3rd time: ready at /files/9000001.pdf",
            "code      ALL_REGISTERED",
            "meaning   All numberings of the sequence are registered.",
            "33 numeric sequences altogether",
            "name    Invoices -> Invoices 2027",
            "format  FV{RR}{MM}{NNNN}, which was not sent, stays");
  }

  @Test
  void shows_fifteen_numberings_with_code_and_atcud_where_there_are_some() {
    SandboxTour.run(output.stream());

    List<String> table = section("== InvoiceXpress: numberings of series 2026");
    assertThat(table).hasSize(1 + 15);
    assertThat(table.get(0)).matches("Document type +Last +Next +Code +ATCUD of the next +Reg.*");
    assertThat(table.get(1)).matches("invoice +0 +1 +([A-Z0-9]{8,}) +ATCUD:\\1-1 +registered");
    assertThat(table.get(15)).matches("vat_moss_receipt +0 +1 +- +- +not relevant");
  }

  @Test
  void the_computed_invoice_numbers_are_the_ones_that_the_service_tells() {
    SandboxTour.run(output.stream());

    List<String> table =
        section(
            output.lines().stream()
                .filter(line -> line.startsWith("== iDoklad: the next invoice numbers on "))
                .findFirst()
                .orElseThrow());
    assertThat(table).hasSize(1 + 3);
    assertThat(table.subList(1, 4)).allMatch(line -> line.endsWith(" yes"));
  }

  @Test
  void nothing_printed_holds_a_secret() {
    SandboxTour.run(output.stream());

    assertThat(output.text())
        .doesNotContain(Sandbox.DEFAULT_API_KEY)
        .doesNotContain(Sandbox.DEFAULT_IDOKLAD_CREDENTIALS.clientSecret());
  }

  private List<String> section(String heading) {
    List<String> lines = output.lines();
    return lines.stream()
        .skip(lines.indexOf(heading) + 1L)
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }
}
