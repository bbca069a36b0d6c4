package io.github.invoicingsdk.invoicexpress;

import static io.github.invoicingsdk.invoicexpress.DocumentApi.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.fixture.CheckedInvoiceXpress;
import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.Refused;
import io.github.invoicingsdk.invoicexpress.model.ArchiveState;
import io.github.invoicingsdk.invoicexpress.model.ClientInvoiceFilter;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateListStatus;
import io.github.invoicingsdk.invoicexpress.model.EstimateListType;
import io.github.invoicingsdk.invoicexpress.model.EstimateQuery;
import io.github.invoicingsdk.invoicexpress.model.GuideListStatus;
import io.github.invoicingsdk.invoicexpress.model.GuideListType;
import io.github.invoicingsdk.invoicexpress.model.GuideQuery;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.Paged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of documents: which filters go out, which documents come, and page by page. */
class DocumentListsTest {

  private static final InvoiceQuery ALL_INVOICES = InvoiceQuery.builder().nonArchived(true).build();
  private static final LocalDate FROM = LocalDate.of(2026, 1, 2);

  @RegisterExtension final CheckedInvoiceXpress invoiceXpress = new CheckedInvoiceXpress();

  private final InvoiceXpressClient client = invoiceXpress.client();

  @Test
  void every_filter_of_invoices_goes_out_under_its_documented_name() {
    create(DocumentType.INVOICE, 1);

    Page<Document> page =
        client
            .documents()
            .listInvoices(
                InvoiceQuery.builder()
                    .types(List.of(InvoiceListType.INVOICE, InvoiceListType.CREDIT_NOTE))
                    .statuses(List.of(InvoiceListStatus.DRAFT, InvoiceListStatus.SETTLED))
                    .nonArchived(true)
                    .archived(false)
                    .text("Chair & co")
                    .reference("o-1")
                    .dateFrom(FROM)
                    .dateTo(Drafts.DATE)
                    .dueDateFrom(FROM)
                    .dueDateTo(Drafts.DATE)
                    .totalBeforeTaxesFrom(new BigDecimal("19.99"))
                    .totalBeforeTaxesTo(new BigDecimal("20.00"))
                    .build())
            .withPageSize(30)
            .page(1);

    assertThat(page.items()).isEmpty();
    assertThat(page.totalItems()).hasValue(0);
    assertThat(invoiceXpress.lastQuery())
        .containsExactlyInAnyOrder(
            "type[]=Invoice",
            "type[]=CreditNote",
            "status[]=draft",
            "status[]=settled",
            "non_archived=true",
            "archived=false",
            "text=Chair & co",
            "reference=o-1",
            "date[from]=02/01/2026",
            "date[to]=31/12/2026",
            "due_date[from]=02/01/2026",
            "due_date[to]=31/12/2026",
            "total_before_taxes[from]=19.99",
            "total_before_taxes[to]=20.00",
            "page=1",
            "per_page=30");
  }

  @Test
  void every_filter_of_estimates_goes_out_under_its_documented_name() {
    Document quote = create(DocumentType.QUOTE, 1).get(0);
    create(DocumentType.PROFORMA, 1);

    List<Document> found =
        client
            .documents()
            .listEstimates(
                EstimateQuery.builder()
                    .types(List.of(EstimateListType.QUOTE))
                    .statuses(List.of(EstimateListStatus.DRAFT))
                    .nonArchived(true)
                    .archived(true)
                    .text("o-1")
                    .dateFrom(FROM)
                    .dateTo(Drafts.DATE)
                    .dueDateFrom(FROM)
                    .dueDateTo(Drafts.DATE)
                    .totalBeforeTaxesFrom(BigDecimal.ONE)
                    .totalBeforeTaxesTo(BigDecimal.valueOf(20))
                    .build())
            .stream()
            .toList();

    assertThat(found).extracting(Document::id).containsExactly(quote.id());
    assertThat(invoiceXpress.last().uri().getPath()).endsWith("/estimates.json");
    assertThat(invoiceXpress.lastQuery())
        .containsExactlyInAnyOrder(
            "type[]=Quote",
            "status[]=draft",
            "non_archived=true",
            "archived=true",
            "text=o-1",
            "date[from]=02/01/2026",
            "date[to]=31/12/2026",
            "due_date[from]=02/01/2026",
            "due_date[to]=31/12/2026",
            "total_before_taxes[from]=1",
            "total_before_taxes[to]=20",
            "page=1");
  }

  @Test
  void every_filter_of_guides_goes_out_under_its_documented_name() {
    Document guide = create(DocumentType.DEVOLUTION, 1).get(0);
    GuideQuery.Builder query =
        GuideQuery.builder()
            .types(List.of(GuideListType.SHIPPING, GuideListType.DEVOLUTION))
            .statuses(List.of(GuideListStatus.DRAFT))
            .nonArchived(true)
            .archived(false)
            .text("Ana")
            .loadedFrom(FROM);

    List<Document> found =
        client.documents().listGuides(query.loadedTo(Drafts.DATE).build()).stream().toList();

    assertThat(found).extracting(Document::id).containsExactly(guide.id());
    assertThat(found.get(0).loadedAt()).isEqualTo(Drafts.DATE.atTime(8, 30));
    assertThat(invoiceXpress.last().uri().getPath()).endsWith("/guides.json");
    assertThat(invoiceXpress.lastQuery())
        .containsExactlyInAnyOrder(
            "type[]=Shipping",
            "type[]=Devolution",
            "status[]=draft",
            "non_archived=true",
            "archived=false",
            "text=Ana",
            "loaded_at[from]=02/01/2026",
            "loaded_at[to]=31/12/2026",
            "page=1");
    assertThat(client.documents().listGuides(query.loadedTo(FROM).build())).isEmpty();
  }

  @Test
  void pages_follow_each_other_until_the_last() {
    List<Long> ids = create(DocumentType.INVOICE, 25).stream().map(Document::id).toList();
    Paged<Document> list = client.documents().listInvoices(ALL_INVOICES).withPageSize(10);

    assertThat(list.stream().map(Document::id).toList()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(listRequests()).isEqualTo(3);
    assertThat(list.pages())
        .extracting(Page::number, page -> page.items().size(), Page::isLast)
        .containsExactly(tuple(1, 10, false), tuple(2, 10, false), tuple(3, 5, true));
    Page<Document> past = list.page(4);
    assertThat(past.items()).isEmpty();
    assertThat(past.totalItems()).hasValue(25);
    assertThat(past.totalPages()).hasValue(3);
  }

  @Test
  void a_list_shows_drafts_with_a_word_and_numbers_that_stand_in_quotes() {
    create(DocumentType.INVOICE, 1);

    Document listed = client.documents().listInvoices(ALL_INVOICES).iterator().next();

    assertThat(invoiceXpress.last().body()).contains("\"unit_price\":\"10.0\"");
    assertThat(listed.sequenceNumber()).isEqualTo("rascunho");
    assertThat(listed.sequenceId()).isNull();
    assertThat(Objects.requireNonNull(listed.items()).get(0).unitPrice())
        .isEqualByComparingTo("10");
    assertThat(listed.total()).isEqualByComparingTo("24.6");
    assertThat(Objects.requireNonNull(listed.client()).code()).isNull();
  }

  @Test
  void archived_documents_are_listed_when_they_are_asked_for() {
    List<Document> documents = create(DocumentType.INVOICE, 2);
    invoiceXpress.account().documents().archive(id(documents.get(0)));

    assertThat(client.documents().listInvoices(ALL_INVOICES))
        .extracting(Document::id)
        .containsExactly(documents.get(1).id());
    assertThat(
            client
                .documents()
                .listInvoices(InvoiceQuery.builder().nonArchived(false).archived(true).build()))
        .extracting(Document::id, Document::archived)
        .containsExactly(tuple(documents.get(0).id(), true));
  }

  @Test
  void the_documents_of_a_client_are_listed_by_a_post_that_is_paged() {
    List<Document> documents = create(DocumentType.INVOICE, 25);
    create(DocumentType.CREDIT_NOTE, 1);
    DocumentApi.of(client, DocumentType.INVOICE).act(id(documents.get(0)), DocumentAction.FINALIZE);
    long clientId = Objects.requireNonNull(client.clients().findByCode("A1").id());
    ClientInvoiceFilter drafts =
        ClientInvoiceFilter.builder()
            .status(List.of(InvoiceListStatus.DRAFT))
            .byType(List.of(InvoiceListType.INVOICE))
            .archived(List.of(ArchiveState.NOT_ARCHIVED, ArchiveState.ARCHIVED))
            .build();

    List<Document> found =
        client.clients().listInvoices(clientId, drafts).withPageSize(10).stream().toList();

    assertThat(found).hasSize(24).extracting(Document::id).doesNotHaveDuplicates();
    assertThat(found).extracting(Document::status).containsOnly(DocumentStatus.DRAFT);
    List<Exchange> posts =
        invoiceXpress.exchanges().stream()
            .filter(
                exchange -> exchange.uri().getPath().endsWith("/" + clientId + "/invoices.json"))
            .toList();
    assertThat(posts).hasSize(3);
    assertThat(posts)
        .extracting(Exchange::sent)
        .containsOnly(
            "{\"filter\":{\"status\":[\"draft\"],\"by_type\":[\"Invoice\"],"
                + "\"archived\":[\"non_archived\",\"archived\"]}}");
    assertThat(posts).extracting(Exchange::method).containsOnly("POST");
    assertThat(invoiceXpress.lastQuery()).containsExactlyInAnyOrder("page=3", "per_page=10");
    assertThat(client.clients().listInvoices(clientId, ClientInvoiceFilter.builder().build()))
        .hasSize(26);
    assertThat(invoiceXpress.exchanges().get(invoiceXpress.exchanges().size() - 1).sent())
        .isEqualTo("{\"filter\":{}}");
    Refused.as(
        NotFoundException.class, 404, "", () -> client.clients().listInvoices(1, drafts).page(1));
  }

  private List<Document> create(DocumentType type, int count) {
    DocumentApi api = DocumentApi.of(client, type);
    return IntStream.rangeClosed(1, count).mapToObj(i -> api.create().apply("o-" + i)).toList();
  }

  private long listRequests() {
    return invoiceXpress.exchanges().stream()
        .filter(exchange -> exchange.method().equals("GET"))
        .count();
  }
}
