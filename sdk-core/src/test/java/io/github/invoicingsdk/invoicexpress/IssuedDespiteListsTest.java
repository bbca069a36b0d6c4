package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.DocumentConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotIssuedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.fixture.SharedIssueJournal;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One reference has one number, whatever the provider's lists show and hide. */
class IssuedDespiteListsTest {

  private static final long SERIES = 146090;
  private static final String LIST = ".*/invoices\\.json";
  private static final String ONE = ".*/invoices/\\d+\\.json";
  private static final String CHANGE_STATE = ".*/change-state\\.json";
  private static final IssueOptions DEFAULTS = IssueOptions.defaults();
  private static final Fault EMPTY_PAGE =
      Fault.response(
          CannedResponse.of(200)
              .withBody(
                  "application/json",
                  "{\"invoices\":[],\"pagination\":{\"total_entries\":0,\"current_page\":1,"
                      + "\"total_pages\":0,\"per_page\":10}}"));

  private final FakeTime time = new FakeTime();
  private final Sandbox sandbox = Sandbox.start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final List<InvoiceXpressClient> clients = new ArrayList<>();
  private final InvoiceXpressClient client = client(IssueJournal.inMemory());
  private final Sequence sequence = client.sequences().get(SERIES);

  @BeforeEach
  void allowAll() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    clients.forEach(InvoiceXpressClient::close);
    sandbox.close();
  }

  @Test
  void a_document_that_the_list_does_not_show_yet_is_found_by_who_issued_it() {
    Document first = issue(client);
    sandbox.faults().on("GET", LIST).times(2, EMPTY_PAGE);

    assertThat(tryIssue(client)).isInstanceOf(IssueResult.Existed.class);
    assertThat(issue(client).id()).isEqualTo(first.id());
    assertNumbers(1);
  }

  @Test
  void a_document_that_the_list_does_not_show_yet_is_found_by_another_client() {
    Document first = issue(client);
    sandbox.faults().on("GET", LIST).times(2, EMPTY_PAGE);

    assertThat(issue(another()).id()).isEqualTo(first.id());
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void a_list_that_is_behind_makes_no_second_number(int requests) {
    documents.listLagRequests(requests);

    for (int call = 0; call < 5; call++) {
      issue(another());
    }

    assertNumbers(1);
  }

  @Test
  void a_list_that_never_shows_the_draft_proves_nothing_and_no_number_is_taken() {
    documents.listLagRequests(1000);

    assertThatExceptionOfType(NotIssuedException.class)
        .isThrownBy(() -> issue(client))
        .withMessageContaining("is not in the provider's list yet")
        .satisfies(e -> assertThat(documents.ids("o-1")).containsExactly(e.draftId()));
    assertNumbers(0);

    documents.listLagRequests(0);
    issue(client);
    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @Test
  void a_durable_journal_needs_no_list() {
    documents.listLagRequests(1000);
    IssueJournal journal = new SharedIssueJournal();
    Document first = issue(client(journal));
    sandbox.clearRequests();

    assertThat(issue(client(journal)).id()).isEqualTo(first.id());

    assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThat(sandbox.requests()).noneMatch(request -> request.path().endsWith("/invoices.json"));
    assertNumbers(1);
  }

  @Test
  void two_clients_who_see_nothing_for_a_while_end_with_one_number() throws Exception {
    sandbox.faults().on("GET", LIST).times(3, EMPTY_PAGE);

    List<Object> outcomes = atOnce(List.of(() -> issue(another()), () -> issue(another())));

    assertNumbers(1);
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome).isInstanceOfAny(Document.class, NotIssuedException.class));
  }

  @Test
  void two_clients_with_a_shared_journal_end_with_one_number_though_lists_show_nothing()
      throws Exception {
    documents.listLagRequests(1000);
    IssueJournal journal = new SharedIssueJournal();
    InvoiceXpressClient one = client(journal);
    InvoiceXpressClient other = client(journal);

    List<Object> outcomes = atOnce(List.of(() -> issue(one), () -> issue(other), () -> issue(one)));

    assertNumbers(1);
    assertThat(outcomes).hasOnlyElementsOfType(Document.class);
  }

  @Test
  void a_second_number_that_came_about_after_all_is_told_with_both_ids() {
    // Each finalised by a program that did not use issue.
    long first = finalised("o-1");
    long second = finalised("o-1");

    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> issue(client))
        .satisfies(e -> assertThat(e.documentIds()).containsExactly(first, second))
        .withMessageContaining(Long.toString(first))
        .withMessageContaining(Long.toString(second));
    assertNumbers(2);
  }

  @Test
  void a_second_number_that_shows_only_after_finalising_is_told() {
    documents.listLagRequests(1);
    InvoiceXpressClient journalled = client(new SharedIssueJournal());
    // With a journal the list is not waited for, so the other one shows at the last look.
    long other = finalised("o-1");

    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> issue(journalled))
        .satisfies(e -> assertThat(e.documentIds()).hasSize(2).contains(other));
  }

  @Test
  void a_refusal_is_believed_only_of_a_draft_that_is_seen_to_be_one() {
    Fault refused = Fault.workThenRespond(refusal());
    sandbox.faults().on("PUT", CHANGE_STATE).once(refused);

    // The provider says no, and the document has a number: somebody else was faster.
    assertThat(tryIssue(client)).isInstanceOf(IssueResult.Existed.class);
    assertNumbers(1);
  }

  @Test
  void a_refusal_that_cannot_be_checked_is_an_unknown_outcome() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.workThenRespond(refusal()));
    sandbox
        .faults()
        .on(request -> request.path().matches(ONE) && numbered() && request.method().equals("GET"))
        .always(Fault.response(CannedResponse.of(500)));

    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> issue(client))
        .satisfies(e -> assertThat(e.reason()).isInstanceOf(InvalidRequestException.class));
    assertNumbers(1);
    assertThat(slept()).isLessThanOrEqualTo(DEFAULTS.atMost());

    sandbox.faults().clear();
    assertThat(tryIssue(client)).isInstanceOf(IssueResult.Existed.class);
  }

  @Test
  void a_refusal_is_checked_as_long_as_there_is_time() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.workThenRespond(refusal()));
    sandbox
        .faults()
        .on(request -> request.path().matches(ONE) && numbered() && request.method().equals("GET"))
        .times(9, Fault.response(CannedResponse.of(500)));

    assertThat(tryIssue(client)).isInstanceOf(IssueResult.Existed.class);
    assertNumbers(1);
  }

  @Test
  void drafts_that_lost_responses_left_behind_are_deleted_once_one_is_numbered() {
    documents.listLagRequests(1000);
    sandbox.faults().on("POST", LIST).once(Fault.workThenCut());
    assertThatThrownBy(() -> issue(client)).isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> issue(another())).isInstanceOf(NotIssuedException.class);
    assertThatThrownBy(() -> issue(another())).isInstanceOf(NotIssuedException.class);
    assertThat(documents.drafts()).isEqualTo(3);

    documents.listLagRequests(0);
    issue(another());

    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
    assertThat(documents.ids("o-1")).hasSize(1);
  }

  @Test
  void lists_are_asked_for_all_types_and_statuses_that_the_provider_documents() {
    issue(client);
    client.issue(DocumentType.QUOTE, sequence, Drafts.estimate("q-1"));
    client.issue(DocumentType.SHIPPING, sequence, Drafts.guide("g-1"));

    assertThat(asked("/invoices.json", "status[]"))
        .containsExactly("draft", "sent", "settled", "canceled", "second_copy", "deleted");
    assertThat(asked("/invoices.json", "type[]"))
        .containsExactly(
            "Invoice", "InvoiceReceipt", "CreditNote", "DebitNote", "Receipt", "CashInvoice");
    assertThat(asked("/estimates.json", "status[]"))
        .containsExactly("draft", "sent", "accepted", "refused", "canceled", "deleted");
    assertThat(asked("/estimates.json", "type[]")).containsExactly("Quote", "Proforma", "FeesNote");
    assertThat(asked("/guides.json", "status[]"))
        .containsExactly("draft", "sent", "canceled", "second_copy");
    assertThat(asked("/guides.json", "type[]"))
        .containsExactly("Shipping", "Transport", "Devolution");
  }

  @Test
  void beside_a_thousand_neighbours_an_estimate_takes_ten_requests_at_most() {
    neighbours(1000);
    sandbox.clearRequests();

    client.issue(DocumentType.QUOTE, sequence, Drafts.estimate("order-1"));

    assertThat(sandbox.requests()).hasSizeLessThanOrEqualTo(10);
    assertThat(documents.numbers(SERIES, "quote")).hasSize(1);
  }

  @Test
  void small_pages_cost_requests_and_nothing_else() {
    neighbours(250);
    sandbox.invoiceXpress().maxPageSize(30);

    client.issue(DocumentType.QUOTE, sequence, Drafts.estimate("order-1"));
    another().issue(DocumentType.QUOTE, sequence, Drafts.estimate("order-1"));

    assertThat(documents.numbers(SERIES, "quote")).hasSize(1);
  }

  @Test
  void a_type_that_stands_in_no_list_is_refused_unless_nobody_has_tried_it() {
    sandbox.clearRequests();
    assertThatIllegalStateException()
        .isThrownBy(() -> simplified(client, DEFAULTS))
        .withMessageContaining("SimplifiedInvoice")
        .withMessageContaining("issueJournal")
        .withMessageContaining("firstAttempt");
    assertThat(sandbox.requests()).isEmpty();

    Document first = simplified(client, IssueOptions.builder().firstAttempt().build());

    assertThat(simplified(client, DEFAULTS).id()).isEqualTo(first.id());
    assertThatIllegalStateException().isThrownBy(() -> simplified(another(), DEFAULTS));
    assertThat(documents.numbers(SERIES, "simplified_invoice")).hasSize(1);
  }

  @Test
  void a_durable_journal_issues_a_type_that_stands_in_no_list() {
    IssueJournal journal = new SharedIssueJournal();
    sandbox.faults().on("POST", ".*").once(Fault.workThenCut());
    assertThatThrownBy(() -> simplified(client(journal), DEFAULTS))
        .isInstanceOf(OutcomeUnknownException.class);

    Document document = simplified(client(journal), DEFAULTS);

    assertThat(simplified(client(journal), DEFAULTS).id()).isEqualTo(document.id());
    assertThat(documents.numbers(SERIES, "simplified_invoice")).hasSize(1);
  }

  @Test
  void a_journal_that_is_away_keeps_anything_from_being_sent() {
    SharedIssueJournal journal = new SharedIssueJournal();
    InvoiceXpressClient journalled = client(journal);
    journal.failAfter(0);
    sandbox.clearRequests();

    assertThatIllegalStateException()
        .isThrownBy(() -> issue(journalled))
        .withMessage("the journal is away");
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_journal_that_goes_away_at_any_moment_makes_no_second_number(int calls) {
    SharedIssueJournal journal = new SharedIssueJournal();
    InvoiceXpressClient journalled = client(journal);
    journal.failAfter(calls);
    try {
      issue(journalled);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the journal is away");
    }
    journal.failAfter(Integer.MAX_VALUE);

    issue(client(journal));

    assertNumbers(1);
    assertThat(documents.drafts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 10, 45})
  void issuing_stays_within_its_time(long seconds) {
    IssueOptions options = IssueOptions.builder().atMost(Duration.ofSeconds(seconds)).build();
    documents.listLagRequests(1000);

    assertThatThrownBy(
            () -> client.issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1"), options))
        .isInstanceOf(NotIssuedException.class);

    assertThat(slept()).isLessThanOrEqualTo(options.atMost());
  }

  @Test
  void each_request_stays_within_the_time_of_the_whole() {
    IssueOptions options = IssueOptions.builder().atMost(Duration.ofSeconds(5)).build();
    sandbox.faults().on("GET", LIST).always(Fault.response(CannedResponse.of(503)));

    assertThatThrownBy(
            () -> client.issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1"), options))
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(DeadlineExceededException.class),
            e -> assertThat(e).isInstanceOf(TransportException.class),
            e -> assertThat(e).hasMessageContaining("503"));

    assertThat(slept()).isLessThanOrEqualTo(options.atMost());
    assertThat(sandbox.requests()).noneMatch(request -> request.method().equals("POST"));
  }

  @Test
  void a_list_that_cannot_be_read_keeps_anything_from_being_written() {
    sandbox.faults().on("GET", LIST).always(Fault.cut());

    assertThatThrownBy(() -> issue(client)).isInstanceOf(ConnectionException.class);

    assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsOnly("GET");
  }

  @Test
  void a_draft_that_somebody_deleted_is_made_anew() {
    sandbox.faults().on("PUT", CHANGE_STATE).once(Fault.response(refusal()));
    assertThatThrownBy(() -> issue(client)).isInstanceOf(InvalidRequestException.class);
    client
        .invoices()
        .changeState(
            documents.ids("o-1").get(0),
            StateChange.builder().state(DocumentAction.DELETE).build());

    assertThat(issue(client).status()).isEqualTo(DocumentStatus.FINAL);
    assertNumbers(1);
  }

  private void neighbours(int count) {
    for (int i = 0; i < count; i++) {
      client.quotes().create(Drafts.estimate("order-1" + i));
    }
  }

  private List<String> asked(String path, String parameter) {
    return sandbox.requests().stream()
        .filter(request -> request.method().equals("GET") && request.path().endsWith(path))
        .map(request -> request.queryParameters().get(parameter))
        .findFirst()
        .orElseThrow();
  }

  private boolean numbered() {
    return !documents.numbers(SERIES, "invoice").isEmpty();
  }

  private Duration slept() {
    return time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private long finalised(String reference) {
    Document draft = client.invoices().create(Drafts.invoice(reference));
    long id = Objects.requireNonNull(draft.id());
    client.invoices().changeState(id, StateChange.builder().state(DocumentAction.FINALIZE).build());
    return id;
  }

  private static CannedResponse refusal() {
    return CannedResponse.of(422)
        .withBody(
            "application/json", "{\"errors\":[{\"error\":\"CantHandle: finalized for Invoice\"}]}");
  }

  private List<Object> atOnce(List<Callable<Document>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Object> outcomes = new ArrayList<>();
      for (Future<Document> call : threads.invokeAll(calls)) {
        try {
          outcomes.add(call.get());
        } catch (ExecutionException e) {
          outcomes.add(e.getCause());
        }
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private InvoiceXpressClient another() {
    return client(IssueJournal.inMemory());
  }

  private InvoiceXpressClient client(IssueJournal journal) {
    InvoiceXpressClient made =
        SandboxClients.invoiceXpress(sandbox, time).issueJournal(journal).unlimitedRate().build();
    clients.add(made);
    return made;
  }

  private Document issue(InvoiceXpressClient with) {
    return with.issue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1"));
  }

  private IssueResult<Document> tryIssue(InvoiceXpressClient with) {
    return with.tryIssue(DocumentType.INVOICE, sequence, Drafts.invoice("o-1"), DEFAULTS);
  }

  private Document simplified(InvoiceXpressClient with, IssueOptions options) {
    return with.issue(DocumentType.SIMPLIFIED_INVOICE, sequence, Drafts.invoice("o-1"), options);
  }

  private void assertNumbers(int count) {
    assertThat(documents.numbers(SERIES, "invoice")).hasSize(count);
  }
}
