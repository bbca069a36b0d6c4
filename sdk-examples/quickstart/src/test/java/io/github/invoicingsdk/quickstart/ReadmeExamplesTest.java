package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what {@link ReadmeExamples} holds, and it does what the README says. */
class ReadmeExamplesTest {

  private static final Path README = Path.of("..", "..", "README.md");

  private final Output output = new Output();
  private final ReadmeExamples examples = new ReadmeExamples(output.stream());
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder()
          .baseUrl(sandbox.invoiceXpressUrl())
          .apiKey(sandbox.invoiceXpressApiKey())
          .build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void the_readme_shows_the_examples_that_are_compiled() throws IOException {
    String readme = Files.readString(README, StandardCharsets.UTF_8);

    Map<String, String> shown = ExampleBlocks.inMarkdown(readme);
    Map<String, String> compiled = new TreeMap<>(ExampleBlocks.inSource("ReadmeExamples"));
    compiled.putAll(ExampleBlocks.inSource("ReadmeRuntimeExamples"));

    assertThat(shown).isNotEmpty().isEqualTo(compiled);
    assertThat(readme.split("```java", -1))
        .as("Java blocks without a name")
        .hasSize(shown.size() + 1);
  }

  @Test
  void registering_what_is_registered_already_passes() {
    client.sequences().register(146110);

    examples.errors(client);

    assertThat(output.text()).isEmpty();
  }

  @Test
  void too_many_requests_lead_to_a_pause() {
    sandbox
        .faults()
        .on("PUT", ".*")
        .once(Fault.response(CannedResponse.of(429).withHeader("Retry-After", "70")));

    examples.errors(client);

    assertThat(output.lines()).containsExactly("again in PT1M10S");
  }

  @Test
  void making_sure_registers_at_most_once() {
    sandbox.faults().on("PUT", ".*").once(Fault.workThenCut());

    examples.safely(client);
    examples.safely(client);

    assertThat(output.lines()).containsExactly("2", "2");
    assertThat(sandbox.requests()).filteredOn(request -> request.method().equals("PUT")).hasSize(1);
  }

  @Test
  void an_unknown_outcome_is_looked_at() {
    sandbox.faults().on("PUT", ".*").once(Fault.workThenCut());

    examples.errors(client);

    assertThat(output.lines()).containsExactly("REGISTERED");
  }

  @Test
  void lists_are_walked_to_the_end() {
    try (IdokladClient idoklad = idoklad()) {
      examples.lists(client, idoklad);
    }

    assertThat(output.lines()).hasSize(25 + 1).contains("C1", "C25").endsWith("Invoices");
  }

  @Test
  void a_finished_pdf_is_there_at_once() {
    assertThat(client.documents().pdf(9000001).poll()).isEmpty();
    assertThat(client.documents().pdf(9000001).poll()).isEmpty();

    examples.polling(client);

    assertThat(output.lines()).containsExactly("asked 1 times", "/files/9000001.pdf");
  }

  @Test
  void pages_are_fetched_ahead_and_told_in_order() {
    examples.prefetch(client);

    assertThat(output.lines())
        .filteredOn(line -> line.startsWith("page "))
        .containsExactly("page 1 of 3", "page 2 of 3", "page 3 of 3");
    assertThat(output.lines()).hasSize(25 + 3);
  }

  @Test
  void single_calls_have_options_and_responses_of_their_own() {
    try (IdokladClient idoklad = idoklad()) {
      examples.singleCalls(idoklad);
    }

    assertThat(output.lines()).containsExactly("200 true");
  }

  @Test
  void futures_follow_each_other() {
    examples.async(client);

    assertThat(output.lines()).hasSize(2).endsWith("25");
  }

  @Test
  void an_invoice_is_issued_and_its_pdf_is_there(@TempDir Path folder) throws IOException {
    sandbox.invoiceXpress().documents().pendingResponses(0);

    examples.issue(client, client.sequences().get(146090), folder);

    assertThat(output.lines()).containsExactly("1/2025 ABCD1230-1");
    assertThat(folder.resolve("invoice.pdf")).exists();
  }

  @Test
  void the_sandbox_can_do_the_work_and_cut_the_connection() {
    examples.sandbox();

    assertThat(output.text()).startsWith("RegisteredNow");
  }

  @Test
  void a_client_with_all_listeners_is_made() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (InvoiceXpressClient observed =
        new ReadmeRuntimeExamples(output.stream())
            .listeners("key", registry, OpenTelemetry.noop())) {
      assertThat(observed).hasToString("InvoiceXpressClient{https://acme.app.invoicexpress.com}");
    }
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
        .build();
  }
}
