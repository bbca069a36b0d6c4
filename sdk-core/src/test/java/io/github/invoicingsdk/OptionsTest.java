package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi.GetOptions;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi.ListOptions;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.api.DocumentsApi.PdfOptions;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to say optional parameters, blocking and not, from the call to the request. */
class OptionsTest {

  private static final GetOptions YEAR = GetOptions.builder().year(2026).build();

  private final StubServer server =
      StubServer.start()
          .respond(request -> Reply.json("{\"Data\":{\"Id\":7,\"Items\":[]},\"IsSuccess\":true}"));
  private final IdokladClient idoklad = StubClients.idoklad(server).build();
  private final IdokladV2Client idokladV2 = StubClients.idokladV2(server).build();
  private final InvoiceXpressClient invoiceXpress = StubClients.invoiceXpress(server).build();

  @AfterEach
  void close() {
    idoklad.close();
    idokladV2.close();
    invoiceXpress.close();
    server.close();
  }

  @Test
  void options_of_an_object_and_of_a_builder_make_the_same_request() throws Exception {
    idoklad.numericSequences().get(7, YEAR);
    idoklad.numericSequences().get(7, q -> q.year(2026));
    idoklad.async().numericSequences().get(7, YEAR).get();
    idoklad.async().numericSequences().get(7, q -> q.year(2026)).get();

    assertThat(addresses()).hasSize(4).containsOnly("/NumericSequences/7?year=2026");
  }

  @Test
  void a_call_without_options_is_that_with_empty_ones() throws Exception {
    idoklad.numericSequences().get(7);
    idoklad.numericSequences().get(7, GetOptions.builder().build());
    idoklad.numericSequences().get(7, q -> {});
    idoklad.async().numericSequences().get(7).get();
    idoklad.async().numericSequences().get(7, q -> {}).get();

    assertThat(addresses()).hasSize(5).containsOnly("/NumericSequences/7");
  }

  @Test
  void a_list_is_filtered_and_sorted_by_what_the_call_offers() throws Exception {
    ListOptions options =
        ListOptions.builder()
            .filter(f -> f.documentType().isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE))
            .sort(s -> s.id().descending())
            .build();

    idoklad.numericSequences().list(options).page(2);
    idoklad
        .numericSequences()
        .list(
            q ->
                q.filter(
                        f -> f.documentType().isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE))
                    .sort(s -> s.id().descending()))
        .page(2);
    idoklad.async().numericSequences().list(options).page(2).get();

    assertThat(addresses())
        .hasSize(3)
        .containsOnly("/NumericSequences?filter=%28DocumentType~eq~0%29&sort=Id~Desc&page=2");
  }

  @Test
  void a_filter_of_the_former_api_brings_its_type_along() {
    idokladV2
        .numericSequences()
        .list(q -> q.filter(f -> LegacyFilter.anyOf(f.id().isEqualTo(1), f.id().isEqualTo(2))))
        .page(1);

    assertThat(addresses())
        .containsExactly("/NumericSequences?filter=Id~eq~1%7CId~eq~2&filtertype=or&page=1");
  }

  @Test
  void a_query_object_may_be_left_out_or_told_to_its_builder() {
    server.respond(request -> Reply.json("{\"invoices\":[]}"));

    invoiceXpress.documents().listInvoices().page(1);
    invoiceXpress.documents().listInvoices(q -> q.text("x y")).page(1);
    invoiceXpress.documents().listInvoices(InvoiceQuery.builder().text("x y").build()).page(1);

    assertThat(addresses())
        .containsExactly(
            "/invoices.json?page=1&api_key=stub-api-key",
            "/invoices.json?text=x%20y&page=1&api_key=stub-api-key",
            "/invoices.json?text=x%20y&page=1&api_key=stub-api-key");
  }

  @Test
  void polled_operations_take_options_too() throws Exception {
    server.respond(request -> Reply.json("{\"output\":{\"pdfUrl\":\"https://example.test/a\"}}"));
    PdfOptions second = PdfOptions.builder().secondCopy(true).build();

    invoiceXpress.documents().pdf(7, second).poll();
    invoiceXpress.documents().pdf(7, q -> q.secondCopy(true)).poll();
    CompletableFuture<?> done =
        invoiceXpress.async().documents().pdf(7, second).await(Duration.ofMinutes(1));
    done.get();

    assertThat(addresses())
        .hasSize(3)
        .containsOnly("/api/pdf/7.json?second_copy=true&api_key=stub-api-key");
  }

  @Test
  void what_the_spec_does_not_allow_is_refused_before_anything_is_sent() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                idoklad
                    .async()
                    .numericSequences()
                    .documentNumbers(
                        NumericSequenceDocumentType.ISSUED_INVOICE,
                        q -> q.date(LocalDate.EPOCH).documentSerialNumber(-1)))
        .withMessage("documentSerialNumber is -1: give at least 0");

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_failure_of_the_caller_comes_out_as_it_is() {
    IllegalStateException failure = new IllegalStateException("mine");

    assertThatThrownBy(
            () ->
                idoklad
                    .numericSequences()
                    .get(
                        7,
                        q -> {
                          throw failure;
                        }))
        .isSameAs(failure);
  }

  @Test
  @SuppressWarnings("NullAway") // Null where none may be is what this is about.
  void options_that_are_null_are_refused() {
    GetOptions none = null;
    Consumer<GetOptions.Builder> nothing = null;

    assertThatNullPointerException()
        .isThrownBy(() -> idoklad.numericSequences().get(7, none))
        .withMessage("options must not be null for getNumericSequence");
    assertThatNullPointerException()
        .isThrownBy(() -> idoklad.numericSequences().get(7, nothing))
        .withMessage("options must not be null for getNumericSequence");
    assertThat(server.requests()).isEmpty();
  }

  private List<String> addresses() {
    return server.requests().stream().map(request -> request.uri().toString()).toList();
  }
}
