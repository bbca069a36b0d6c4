package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotIssuedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuing documents at most once, whatever becomes of the responses. */
class DocumentIssuingTest {

  private static final long SERIES = 146090;
  private static final IssueOptions DEFAULTS = IssueOptions.defaults();
  private static final IssueOptions FIRST_ATTEMPT = IssueOptions.builder().firstAttempt().build();
  private static final String CREATE = ".*/invoices\\.json";
  private static final String CHANGE_STATE = ".*/change-state\\.json";

  private final FakeTime time = new FakeTime();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, time).unlimitedRate().build();
  private final Sequence sequence = client.sequences().get(SERIES);
  private final int documentsBefore = sandbox.invoiceXpress().documents().count();

  @BeforeEach
  void allowAll() {
    // The sandbox counts by the clock on the wall, and the client's does not run.
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Invoice", "InvoiceReceipt", "SimplifiedInvoice", "CreditNote", "DebitNote"})
  void an_invoice_of_any_type_gets_a_number_and_an_atcud(String type) {
    assertIssued(
        client.tryIssue(DocumentType.of(type), sequence, Drafts.invoice("o-1"), FIRST_ATTEMPT),
        type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Quote", "Proforma"})
  void an_estimate_gets_a_number_and_an_atcud(String type) {
    assertIssued(
        client.tryIssue(DocumentType.of(type), sequence, Drafts.estimate("o-1"), DEFAULTS), type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shipping", "Transport", "Devolution"})
  void a_guide_gets_a_number_and_an_atcud(String type) {
    assertIssued(
        client.tryIssue(DocumentType.of(type), sequence, Drafts.guide("o-1"), DEFAULTS), type);
  }

  @Test
  void a_fees_note_gets_a_number_although_the_law_asks_for_no_atcud() {
    Document document = client.issue(DocumentType.FEES_NOTE, sequence, Drafts.estimate("o-1"));

    assertThat(document.sequenceNumber()).isNotNull();
    assertThat(document.atcud()).isEqualTo("N/A");
  }

  @Test
  void issuing_twice_gives_the_same_document() {
    Document first = issue("o-1");

    IssueResult<Document> again = tryIssue("o-1");

    assertThat(again)
        .isEqualTo(new IssueResult.Existed<>(client.invoices().get(id(first)), List.of()));
    assertThat(sent("POST")).isEqualTo(1);
    assertNumbers(1);
  }

  @Test
  void references_that_only_begin_alike_are_different_documents() {
    issue("o-1");

    assertThat(tryIssue("o-11")).isInstanceOf(IssueResult.Issued.class);
    assertNumbers(2);
  }

  @Test
  void a_lost_response_to_the_creation_is_found_by_its_reference() {
    sandbox.faults().on("POST", CREATE).once(Fault.workThenCut());

    assertThat(tryIssue("o-1")).isInstanceOf(IssueResult.Issued.class);

    assertThat(sent("POST")).isEqualTo(1);
    assertNumbers(1);
  }

  @Test
  void a_creation_that_never_arrived_stays_unknown_until_it_is_issued_again() {
    sandbox.faults().on("POST", CREATE).once(Fault.cut());

    assertThatThrownBy(() -> issue("o-1")).isInstanceOf(OutcomeUnknownException.class);
    assertThat(sent("POST")).isEqualTo(1);

    assertThat(tryIssue("o-1")).isInstanceOf(IssueResult.Issued.class);
    assertNumbers(1);
  }

  @Test
  void a_lost_response_to_the_finalisation_is_found_by_reading() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.workThenCut());

    IssueResult<Document> result = tryIssue("o-1");

    assertThat(result).isInstanceOf(IssueResult.Issued.class);
    assertThat(document(result).atcud()).isNotNull();
    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_finalisation_that_never_arrived_stays_unknown_until_it_is_issued_again() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.cut());

    assertThatThrownBy(() -> issue("o-1")).isInstanceOf(OutcomeUnknownException.class);
    assertThat(sent("PUT")).isEqualTo(1);

    assertThat(tryIssue("o-1")).isInstanceOf(IssueResult.Issued.class);
    assertThat(sent("POST")).isEqualTo(1);
    assertNumbers(1);
  }

  @Test
  void a_draft_that_a_crash_left_behind_is_finalised() {
    Document left =
        client
            .invoices()
            .create(
                Drafts.invoice("o-1").toBuilder()
                    .sequenceId(Numberings.of(sequence).sequenceIdFor(DocumentType.INVOICE))
                    .build());

    IssueResult<Document> result = tryIssue("o-1");

    assertThat(result).isInstanceOf(IssueResult.Issued.class);
    assertThat(document(result).id()).isEqualTo(left.id());
    assertNumbers(1);
  }

  @Test
  void a_cancelled_document_does_not_stand_in_the_way_of_another() {
    cancel(issue("o-1"));

    assertThat(tryIssue("o-1")).isInstanceOf(IssueResult.Issued.class);
    assertNumbers(2);
  }

  @Test
  void a_tax_that_the_account_does_not_have_is_noticed_before_a_number_is_taken() {
    InvoiceDraft draft = Drafts.invoice("o-1", "IVA24");

    IssueResult<Document> result = client.tryIssue(DocumentType.INVOICE, sequence, draft, DEFAULTS);
    assertThat(result).isInstanceOf(IssueResult.DraftDiffers.class);
    assertThat(((IssueResult.DraftDiffers<Document>) result).differences())
        .containsExactly(new Difference("items[0].tax", "IVA24", "IVA23"));
    assertThatThrownBy(() -> client.issue(DocumentType.INVOICE, sequence, draft))
        .isInstanceOfSatisfying(
            NotIssuedException.class,
            e -> {
              assertThat(e.differences()).hasSize(1);
              assertThat(e.mayHaveBeenProcessed()).isFalse();
              assertThat(client.invoices().get(e.draftId()).status())
                  .isEqualTo(DocumentStatus.DRAFT);
            })
        .hasMessageContaining("items[0].tax is \"IVA23\" instead of \"IVA24\"");
    assertNumbers(0);

    client.issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1", "IVA13"));
    assertNumbers(1);
    assertThat(sandbox.invoiceXpress().documents().count()).isEqualTo(documentsBefore + 1);
  }

  @Test
  void another_creation_with_the_same_unique_id_is_waited_for_and_then_reported() {
    InvoiceDraft draft = Drafts.invoice("o-1").toBuilder().proprietaryUid("uid-1").build();
    sandbox.invoiceXpress().documents().startCreation("uid-1");

    assertThatThrownBy(() -> client.issue(DocumentType.INVOICE, sequence, draft))
        .isInstanceOf(ConflictException.class);

    assertThat(time.sleeps()).isNotEmpty();
    assertThat(sandbox.invoiceXpress().documents().count()).isEqualTo(documentsBefore);
  }

  @Test
  void whoever_issues_the_same_document_uses_the_same_unique_id() {
    Document first = issue("o-1");
    cancel(first);
    Document second = issue("o-1");

    assertThat(first.proprietaryUid())
        .isEqualTo("16d9f022-2e51-3889-9387-b1d3fd0c0c67")
        .isNotEqualTo(second.proprietaryUid());
    assertThat(issue("o-2").proprietaryUid()).isNotEqualTo(first.proprietaryUid());
  }

  @Test
  void a_sequence_that_is_not_registered_for_the_type_is_refused_before_anything_is_sent() {
    Sequence unregistered = client.sequences().get(146110);
    sandbox.clearRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.issue(DocumentType.INVOICE, unregistered, Drafts.invoice("o-1")))
        .withMessageContaining("ensureRegistered(146110)")
        .withMessageContaining("INVOICE");

    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void bad_arguments_are_refused_before_anything_is_sent() {
    sandbox.clearRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.issue(DocumentType.SHIPPING, sequence, Drafts.invoice("o-1")))
        .withMessageContaining("type is SHIPPING");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.issue(DocumentType.of("Novelty"), sequence, Drafts.invoice("o-1")))
        .withMessageContaining("Novelty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.issue(DocumentType.INVOICE, sequence, Drafts.invoice(" ")))
        .withMessageContaining("reference");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                client.issue(
                    DocumentType.CREDIT_NOTE,
                    sequence,
                    Drafts.invoice("o-1").toBuilder().sequenceId(SERIES).build()))
        .withMessageContaining("146095");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                client.issue(
                    DocumentType.INVOICE,
                    Sequence.builder().id(1).serie("X").build(),
                    Drafts.invoice("o-1")))
        .withMessageContaining("no numbering");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void many_who_issue_the_same_at_once_end_up_with_one_document() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Document>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> issue("o-1"));
      }
      for (Future<Document> call : threads.invokeAll(calls)) {
        assertThat(call.get().sequenceNumber()).isEqualTo("1/2025");
      }
    } finally {
      threads.shutdownNow();
    }
    assertNumbers(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orders_are_never_doubled_and_never_lost_under_random_faults(long seed) {
    Random random = new Random(seed);
    List<Fault> faults = List.of(Fault.workThenCut(), Fault.cut());
    int orders = 40;
    for (int order = 1; order <= orders; order++) {
      for (int fault = random.nextInt(4); fault > 0; fault--) {
        sandbox
            .faults()
            .on(random.nextBoolean() ? "POST" : "PUT", ".*")
            .once(faults.get(random.nextInt(2)));
      }
      issueUntilDone("order-" + order);
    }

    assertNumbers(orders);
    assertThat(IntStream.rangeClosed(1, orders).mapToObj(order -> tryIssue("order-" + order)))
        .allSatisfy(result -> assertThat(result).isInstanceOf(IssueResult.Existed.class));
    assertThat(sandbox.invoiceXpress().documents().count()).isEqualTo(documentsBefore + orders);
  }

  private void cancel(Document document) {
    client
        .invoices()
        .changeState(
            id(document),
            StateChange.builder().state(DocumentAction.CANCEL).message("wrong").build());
  }

  private void issueUntilDone(String reference) {
    while (true) {
      try {
        issue(reference);
        return;
      } catch (OutcomeUnknownException e) {
        assertThat(e.mayHaveBeenProcessed()).isTrue();
      } catch (InvoicingException e) {
        throw new AssertionError("only an unknown outcome may come of a cut connection", e);
      }
    }
  }

  private Document issue(String reference) {
    return client.issue(DocumentType.INVOICE, sequence, Drafts.invoice(reference));
  }

  private IssueResult<Document> tryIssue(String reference) {
    return client.tryIssue(DocumentType.INVOICE, sequence, Drafts.invoice(reference), DEFAULTS);
  }

  private static Document document(IssueResult<Document> result) {
    return ((IssueResult.Issued<Document>) result).document();
  }

  private void assertIssued(IssueResult<Document> result, String type) {
    assertThat(result).isInstanceOf(IssueResult.Issued.class);
    Document document = document(result);
    assertThat(document.type()).isEqualTo(DocumentType.of(type));
    assertThat(document.sequenceNumber()).isEqualTo("1/2025");
    assertThat(document.atcud()).matches("[A-Z0-9]{8}-1");
    assertThat(document.status()).isIn(DocumentStatus.FINAL, DocumentStatus.SETTLED);
  }

  private void assertNumbers(int count) {
    assertThat(sandbox.invoiceXpress().documents().numbers(SERIES, "invoice"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
  }

  private long sent(String method) {
    return sandbox.requests().stream().filter(request -> request.method().equals(method)).count();
  }

  private static long id(Document document) {
    return Objects.requireNonNull(document.id());
  }
}
