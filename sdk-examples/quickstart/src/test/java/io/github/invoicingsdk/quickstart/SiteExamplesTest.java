package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the site shows is compiled, and does what the pages say. */
class SiteExamplesTest {

  private static final Path PAGES = Path.of("..", "..", "sdk-core", "src", "site", "markdown");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private final Output output = new Output();
  private final SiteExamples examples = new SiteExamples(output.stream());
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
  void the_pages_show_the_examples_that_are_compiled() throws IOException {
    Map<String, String> compiled = new TreeMap<>();
    for (String source :
        List.of(
            "SiteExamples",
            "SiteRecipes",
            "SiteTestingExampleTest",
            "ReadmeExamples",
            "ReadmeRuntimeExamples")) {
      compiled.putAll(ExampleBlocks.inSource(source));
    }
    Map<String, String> shown = new TreeMap<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.sorted().toList()) {
        String text = Files.readString(page, StandardCharsets.UTF_8);
        Map<String, String> blocks = ExampleBlocks.inMarkdown(text);
        assertThat(text.split("```java", -1))
            .as("Java blocks without a name in %s", page.getFileName())
            .hasSize(blocks.size() + 1);
        shown.putAll(blocks);
      }
    }

    assertThat(shown).isNotEmpty();
    assertThat(compiled).containsAllEntriesOf(shown);
    for (String source : List.of("SiteExamples", "SiteRecipes", "SiteTestingExampleTest")) {
      assertThat(shown.keySet())
          .as("examples of %s that no page shows", source)
          .containsAll(ExampleBlocks.inSource(source).keySet());
    }
  }

  @Test
  void models_are_parts_of_json_of_ones_own() {
    Sequence sequence = client.sequences().get(146090);

    examples.jackson(sequence, List.of(Document.fromJson("{\"id\":7,\"new_one\":1.50}")));

    assertThat(output.text()).isEqualTo("true\n");
  }

  @Test
  void the_series_of_a_year_is_made_once() {
    Sequence first = SiteRecipes.seriesOf(2027, client);
    Sequence again = SiteRecipes.seriesOf(2027, client);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(SiteRecipes.defaultSequence(client).serie()).isEqualTo("2027");
  }

  @Test
  void the_rest_of_a_series_is_registered_on_demand() {
    sandbox.invoiceXpress().register(146110, "receipt");

    assertThat(examples.rest(client, 146110, Duration.ZERO))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);
  }

  @Test
  void a_series_is_registered_without_a_thread_that_waits() {
    examples.registerWithoutWaiting(client);

    assertThat(output.text()).contains("RegisteredNow");
  }

  @Test
  void an_order_is_invoiced_paid_and_taken_back(@TempDir Path folder) throws IOException {
    sandbox.invoiceXpress().documents().pendingResponses(0);
    sandbox.invoiceXpress().saftExports().pendingResponses(0);
    Sequence sequence = SiteRecipes.defaultSequence(client);
    InvoiceDraft order = twoChairs();

    Document invoice = SiteRecipes.invoice(client, sequence, order).orElseThrow();

    assertThat(SiteRecipes.invoice(client, sequence, order).orElseThrow().id())
        .isEqualTo(invoice.id());
    assertThat(SiteRecipes.unpaid(client)).isEqualByComparingTo("123.00");
    Document receipt = SiteRecipes.pay(client, invoice, new BigDecimal("40.00"), DAY);
    assertThat(receipt.type()).isEqualTo(DocumentType.RECEIPT);
    assertThat(SiteRecipes.unpaid(client)).isEqualByComparingTo("83.00");
    Document note = SiteRecipes.creditNote(client, sequence, order, invoice, "1", oneChair());
    assertThat(note.type()).isEqualTo(DocumentType.CREDIT_NOTE);
    assertThat(SiteRecipes.unpaid(client)).isEqualByComparingTo("21.50");
    Document second = SiteRecipes.creditNote(client, sequence, order, invoice, "2", oneChair());
    assertThat(second.id()).isNotEqualTo(note.id());
    assertThat(SiteRecipes.unpaid(client)).isEqualByComparingTo("0.00");
    SiteRecipes.pdf(client, invoice, folder.resolve("invoice.pdf"));
    assertThat(folder.resolve("invoice.pdf")).exists();
    LocalDate made = invoice.date();
    Path audit = folder.resolve("saft.xml");
    assertThat(SiteRecipes.auditFile(client, YearMonth.from(made), audit)).isPositive();
  }

  @Test
  void issuing_ends_as_the_page_says() {
    Sequence sequence = SiteRecipes.defaultSequence(client);
    examples.tryIssue(client, sequence, twoChairs());
    examples.tryIssue(client, sequence, twoChairs());
    examples.firstAttempt(client, sequence, twoChairs());
    examples.issueAsync(client, sequence, twoChairs().toBuilder().reference("order-4712").build());

    assertThat(output.lines())
        .containsExactly("new: 1/2025", "already there: 1/2025", "1/2025", "2/2025");
  }

  @Test
  void a_client_is_given_a_journal_in_a_database() {
    try (InvoiceXpressClient made = examples.issueJournal(database(DataSource.class), "key")) {
      assertThat(made).hasToString("InvoiceXpressClient{https://acme.app.invoicexpress.com}");
    }
  }

  /** A database in which every table is there. */
  private static <T> T database(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Class<?> wanted = method.getReturnType();
              if (wanted == boolean.class) {
                return true;
              }
              return wanted.isInterface() ? database(wanted) : null;
            }));
  }

  @Test
  void a_request_of_ones_own_is_sent() {
    long id = SiteRecipes.ownRequest(client);

    assertThat(client.items().get(id).name()).isEqualTo("Tea");
  }

  @Test
  void the_next_number_is_previewed() {
    try (IdokladClient idoklad = idoklad()) {
      assertThat(SiteRecipes.nextInvoiceNumber(idoklad, DAY)).startsWith("FV2612");
      examples.documentNumbers(idoklad);
      examples.patch(idoklad);
    }
    assertThat(output.text()).contains("Invoices 2027");
  }

  @Test
  void the_former_api_is_read() {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    try (IdokladV2Client former =
        IdokladV2Client.builder()
            .baseUrl(sandbox.idokladV2Url())
            .tokenUrl(sandbox.idokladTokenUrl())
            .clientCredentials(
                keys ->
                    keys.applicationId(credentials.applicationId())
                        .clientId(credentials.clientId())
                        .clientSecret(credentials.clientSecret()))
            .unlimitedRate()
            .build()) {
      examples.formerApi(former);
    }

    assertThat(output.lines()).hasSize(33).contains("1 FV{RR}{MM}{NNNN}");
  }

  @Test
  void a_client_whose_response_got_lost_is_found_by_its_code() {
    sandbox.faults().on("POST", ".*").once(Fault.workThenCut());

    assertThat(examples.create(client, ana()).code()).isEqualTo("ANA");
    assertThat(output.lines()).containsExactly("Look through the list of clients for the code.");
    assertThat(sandbox.requests()).filteredOn(sent -> sent.method().equals("POST")).hasSize(1);
  }

  @Test
  void a_draft_is_changed_though_the_response_shows_nothing() {
    InvoiceDraft order = twoChairs().toBuilder().reference("order-1").build();
    long id = client.invoices().create(order).id();
    sandbox.invoiceXpress().documents().updateResponse(WriteResponse.EMPTY);

    Document stored =
        examples.update(client, id, order.toBuilder().observations("Ground floor").build());

    assertThat(stored.observations()).isEqualTo("Ground floor");
  }

  @Test
  void a_client_is_created_once_although_searches_for_none_fail() {
    sandbox.invoiceXpress().clientSearchFails(true);

    long id = SiteRecipes.findOrCreate(client, ana()).id();

    assertThat(SiteRecipes.findOrCreate(client, ana()).id()).isEqualTo(id);
    assertThat(sandbox.requests()).filteredOn(sent -> sent.method().equals("POST")).hasSize(1);
  }

  @Test
  void no_client_is_created_when_the_list_fails() {
    sandbox
        .faults()
        .on("GET", ".*")
        .always(Fault.response(CannedResponse.of(500).withBody("application/json", "{}")));

    assertThatThrownBy(() -> SiteRecipes.findOrCreate(client, ana()))
        .isInstanceOf(ServerException.class);
    assertThat(sandbox.requests()).noneMatch(sent -> sent.method().equals("POST"));
  }

  @Test
  void a_client_that_was_not_made_is_made_after_looking() {
    sandbox.faults().on("POST", ".*").once(Fault.cut());

    assertThat(examples.create(client, ana()).code()).isEqualTo("ANA");
  }

  @Test
  void a_refusal_says_why() {
    client.clients().create(ana());

    examples.refused(client, ana());

    assertThat(output.text()).contains("422");
  }

  @Test
  void too_many_requests_and_slow_work_wait() {
    sandbox
        .faults()
        .on("GET", ".*/sequences.*")
        .once(Fault.response(CannedResponse.of(429).withHeader("Retry-After", "70")));

    examples.later(client);
    examples.polling(client);

    assertThat(output.lines()).containsExactly("again in 70 s", "not made yet");
  }

  @Test
  void a_failure_tells_whether_something_may_have_been_done() {
    sandbox.faults().on("PUT", ".*").once(Fault.workThenCut());

    examples.anyFailure(client);
    examples.anyFailure(client);

    assertThat(output.lines()).hasSize(2);
    assertThat(output.lines().get(0)).startsWith("look first: ");
    assertThat(output.lines().get(1))
        .startsWith("nothing was done: InvoiceXpress registerSequence");
  }

  @Test
  void futures_fail_and_end_as_the_page_says() {
    examples.failingFuture(client);
    examples.manyFutures(client);

    assertThat(output.lines()).containsExactly("no such sequence", "2025", "2026");
  }

  @Test
  void a_file_comes_as_a_future(@TempDir Path folder) throws IOException {
    sandbox.invoiceXpress().documents().pendingResponses(0);
    Path file = folder.resolve("invoice.pdf");

    examples.asyncDownload(client, 9000001, file);

    assertThat(output.lines()).containsExactly(Files.size(file) + " bytes");
  }

  @Test
  void numberings_lifecycles_and_open_values_are_told() {
    examples.numberings(client);
    examples.lifecycle();
    examples.openEnums(DocumentType.QUOTE);

    assertThat(output.text()).contains("ABCD1230-1").contains("CANCEL");
    assertThat(output.lines()).last().isEqualTo(DocumentType.QUOTE.value());
  }

  @Test
  void clients_with_settings_and_listeners_are_made() throws Exception {
    try (InvoiceXpressClient made = examples.settings("key")) {
      assertThat(made).hasToString("InvoiceXpressClient{https://acme.app.invoicexpress.com}");
    }
    try (InvoiceXpressClient behind = examples.proxy("key", "password", SSLContext.getDefault())) {
      assertThat(behind).hasToString("InvoiceXpressClient{https://acme.app.invoicexpress.com}");
    }
    try (InvoiceXpressClient observed =
        examples.listener(sandbox.invoiceXpressApiKey(), sandbox.invoiceXpressUrl())) {
      assertThat(observed.sequences().list()).hasSize(2);
    }
    assertThat(output.text()).isEmpty();
  }

  private IdokladClient idoklad() {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladClient.builder()
        .baseUrl(sandbox.idokladUrl())
        .tokenUrl(sandbox.idokladTokenUrl())
        .clientCredentials(
            keys ->
                keys.applicationId(credentials.applicationId())
                    .clientId(credentials.clientId())
                    .clientSecret(credentials.clientSecret()))
        .unlimitedRate()
        .build();
  }

  private static ClientDetails ana() {
    return ClientDetails.builder().name("Ana Silva").code("ANA").build();
  }

  private static List<DraftItem> oneChair() {
    DraftItem chairs = twoChairs().items().get(0);
    return List.of(chairs.toBuilder().quantity(BigDecimal.ONE).build());
  }

  private static InvoiceDraft twoChairs() {
    return InvoiceDraft.builder()
        .reference("order-4711")
        .date(DAY)
        .dueDate(DAY.plusDays(30))
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
  }
}
