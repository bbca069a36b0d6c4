package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.NumberFormat;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.invoicexpress.DocumentNumbering;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.RegisterErrorCodes;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The code blocks of the README, between markers that name them. */
final class ReadmeExamples {

  private final PrintStream out;

  ReadmeExamples(PrintStream out) {
    this.out = out;
  }

  void fromEnvironment() {
    // example: invoicexpress
    try (InvoiceXpressClient client = InvoiceXpressClient.fromEnvironment()) {
      Sequence sequence = client.sequences().get(146090);
      DocumentNumbering invoices = Numberings.of(sequence).get(SequenceDocumentType.INVOICE);
      invoices.nextNumber().ifPresent(out::println);
      invoices.nextAtcud().ifPresent(out::println);
    }
    // end
    // example: idoklad
    try (IdokladClient client = IdokladClient.fromEnvironment()) {
      NumericSequence sequence = client.numericSequences().get(1);
      NumberFormat format = NumberFormat.parse(sequence.numberFormat());
      int last = sequence.lastNumber();
      out.println(format.preview(last, LocalDate.of(2026, 11, 21)));
    }
    // end
  }

  void issue(InvoiceXpressClient client, Sequence sequence, Path folder) throws IOException {
    // example: issue
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
                        .tax(TaxName.builder().name("IVA23").build())
                        .build()))
            .build();
    Document invoice = client.issue(DocumentType.INVOICE, sequence, draft);
    out.println(invoice.sequenceNumber() + " " + invoice.atcud());
    long id = invoice.id();
    URI pdf = client.documents().pdf(id).await(Duration.ofMinutes(1));
    client.download(pdf).to(folder.resolve("invoice.pdf"));
    // end
  }

  void errors(InvoiceXpressClient client) {
    // example: errors
    try {
      client.sequences().register(146110);
    } catch (ConflictException e) {
      if (!e.is(RegisterErrorCodes.ALL_REGISTERED)) {
        throw e;
      }
      // Registered before: nothing to do.
    } catch (RateLimitException e) {
      tryAgainIn(e.retryAfter().orElse(Duration.ofMinutes(1)));
    } catch (OutcomeUnknownException e) {
      // Nobody knows whether it was registered: look before sending it again.
      lookAt(client.sequences().get(146110));
    }
    // end
  }

  void lists(InvoiceXpressClient client, IdokladClient idoklad) {
    // example: lists
    for (Client customer : client.clients().list()) {
      out.println(customer.code());
    }
    idoklad
        .numericSequences()
        .list(
            q ->
                q.filter(
                    f ->
                        f.documentType()
                            .isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE)
                            .and(f.isDefault().isEqualTo(true))))
        .withPageSize(100)
        .stream()
        .forEach(sequence -> out.println(sequence.name()));
    // end
  }

  void prefetch(InvoiceXpressClient client) {
    // example: prefetch
    client.clients().list().onPage(page -> out.println(page)).prefetch(4).stream()
        .map(Client::name)
        .forEach(out::println);
    // end
  }

  void polling(InvoiceXpressClient client) {
    // example: polling
    URI pdf =
        client
            .documents()
            .pdf(9000001)
            .await(Duration.ofMinutes(1), poll -> out.println("asked " + poll.polls() + " times"));
    // end
    out.println(pdf.getPath());
  }

  void singleCalls(IdokladClient idoklad) {
    // example: single-calls
    CallOptions options =
        CallOptions.defaults().toBuilder()
            .timeout(Duration.ofSeconds(5))
            .retry(RetryPolicy.never())
            .language(Locale.forLanguageTag("cs-CZ"))
            .header("X-Correlation-Id", "order-4711")
            .build();
    NumericSequence sequence = idoklad.with(options).numericSequences().get(1);
    ApiResponse<NumericSequence> response = idoklad.withResponse(c -> c.numericSequences().get(1));
    out.println(response.raw().status() + " " + response.value().equals(sequence));
    // end
  }

  void async(InvoiceXpressClient client) {
    // example: async
    CompletableFuture<Void> both =
        client
            .async()
            .sequences()
            .get(146090)
            .thenAccept(sequence -> out.println(sequence.serie()))
            .thenCompose(done -> client.async().clients().list().toList())
            .thenAccept(customers -> out.println(customers.size()));
    both.join();
    // end
  }

  void safely(InvoiceXpressClient client) {
    // example: safely
    RegistrationResult registration = client.ensureRegistered(146110);
    if (registration instanceof RegistrationResult.Failed failed) {
      out.println(failed.reason().meaning());
    }
    CallOptions quick = CallOptions.defaults().toBuilder().timeout(Duration.ofSeconds(5)).build();
    out.println(client.with(quick).sequences().list().size());
    // end
  }

  void sandbox() {
    // example: sandbox
    try (Sandbox sandbox = Sandbox.start();
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(sandbox.invoiceXpressUrl())
                .apiKey(sandbox.invoiceXpressApiKey())
                .build()) {
      sandbox.faults().on("PUT", ".*/register\\.json").once(Fault.workThenCut());
      // The sequence is registered, but the response gets lost: this finds out.
      out.println(client.ensureRegistered(146110));
    }
    // end
  }

  // example: spring-boot
  /** A bean of the application; Spring gives it the client of the account. */
  static class Series {
    private final InvoiceXpressClient client;

    Series(InvoiceXpressClient client) {
      this.client = client;
    }

    String name(long id) {
      return client.sequences().get(id).serie();
    }
  }

  // end

  private void tryAgainIn(Duration pause) {
    out.println("again in " + pause);
  }

  private void lookAt(Sequence sequence) {
    out.println(Numberings.of(sequence).registrationState());
  }
}
