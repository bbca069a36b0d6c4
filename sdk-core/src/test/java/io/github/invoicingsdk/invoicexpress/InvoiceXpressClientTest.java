package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import io.github.invoicingsdk.result.Paged;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against the sandbox: what each operation sends, and what becomes of the response. */
class InvoiceXpressClientTest {

  private static final long REGISTERED = 146090;
  private static final long UNREGISTERED = 146110;

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client = client(sandbox.invoiceXpressApiKey());

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void lists_all_sequences_with_their_numberings() {
    List<Sequence> sequences = client.sequences().list();

    assertThat(sequences).extracting(Sequence::id).contains(REGISTERED, UNREGISTERED);
    assertThat(sequences).extracting(Sequence::serie).contains("2025", "2026");
    assertThat(sequences)
        .allSatisfy(
            sequence ->
                assertThat(sequence.numberings()).containsOnlyKeys(SequenceDocumentType.values()));
  }

  @Test
  void registering_gives_codes_to_the_relevant_types() {
    Sequence sequence = client.sequences().register(UNREGISTERED);

    Numberings numberings = Numberings.of(sequence);
    assertThat(numberings.registrationState()).isEqualTo(RegistrationState.REGISTERED);
    DocumentNumbering invoices = numberings.get(SequenceDocumentType.INVOICE);
    assertThat(invoices.validationCode().isRegistered()).isTrue();
    assertThat(invoices.nextNumber()).hasValue(1);
    assertThat(invoices.nextAtcud().orElseThrow().printed())
        .isEqualTo("ATCUD:" + invoices.validationCode().value().orElseThrow() + "-1");
    assertThat(numberings.get(SequenceDocumentType.FEES_NOTE).validationCode().status())
        .isEqualTo(ValidationCode.Status.NOT_RELEVANT);
    assertThat(numberings.get(SequenceDocumentType.FEES_NOTE).nextAtcud()).isEmpty();
  }

  @Test
  void a_second_registration_conflicts_with_the_meaning_of_the_code_for_registering() {
    client.sequences().register(UNREGISTERED);

    assertThatThrownBy(() -> client.sequences().register(UNREGISTERED))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.is(SequencesApi.RegisterErrorCodes.ALL_REGISTERED)).isTrue();
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.status()).isEqualTo(409);
              assertThat(e.attempts()).isEqualTo(1);
              assertThat(e.providerMessage()).isEqualTo("All sequences are registered.");
            });
  }

  @Test
  void an_unknown_sequence_is_not_found_with_and_without_a_body() {
    assertThatThrownBy(() -> client.sequences().register(1))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.is(SequencesApi.RegisterErrorCodes.NOT_FOUND)).isTrue());
    assertThatThrownBy(() -> client.sequences().get(1))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.errorCode()).isEmpty();
              assertThat(e.body()).isEmpty();
            });
    assertThatThrownBy(() -> client.sequences().setDefault(1))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_same_code_means_another_thing_for_creating() {
    assertThatThrownBy(() -> client.sequences().create(NewSequence.builder().serie("2025").build()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> {
              assertThat(e.is(SequencesApi.CreateErrorCodes.ALREADY_EXISTS)).isTrue();
              assertThat(e.is(SequencesApi.RegisterErrorCodes.INVALID_AT_CREDENTIALS)).isFalse();
            });
  }

  @Test
  void creates_a_default_sequence_with_the_text_1() {
    Sequence created =
        client
            .sequences()
            .create(NewSequence.builder().serie("2027").defaultSequence(true).build());

    assertThat(created.serie()).isEqualTo("2027");
    assertThat(created.defaultSequence()).isTrue();
    assertThat(last().body())
        .isEqualTo("{\"sequence\":{\"serie\":\"2027\",\"default_sequence\":\"1\"}}");
    assertThat(client.sequences().get(REGISTERED).defaultSequence()).isFalse();
  }

  @Test
  void makes_a_sequence_the_default_one() {
    client.sequences().setDefault(UNREGISTERED);

    assertThat(last().method()).isEqualTo("PUT");
    assertThat(last().path()).endsWith("/sequences/146110/set_current.json");
    assertThat(client.sequences().get(UNREGISTERED).defaultSequence()).isTrue();
  }

  @Test
  void a_wrong_key_is_an_authentication_problem_that_does_not_show_the_key() {
    try (InvoiceXpressClient other = client("wrong/key+with=signs")) {
      assertThatThrownBy(() -> other.sequences().list())
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("Invalid API key")
          .extracting(Throwable::toString, InstanceOfAssertFactories.STRING)
          .doesNotContain("wrong/key", "wrong%2Fkey");
    }
    assertThat(last().queryParameter("api_key")).isEqualTo("wrong/key+with=signs");
  }

  @Test
  void walks_all_pages_and_fetches_each_once() {
    List<Client> clients = client.clients().list().withPageSize(10).stream().toList();

    assertThat(clients).hasSize(25).doesNotHaveDuplicates();
    assertThat(sandbox.requests())
        .extracting(request -> request.queryParameter("page"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void fetches_no_page_before_an_item_on_it_is_needed() {
    Paged<Client> clients = client.clients().list();
    assertThat(sandbox.requests()).isEmpty();

    assertThat(clients.stream().limit(10)).hasSize(10);

    assertThat(sandbox.requests()).hasSize(1);
  }

  @Test
  void finds_clients_by_code_and_by_id() {
    Client found = client.clients().findByCode("C7");

    assertThat(client.clients().get(Objects.requireNonNull(found.id()))).isEqualTo(found);
    assertThatThrownBy(() -> client.clients().findByCode("a b&c=%20+"))
        .isInstanceOf(NotFoundException.class);
    assertThat(last().queryParameter("client_code")).isEqualTo("a b&c=%20+");
  }

  @Test
  void waits_for_a_pdf_until_it_is_made() {
    assertThat(client.documents().pdf(9000001).poll()).isEmpty();
    assertThat(client.documents().pdf(9000001, q -> q.secondCopy(true)).poll()).isEmpty();

    URI pdf = client.documents().pdf(9000001).await(Duration.ofSeconds(5));

    assertThat(pdf.getPath()).endsWith(".pdf");
  }

  @Test
  @SuppressWarnings("NullAway") // Null where none may be is what this is about.
  void a_missing_argument_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> client.sequences().create(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("sequence");
    assertThatThrownBy(() -> client.clients().findByCode(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("client");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void nothing_shows_the_key() {
    assertThat(client.toString()).doesNotContain(sandbox.invoiceXpressApiKey());
    assertThat(client.sequences()).hasToString("SequencesApi").isEqualTo(client.sequences());
  }

  private InvoiceXpressClient client(String apiKey) {
    return InvoiceXpressClient.builder().baseUrl(sandbox.invoiceXpressUrl()).apiKey(apiKey).build();
  }

  private RecordedRequest last() {
    List<RecordedRequest> requests = sandbox.requests();
    return requests.get(requests.size() - 1);
  }
}
