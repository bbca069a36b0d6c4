package io.github.invoicingsdk.quickstart.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples do to the account, what they write, and what they tell. */
class ExamplesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
  private static final long SERIES = 146090;

  @TempDir Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder()
          .baseUrl(sandbox.invoiceXpressUrl())
          .apiKey(sandbox.invoiceXpressApiKey())
          .options(CallOptions.defaults())
          .build();
  private final Documents documents = sandbox.invoiceXpress().documents();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void an_invoice_receipt_is_issued_and_its_pdf_fetched() throws IOException {
    documents.pendingResponses(0);

    InvoiceReceiptWithPdf.run(client, world());

    assertThat(documents.numbers(SERIES, "invoice_receipt")).containsExactly(1L);
    assertThat(folder.resolve("invoice-receipt.pdf")).content().startsWith("%PDF");
    assertThat(told()).contains("till-1-0042 has number 1/2025", "and a total of 123");
  }

  @Test
  void the_audit_file_of_the_month_is_fetched() throws IOException {
    sandbox.invoiceXpress().saftExports().pendingResponses(0);

    AuditFileOfMonth.run(client, world());

    assertThat(folder.resolve("saft-2026-12.xml")).content().startsWith("<?xml");
    assertThat(told()).contains("is in saft-2026-12.xml");
  }

  @Test
  void each_part_of_an_invoice_is_taken_back_by_a_credit_note_of_its_own() {
    CreditNoteForInvoice.run(client, world());

    assertThat(documents.numbers(SERIES, "credit_note")).containsExactly(1L, 2L);
    assertThat(told())
        .contains("credit note 1/2025 over 61.5", "credit note 2/2025 over 61.5")
        .contains("related to it: CREDIT_NOTE 1/2025", "related to it: CREDIT_NOTE 2/2025");
  }

  @Test
  void an_invoice_is_settled_by_its_second_payment() {
    PartialPayment.run(client, world());

    assertThat(documents.numbers(SERIES, "receipt")).containsExactly(1L, 2L);
    assertThat(told()).contains("is FINAL", "is SETTLED");
  }

  @Test
  void all_unpaid_invoices_stand_in_the_file() throws IOException {
    UnpaidInvoices.run(client, world());

    assertThat(Files.readAllLines(folder.resolve("unpaid-invoices.csv")))
        .contains("number,client,date,due,total,open")
        .anyMatch(line -> line.matches("1/2025,Ana Silva,2026-12-31,2027-01-30,123,83(\\.0+)?"))
        .anyMatch(line -> line.matches("3/2025,Ana Silva,2026-12-31,2027-01-30,123,123"));
    assertThat(told()).contains("unpaid invoices are in unpaid-invoices.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"plain | plain", "a,b | ~\"a,b\"~", "say \"x\" | ~\"say \"\"x\"\"\"~"})
  void fields_of_the_file_are_quoted_where_they_must_be(String value, String field) {
    assertThat(UnpaidInvoices.field(value)).isEqualTo(field);
    assertThat(UnpaidInvoices.field(null)).isEmpty();
    assertThat(UnpaidInvoices.field("a\nb")).isEqualTo("\"a\nb\"");
  }

  @Test
  void an_order_that_is_delivered_twice_makes_one_invoice() {
    ShopOrder.run(client, world());

    assertThat(documents.numbers(SERIES, "invoice")).containsExactly(1L);
    assertThat(told())
        .contains("delivery 1 of order-1004: invoice 1/2025")
        .contains("delivery 2 of order-1004: invoice 1/2025");
  }

  @Test
  void an_order_whose_responses_get_lost_makes_one_invoice() {
    InvoiceDraft order = Goods.twoChairs("order-1004", TODAY);
    sandbox.faults().on("POST", ".*/invoices\\.json").once(Fault.workThenCut());
    sandbox.faults().on("PUT", ".*/change-state\\.json").once(Fault.workThenCut());

    assertThat(ShopOrder.invoice(client, order)).isPresent();
    assertThat(ShopOrder.invoice(client, order)).isPresent();

    assertThat(documents.numbers(SERIES, "invoice")).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"credit-note", "partial-payment", "unpaid-invoices", "shop-order"})
  void an_example_runs_by_its_name_against_a_sandbox_of_its_own(String name) {
    Examples.run(name, TODAY, folder.resolve("new"), stream());

    assertThat(told()).isNotEmpty();
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void an_unknown_name_tells_all_names() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Examples.run("x", TODAY, folder, stream()))
        .withMessage(
            "there is no example x; there are invoice-receipt, audit-file, credit-note,"
                + " partial-payment, unpaid-invoices, shop-order");
  }

  private Example.World world() {
    return new Example.World(TODAY, folder, stream());
  }

  private PrintStream stream() {
    return new PrintStream(output, true, StandardCharsets.UTF_8);
  }

  private String told() {
    return output.toString(StandardCharsets.UTF_8);
  }
}
