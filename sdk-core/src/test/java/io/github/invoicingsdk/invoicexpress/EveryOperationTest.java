package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.RequestTemplate;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.SpecValidator;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EmailMessage;
import io.github.invoicingsdk.invoicexpress.model.EmailRecipient;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.EstimateQuery;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideListType;
import io.github.invoicingsdk.invoicexpress.model.GuideQuery;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.invoicexpress.model.NewPayment;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.PaymentMechanism;
import io.github.invoicingsdk.invoicexpress.model.ReceiptCancellation;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.github.invoicingsdk.vocabulary.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the API, against the sandbox; every request against the spec. */
class EveryOperationTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LocalDate DAY = Drafts.DATE;
  private static final EmailMessage MESSAGE =
      EmailMessage.builder()
          .client(EmailRecipient.builder().email("ana@example.com").save(false).build())
          .subject("Your document")
          .logo(true)
          .build();

  private final Sandbox sandbox = Sandbox.start();
  private final RecordingTransport transport = new RecordingTransport();
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder()
          .baseUrl(sandbox.invoiceXpressUrl())
          .apiKey(sandbox.invoiceXpressApiKey())
          .unverifiedTransport(transport)
          .unlimitedRate()
          .build();

  @BeforeEach
  void makeNothingWait() {
    sandbox.invoiceXpress().documents().pendingResponses(0);
    sandbox.invoiceXpress().saftExports().pendingResponses(0);
  }

  @AfterEach
  void close() {
    client.close();
    transport.close();
    sandbox.close();
  }

  @Test
  void every_operation_is_understood_and_every_request_is_as_the_spec_says() {
    sequences();
    invoices();
    estimates();
    guides();
    documentsAndPayments();
    new BookkeepingCalls(client, sandbox).all();

    assertThat(called()).isEqualTo(all());
    SpecValidator spec = SpecValidator.of("invoicexpress", sandbox.invoiceXpressUrl().getPath());
    assertThat(transport.exchanges()).flatExtracting(spec::requestProblems).isEmpty();
    assertThat(transport.exchanges())
        .flatExtracting(spec::problems)
        // The provider has decimals and ids in quotes at times, and the sandbox has them too.
        .filteredOn(problem -> !problem.contains("does not match any allowed primitive type"))
        .isEmpty();
  }

  private void sequences() {
    client.sequences().list();
    client.sequences().get(146090);
    client.sequences().register(146110);
    client.sequences().create(NewSequence.builder().serie("2031").build());
    client.sequences().setDefault(146090);
  }

  private void invoices() {
    life(
        client.invoices()::create,
        client.invoices()::get,
        client.invoices()::update,
        client.invoices()::changeState,
        client.invoices()::sendByEmail,
        Drafts.invoice("a"));
    life(
        client.invoiceReceipts()::create,
        client.invoiceReceipts()::get,
        client.invoiceReceipts()::update,
        client.invoiceReceipts()::changeState,
        client.invoiceReceipts()::sendByEmail,
        Drafts.invoice("a"));
    life(
        client.simplifiedInvoices()::create,
        client.simplifiedInvoices()::get,
        client.simplifiedInvoices()::update,
        client.simplifiedInvoices()::changeState,
        client.simplifiedInvoices()::sendByEmail,
        Drafts.invoice("a"));
    InvoiceDraft note =
        Drafts.invoice("a").toBuilder().ownerInvoiceId(firstInvoice()).proprietaryUid("u").build();
    life(
        client.creditNotes()::create,
        client.creditNotes()::get,
        client.creditNotes()::update,
        client.creditNotes()::changeState,
        client.creditNotes()::sendByEmail,
        note);
    life(
        client.debitNotes()::create,
        client.debitNotes()::get,
        client.debitNotes()::update,
        client.debitNotes()::changeState,
        client.debitNotes()::sendByEmail,
        note);
  }

  private void estimates() {
    EstimateDraft draft = Drafts.estimate("a");
    life(
        client.quotes()::create,
        client.quotes()::get,
        client.quotes()::update,
        client.quotes()::changeState,
        client.quotes()::sendByEmail,
        draft);
    life(
        client.proformas()::create,
        client.proformas()::get,
        client.proformas()::update,
        client.proformas()::changeState,
        client.proformas()::sendByEmail,
        draft);
    life(
        client.feesNotes()::create,
        client.feesNotes()::get,
        client.feesNotes()::update,
        client.feesNotes()::changeState,
        client.feesNotes()::sendByEmail,
        draft);
  }

  private void guides() {
    GuideDraft draft = Drafts.guide("a");
    life(
        client.shippings()::create,
        client.shippings()::get,
        client.shippings()::update,
        client.shippings()::changeState,
        client.shippings()::sendByEmail,
        draft);
    life(
        client.transports()::create,
        client.transports()::get,
        client.transports()::update,
        client.transports()::changeState,
        client.transports()::sendByEmail,
        draft);
    life(
        client.devolutions()::create,
        client.devolutions()::get,
        client.devolutions()::update,
        client.devolutions()::changeState,
        client.devolutions()::sendByEmail,
        draft);
  }

  /** What happens to a document of any type: it is drafted, changed, finalised and sent. */
  private static <D> void life(
      Function<D, Document> create,
      Function<Long, Document> get,
      Change<D, Optional<Document>> update,
      Change<StateChange, Document> changeState,
      BiConsumer<Long, EmailMessage> sendByEmail,
      D draft) {
    Document created = create.apply(draft);
    assertThat(created.status()).isEqualTo(DocumentStatus.DRAFT);
    assertThat(created.date()).isEqualTo(DAY);
    assertThat(created.total()).isEqualByComparingTo("24.60");
    long id = Objects.requireNonNull(created.id());

    assertThat(update.apply(id, draft).orElseThrow().id()).isEqualTo(id);
    Document finished = changeState.apply(id, state(DocumentAction.FINALIZE));
    assertThat(finished.sequenceNumber()).isEqualTo("1/2025");
    assertThat(Objects.requireNonNull(finished.items()).get(0).quantity())
        .isEqualByComparingTo("2");
    sendByEmail.accept(id, MESSAGE);
    assertThat(get.apply(id).status()).isEqualTo(finished.status());
    assertThatThrownBy(() -> changeState.apply(id, state(DocumentAction.DELETE)))
        .isInstanceOf(ApiException.class);
  }

  private void documentsAndPayments() {
    InvoiceQuery invoices =
        InvoiceQuery.builder()
            .types(List.of(InvoiceListType.INVOICE, InvoiceListType.CREDIT_NOTE))
            .statuses(List.of(InvoiceListStatus.SENT, InvoiceListStatus.SETTLED))
            .nonArchived(true)
            .text("Ana")
            .reference("a")
            .dateFrom(DAY)
            .dateTo(DAY)
            .dueDateFrom(DAY)
            .dueDateTo(DAY)
            .totalBeforeTaxesFrom(new BigDecimal("19.99"))
            .totalBeforeTaxesTo(new BigDecimal("20.01"))
            .build();
    assertThat(client.documents().listInvoices(invoices).withPageSize(1))
        .extracting(Document::type)
        .containsExactlyInAnyOrder(DocumentType.INVOICE, DocumentType.CREDIT_NOTE);
    assertThat(
            client
                .documents()
                .listEstimates(EstimateQuery.builder().nonArchived(true).text("Ana").build()))
        .hasSize(3);
    assertThat(
            client
                .documents()
                .listGuides(
                    GuideQuery.builder()
                        .types(List.of(GuideListType.TRANSPORT))
                        .loadedFrom(DAY)
                        .loadedTo(DAY)
                        .build()))
        .singleElement()
        .satisfies(guide -> assertThat(guide.loadedAt()).isEqualTo(DAY.atTime(8, 30)));

    long invoice = firstInvoice();
    Document receipt =
        client
            .payments()
            .create(
                invoice,
                NewPayment.builder()
                    .amount(new BigDecimal("10.00"))
                    .paymentMechanism(PaymentMechanism.CASH)
                    .paymentDate(DAY)
                    .build());
    assertThat(client.documents().listRelated(invoice))
        .extracting(Document::type)
        .contains(DocumentType.RECEIPT, DocumentType.CREDIT_NOTE);
    Document cancelled =
        client
            .payments()
            .cancel(
                Objects.requireNonNull(receipt.id()),
                ReceiptCancellation.builder()
                    .state(DocumentAction.CANCEL)
                    .message("paid twice")
                    .build());
    assertThat(cancelled.status()).isEqualTo(DocumentStatus.CANCELED);
    assertThat(client.documents().pdf(invoice, q -> q.secondCopy(true)).await(MINUTE))
        .hasScheme("http");
    assertThat(client.documents().qrCode(invoice).await(MINUTE)).hasScheme("http");
    assertThat(client.saft().export(DAY.getMonthValue(), DAY.getYear()).await(MINUTE))
        .hasScheme("http");
  }

  private long firstInvoice() {
    return client
        .documents()
        .listInvoices(
            InvoiceQuery.builder()
                .types(List.of(InvoiceListType.INVOICE))
                .statuses(List.of(InvoiceListStatus.SENT))
                .build())
        .stream()
        .map(Document::id)
        .findFirst()
        .orElseThrow();
  }

  private static StateChange state(DocumentAction action) {
    return StateChange.builder().state(action).build();
  }

  private Set<String> called() {
    return transport.exchanges().stream()
        .map(Exchange::request)
        .map(request -> Objects.requireNonNull(request.requestTemplate()))
        .map(EveryOperationTest::operation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String operation(RequestTemplate template) {
    return Objects.requireNonNull(template.methodMetadata().method().getAnnotation(Operation.class))
        .id();
  }

  private static Set<String> all() {
    return Arrays.stream(InvoiceXpressResources.class.getDeclaredMethods())
        .filter(accessor -> Modifier.isPublic(accessor.getModifiers()))
        .map(Method::getReturnType)
        .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
        .filter(method -> !method.isDefault())
        .map(method -> Objects.requireNonNull(method.getAnnotation(Operation.class)).id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Changes a document. */
  private interface Change<T, R> {
    R apply(long id, T change);
  }
}
