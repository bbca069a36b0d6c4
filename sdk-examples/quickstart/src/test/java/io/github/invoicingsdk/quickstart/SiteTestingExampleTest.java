package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test that the site's page on testing shows; it runs like all others. */
class SiteTestingExampleTest {

  // example: junit
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder()
          .baseUrl(sandbox.invoiceXpressUrl())
          .apiKey(sandbox.invoiceXpressApiKey())
          .unlimitedRate()
          .build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void a_lost_response_does_not_register_twice() {
    sandbox.faults().on("PUT", ".*/register\\.json").once(Fault.workThenCut());

    RegistrationResult registration = client.ensureRegistered(146110);

    assertThat(registration).isInstanceOf(RegistrationResult.RegisteredNow.class);
    assertThat(sandbox.requests()).filteredOn(request -> request.method().equals("PUT")).hasSize(1);
  }

  // end

  @Test
  void what_the_page_says_of_faults_and_requests_holds() {
    // example: faults
    sandbox
        .faults()
        .on("GET", ".*/sequences\\.json")
        .once(Fault.response(CannedResponse.of(503).withHeader("Retry-After", "0")));

    client.sequences().list();

    assertThat(sandbox.requests())
        .extracting(RecordedRequest::path)
        .hasSize(2)
        .allMatch(path -> path.endsWith("/sequences.json"));
    // end
  }

  @Test
  void what_the_page_says_of_state_holds() {
    // example: arrange
    long series = sandbox.invoiceXpress().addSeries("2027");
    sandbox.invoiceXpress().register(series);
    sandbox.invoiceXpress().lastNumber(series, "invoice", 41);

    assertThat(client.sequences().get(series).serie()).isEqualTo("2027");
    // end
  }

  @Test
  void what_the_page_says_of_unkindness_holds() {
    InvoiceDraft draft =
        InvoiceDraft.builder()
            .reference("order-4711")
            .date(LocalDate.of(2026, 12, 31))
            .dueDate(LocalDate.of(2027, 1, 30))
            .client(DraftClient.builder().name("Ana Silva").code("ANA").build())
            .items(
                List.of(
                    DraftItem.builder()
                        .name("Chair")
                        .description("A chair of beech")
                        .unitPrice(new BigDecimal("50.00"))
                        .quantity(new BigDecimal("2"))
                        .build()))
            .build();
    // example: unkind
    Documents documents = sandbox.invoiceXpress().documents();
    documents.listLagRequests(1);
    documents.taxForm(Documents.TaxForm.ID_ONLY);
    documents.writeResponse(Documents.WriteResponse.EMPTY);

    Document invoice = client.issue(DocumentType.INVOICE, client.sequences().get(146090), draft);

    assertThat(invoice.sequenceNumber()).isEqualTo("1/2025");
    sandbox.invoiceXpress().beKind();
    // end
  }
}
