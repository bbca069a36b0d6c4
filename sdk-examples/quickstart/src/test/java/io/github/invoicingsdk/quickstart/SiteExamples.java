package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.ProxyCredentials;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.PollingTimeoutException;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.model.DocumentNumbers;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.invoicexpress.Atcud;
import io.github.invoicingsdk.invoicexpress.DocumentNumbering;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Lifecycle;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.issuing.JdbcIssueJournal;
import io.github.invoicingsdk.json.Jackson3Module;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** The code blocks of the site's pages other than the recipes, between markers that name them. */
final class SiteExamples {

  private final PrintStream out;

  SiteExamples(PrintStream out) {
    this.out = out;
  }

  void first(String apiKey) {
    // example: first-call
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().account("acme").apiKey(apiKey).build()) {
      for (Sequence sequence : client.sequences().list()) {
        out.println(sequence.serie() + ": " + Numberings.of(sequence).registrationState());
      }
    }
    // end
  }

  void firstIdoklad(String applicationId, String clientId, String clientSecret) {
    // example: first-idoklad-call
    try (IdokladClient client =
        IdokladClient.builder()
            .clientCredentials(
                keys ->
                    keys.applicationId(applicationId).clientId(clientId).clientSecret(clientSecret))
            .build()) {
      for (NumericSequence sequence : client.numericSequences().list()) {
        out.println(sequence.name() + ": " + sequence.numberFormat());
      }
    }
    // end
  }

  InvoiceXpressClient settings(String apiKey) {
    // example: settings
    InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .account("acme")
            .apiKey(apiKey)
            .options(
                CallOptions.defaults().toBuilder()
                    .timeout(Duration.ofSeconds(90))
                    .attemptTimeout(Duration.ofSeconds(20))
                    .build())
            .connectTimeout(Duration.ofSeconds(5))
            .requestsPerMinute(300)
            .proxy(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example.com", 3128)))
            .build();
    // end
    return client;
  }

  InvoiceXpressClient proxy(String apiKey, String password, SSLContext sslContext) {
    // example: proxy
    InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .account("acme")
            .apiKey(apiKey)
            .proxy(
                ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example.com", 3128)),
                ProxyCredentials.ofUser("ana").withPassword(password))
            .sslContext(sslContext)
            .build();
    // end
    return client;
  }

  void numberings(InvoiceXpressClient client) {
    // example: numberings
    Sequence sequence = client.sequences().get(146090);
    for (DocumentNumbering numbering : Numberings.of(sequence).all().values()) {
      String atcud = numbering.nextAtcud().map(Atcud::value).orElse("not registered");
      out.println(numbering.type() + ": " + atcud);
    }
    // end
  }

  RegistrationResult rest(InvoiceXpressClient client, long id, Duration atMost) {
    // example: retry-registration
    RegistrationResult registration = client.ensureRegistered(id, atMost);
    if (registration instanceof RegistrationResult.PartiallyRegistered partial) {
      // Only here, where somebody has decided on a new attempt.
      registration = client.retryRegistration(partial, atMost);
    }
    // end
    return registration;
  }

  void registerWithoutWaiting(InvoiceXpressClient client) {
    // example: register-future
    CompletableFuture<RegistrationResult> registration =
        client.async().ensureRegistered(146110, Duration.ofMinutes(5));
    registration.thenAccept(result -> out.println(result)).join();
    // end
  }

  Document update(InvoiceXpressClient client, long id, InvoiceDraft changed) {
    // example: update
    client.invoices().update(id, changed);
    Document stored = client.invoices().get(id);
    // end
    return stored;
  }

  void lifecycle() {
    // example: lifecycle
    Lifecycle invoices = Lifecycle.of(DocumentType.INVOICE);
    out.println(invoices.actions(DocumentStatus.FINAL));
    // end
  }

  void documentNumbers(IdokladClient client) {
    // example: document-numbers
    DocumentNumbers numbers =
        client
            .numericSequences()
            .documentNumbers(
                NumericSequenceDocumentType.ISSUED_INVOICE,
                q -> q.date(LocalDate.of(2026, 12, 31)));
    out.println(numbers.unique());
    // end
  }

  void patch(IdokladClient client) {
    // example: patch
    NumericSequencePatch patch = NumericSequencePatch.builder().id(2).name("Invoices 2027").build();
    out.println(client.numericSequences().patch(patch).name());
    // end
  }

  void formerApi(IdokladV2Client client) {
    // example: v2
    client.numericSequences().list().stream()
        .map(sequence -> sequence.id() + " " + sequence.numberFormat())
        .forEach(out::println);
    // end
  }

  // example: outcome-unknown
  /** Creates a client at most once; its code is one of ours, by which it is found. */
  Client create(InvoiceXpressClient client, ClientDetails details) {
    try {
      return client.clients().create(details);
    } catch (OutcomeUnknownException e) {
      out.println(e.howToFindOut()); // Look through the list of clients for the code.
      return find(client, details.code()).orElseGet(() -> client.clients().create(details));
    }
  }

  Optional<Client> find(InvoiceXpressClient client, String code) {
    return client.clients().list().stream().filter(known -> code.equals(known.code())).findFirst();
  }

  // end

  void refused(InvoiceXpressClient client, ClientDetails details) {
    // example: refused
    try {
      client.clients().create(details);
    } catch (InvalidRequestException e) {
      e.fieldErrors().forEach((field, texts) -> out.println(field + ": " + texts));
      out.println(e.status() + " " + e.providerMessage());
    }
    // end
  }

  void later(InvoiceXpressClient client) {
    // example: later
    try {
      client.sequences().list();
    } catch (RateLimitException e) {
      Duration pause = e.retryAfter().orElse(Duration.ofMinutes(1));
      out.println("again in " + pause.toSeconds() + " s");
    }
    // end
  }

  void polling(InvoiceXpressClient client) {
    // example: polling-timeout
    try {
      out.println(client.documents().pdf(9000001).await(Duration.ofSeconds(1)).getPath());
    } catch (PollingTimeoutException e) {
      out.println("not made yet");
    }
    // end
  }

  void anyFailure(InvoiceXpressClient client) {
    // example: any-failure
    try {
      client.sequences().register(146110);
    } catch (InvoicingException e) {
      if (e.mayHaveBeenProcessed()) {
        out.println("look first: " + Numberings.of(client.sequences().get(146110)));
      } else {
        out.println("nothing was done: " + e.getMessage());
      }
    }
    // end
  }

  void failingFuture(InvoiceXpressClient client) {
    // example: failing-future
    String serie =
        client
            .async()
            .sequences()
            .get(1)
            .thenApply(Sequence::serie)
            .exceptionally(
                failure -> {
                  Throwable cause =
                      failure instanceof CompletionException ? failure.getCause() : failure;
                  if (cause instanceof NotFoundException) {
                    return "no such sequence";
                  }
                  throw new CompletionException(cause);
                })
            .join();
    out.println(serie);
    // end
  }

  void manyFutures(InvoiceXpressClient client) {
    // example: many-futures
    List<CompletableFuture<Sequence>> asked =
        List.of(146090L, 146110L).stream()
            .map(id -> client.async().sequences().get(id).orTimeout(10, TimeUnit.SECONDS))
            .toList();
    asked.forEach(future -> out.println(future.join().serie()));
    // end
  }

  void asyncDownload(InvoiceXpressClient client, long id, Path file) {
    // example: async-download
    CompletableFuture<Long> saved =
        client
            .async()
            .documents()
            .pdf(id)
            .await(Duration.ofMinutes(1))
            .thenCompose(
                pdf -> client.async().download(pdf).to(file).orTimeout(2, TimeUnit.MINUTES));
    out.println(saved.join() + " bytes");
    // end
  }

  InvoiceXpressClient listener(String apiKey, URI baseUrl) {
    // example: own-listener
    CallListener slow =
        new CallListener() {
          @Override
          public void ended(Call call, CallResult result) {
            if (result.duration().compareTo(Duration.ofSeconds(5)) > 0) {
              out.println(call.operation() + " took " + result.duration().toSeconds() + " s");
            }
          }
        };
    InvoiceXpressClient client =
        InvoiceXpressClient.builder().baseUrl(baseUrl).apiKey(apiKey).listener(slow).build();
    // end
    return client;
  }

  BigDecimal totalOrZero(Document document) {
    // example: missing
    BigDecimal total =
        document.missingProperties().contains("total") ? BigDecimal.ZERO : document.total();
    // end
    return total;
  }

  void openEnums(DocumentType type) {
    // example: open-enum
    String text =
        switch (type.known()) {
          case INVOICE -> "an invoice";
          case CREDIT_NOTE -> "a credit note";
          default -> type.value();
        };
    out.println(text);
    // end
  }

  void tryIssue(InvoiceXpressClient client, Sequence sequence, InvoiceDraft draft) {
    // example: try-issue
    IssueResult<Document> result =
        client.tryIssue(DocumentType.INVOICE, sequence, draft, IssueOptions.defaults());
    if (result instanceof IssueResult.Issued<Document> issued) {
      out.println("new: " + issued.document().sequenceNumber());
    } else if (result instanceof IssueResult.Existed<Document> existed) {
      out.println("already there: " + existed.document().sequenceNumber());
    } else if (result instanceof IssueResult.DraftDiffers<Document> differs) {
      out.println("not issued: " + differs.differences());
    } else {
      out.println("needs a person: " + result);
    }
    // end
  }

  InvoiceXpressClient issueJournal(DataSource dataSource, String apiKey) {
    // example: issue-journal
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);
    journal.createTableIfMissing();
    InvoiceXpressClient client =
        InvoiceXpressClient.builder().account("acme").apiKey(apiKey).issueJournal(journal).build();
    // end
    return client;
  }

  void firstAttempt(InvoiceXpressClient client, Sequence sequence, InvoiceDraft draft) {
    // example: first-attempt
    IssueOptions first = IssueOptions.builder().firstAttempt().build();
    Document receipt = client.issue(DocumentType.SIMPLIFIED_INVOICE, sequence, draft, first);
    out.println(receipt.sequenceNumber());
    // end
  }

  void issueAsync(InvoiceXpressClient client, Sequence sequence, InvoiceDraft draft) {
    // example: issue-async
    CompletableFuture<Document> invoice =
        client.async().issue(DocumentType.INVOICE, sequence, draft).orTimeout(30, TimeUnit.SECONDS);
    out.println(invoice.join().sequenceNumber());
    // end
  }

  void jackson(Sequence sequence, List<Document> documents) {
    // example: jackson
    record Order(Sequence sequence, List<Document> documents) {}

    JsonMapper mapper = JsonMapper.builder().addModule(new Jackson3Module()).build();
    String json = mapper.writeValueAsString(new Order(sequence, documents));
    Order again = mapper.readValue(json, Order.class);
    // end
    out.println(again.equals(new Order(sequence, documents)));
  }
}
