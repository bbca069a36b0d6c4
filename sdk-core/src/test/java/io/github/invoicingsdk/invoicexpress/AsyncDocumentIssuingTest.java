package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.DocumentConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotIssuedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.fixture.SharedIssueJournal;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Gate;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuing without a thread that waits: the same outcomes, and an end whenever the caller wants. */
class AsyncDocumentIssuingTest {

  private static final long SERIES = 146090;
  private static final String CREATE = ".*/invoices\\.json";
  private static final String CHANGE_STATE = ".*/change-state\\.json";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** As many as issuing one document takes, once the taxes are known. */
  private static final int REQUESTS = 6;

  private final Sandbox sandbox = Sandbox.start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime())
          .issueJournal(new SharedIssueJournal())
          .unlimitedRate()
          .build();
  private final Sequence sequence = client.sequences().get(SERIES);

  @BeforeEach
  void allowAll() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    threads.shutdownNow();
    sandbox.close();
  }

  static Stream<Fault> faults() {
    return Stream.of(
        Fault.workThenCut(),
        Fault.truncate(),
        Fault.workThenRespond(CannedResponse.of(500)),
        Fault.workThenRespond(CannedResponse.of(200)),
        Fault.workThenRespond(CannedResponse.of(200).withBody("text/html", "<html>")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_document_is_issued_once_however_often_it_is_asked_for(boolean onThreads) {
    AsyncDocumentIssuing issuing = onThreads ? client.async(threads) : client.async();

    List<CompletableFuture<Document>> calls =
        IntStream.range(0, 8).mapToObj(i -> issue(issuing, "o-1")).toList();

    assertThat(calls)
        .extracting(CompletableFuture::join)
        .extracting(Document::sequenceNumber)
        .containsOnly("1/2025");
    assertNumbers(1);
  }

  @Test
  void estimates_and_guides_are_issued_too() {
    assertThat(
            client
                .async()
                .issue(DocumentType.QUOTE, sequence, Drafts.estimate("q-1"))
                .join()
                .sequenceNumber())
        .isEqualTo("1/2025");
    assertThat(
            client
                .async()
                .tryIssue(
                    DocumentType.SHIPPING, sequence, Drafts.guide("g-1"), IssueOptions.defaults())
                .join())
        .isInstanceOf(IssueResult.Issued.class);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void lost_and_unreadable_responses_are_settled_by_reading(Fault fault) {
    sandbox.faults().on("POST", CREATE).once(fault);
    sandbox.faults().on("PUT", CHANGE_STATE).once(fault);

    assertThat(issue(client.async(), "o-1").join().sequenceNumber()).isEqualTo("1/2025");
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @Test
  void a_write_that_never_arrived_is_an_unknown_outcome() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.cut());

    assertThatThrownBy(() -> issue(client.async(), "o-1").join())
        .hasCauseInstanceOf(OutcomeUnknownException.class);
    assertNumbers(0);

    issue(client.async(), "o-1").join();
    assertNumbers(1);
  }

  @Test
  void refusals_and_differences_fail_the_future_as_they_are() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.response(CannedResponse.of(422)));
    assertThatThrownBy(() -> issue(client.async(), "o-1").join())
        .hasCauseInstanceOf(InvalidRequestException.class);

    assertThatThrownBy(
            () ->
                client
                    .async()
                    .issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-2", "IVA24"))
                    .join())
        .hasCauseInstanceOf(NotIssuedException.class);

    issue(client.async(), "o-3").join();
    var edited =
        Drafts.invoice("o-3").toBuilder()
            .items(
                List.of(
                    Drafts.invoice("o-3").items().get(0).toBuilder()
                        .quantity(BigDecimal.ONE)
                        .build()))
            .build();
    assertThatThrownBy(() -> client.async().issue(DocumentType.INVOICE, sequence, edited).join())
        .hasCauseInstanceOf(DocumentConflictException.class);
  }

  @Test
  void bad_arguments_are_refused_at_once() {
    sandbox.clearRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(client.async(), " "))
        .withMessageContaining("reference");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> client.async().issue(DocumentType.SHIPPING, sequence, Drafts.invoice("o-1")))
        .withMessageContaining("SHIPPING");
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancelling_at_any_request_sends_nothing_more_and_can_be_made_good(boolean onThreads)
      throws Exception {
    AsyncDocumentIssuing issuing = onThreads ? client.async(threads) : client.async();
    issue(issuing, "o-0").join();
    for (int request = 1; request <= REQUESTS; request++) {
      String reference = "o-" + request;
      Gate gate = new Gate();
      int number = request;
      AtomicInteger count = new AtomicInteger();
      sandbox.faults().on(any -> count.incrementAndGet() == number).once(Fault.workThenHold(gate));
      CompletableFuture<Document> call = issue(issuing, reference);
      assertThat(gate.awaitArrival(PATIENCE)).as("request %d", request).isTrue();

      assertThat(call.cancel(true)).isTrue();
      gate.release();

      assertThat(call).isCancelled();
      sandbox.faults().clear();
      int sent = count.get();
      issue(issuing, reference).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(sent).as("requests after cancelling").isEqualTo(request);
      assertThat(documents.ids(reference)).as(reference).hasSize(1);
    }
    assertNumbers(1 + REQUESTS);
  }

  private CompletableFuture<Document> issue(AsyncDocumentIssuing issuing, String reference) {
    return issuing.issue(DocumentType.INVOICE, sequence, Drafts.invoice(reference));
  }

  private void assertNumbers(int count) {
    assertThat(documents.numbers(SERIES, "invoice")).hasSize(count);
  }
}
