package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PlanLimitException;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.Samples;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.model.Metadata;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of iDoklad as other clients have them in their tests, through the public API. */
class RecordedIdokladResponsesTest {

  private final StubServer server = StubServer.start();
  private final IdokladClient client = StubClients.idoklad(server).build();
  private final IdokladV2Client clientV2 = StubClients.idokladV2(server).build();

  @AfterEach
  void close() {
    client.close();
    clientV2.close();
    server.close();
  }

  @Test
  void a_sequence_comes_out_of_its_envelope() {
    server.respondWith(sample("v3-numeric-sequence.json"));

    NumericSequence sequence = client.numericSequences().get(1);

    assertThat(sequence.documentType()).isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE);
    assertThat(sequence.lastNumber()).isEqualTo(3);
    assertThat(sequence.year()).isEqualTo(6);
    assertThat(sequence.unknownProperties()).isEmpty();
    Metadata metadata = Objects.requireNonNull(sequence.metadata());
    assertThat(metadata.dateCreated()).isEqualTo("2019-12-10T13:12:34.316");
    assertThat(metadata.userCreatedId()).isEqualTo(1);
  }

  @Test
  void a_page_keeps_properties_that_are_not_known() {
    server.respondWith(sample("v3-page-currencies.json"));

    var page = client.numericSequences().list().page(1);

    assertThat(page.totalItems()).hasValue(1);
    assertThat(page.totalPages()).hasValue(2);
    assertThat(page.items()).hasSize(1);
    assertThat(page.items().get(0).id()).isEqualTo(3);
    assertThat(page.items().get(0).unknownProperties())
        .containsOnlyKeys("Code", "CountryName", "Priority", "Symbol");
  }

  @Test
  void a_page_of_v2_has_no_envelope() {
    server.respondWith(sample("v2-page-bank-statements-2025.json"));

    var page = clientV2.numericSequences().list().page(1);

    assertThat(page.totalItems()).hasValue(1);
    assertThat(page.totalPages()).hasValue(2);
    assertThat(page.items()).extracting(sequence -> sequence.id()).containsExactly(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"token-client-credentials.json", "token-client-credentials-with-expiry.json"})
  void a_token_response_serves_several_calls(String token) {
    server.tokens(request -> sample(token)).respondWith(sample("v3-numeric-sequence.json"));

    client.numericSequences().get(1);
    client.numericSequences().get(1);

    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(server.requests())
        .extracting(ReceivedRequest::authorization)
        .allSatisfy(header -> assertThat(header).matches("Bearer (super-secret|eyJ0.*)"));
    ReceivedRequest request = server.tokenRequests().get(0);
    assertThat(request.form("grant_type")).isEqualTo("client_credentials");
    assertThat(request.form("application_id")).isEqualTo("stub-application");
    assertThat(request.form("client_id")).isEqualTo("stub-client");
    assertThat(request.form("client_secret")).isEqualTo("stub-secret");
  }

  @ParameterizedTest
  @MethodSource("agendaStates")
  void a_token_refused_for_the_state_of_the_agenda_is_a_matter_of_the_plan(String description) {
    server.tokens(
        request ->
            Reply.json(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"" + description + "\"}"));

    assertThatThrownBy(() -> client.numericSequences().get(1))
        .isInstanceOf(PlanLimitException.class)
        .hasMessageContaining(description);
    assertThat(server.requests()).isEmpty();
  }

  static List<String> agendaStates() {
    return Samples.text("samples/idoklad/token-error-descriptions.txt").lines().toList();
  }

  @Test
  void a_refused_token_is_about_the_credentials() {
    server.tokens(request -> Reply.json(400, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> client.numericSequences().get(1))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("invalid_client");
  }

  @Test
  void refusals_come_out_of_the_envelope_with_their_message() {
    server.respondWith(
        Reply.json(400, Samples.text("errors/idoklad/v3-error-400-envelope.json")),
        Reply.json(404, Samples.text("errors/idoklad/v3-error-404-envelope.json")));

    assertThatThrownBy(() -> client.numericSequences().get(1))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.providerMessage())
                    .isEqualTo("Required property 'Number' not found in JSON"));
    assertThatThrownBy(() -> client.numericSequences().get(1))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.providerMessage()).isEqualTo("IssuedInvoice with id 1 was not found.");
              assertThat(e.errorCode()).isEmpty();
            });
  }

  @Test
  void an_unknown_route_answers_without_an_envelope() {
    server.respondWith(
        Reply.json(404, Samples.text("errors/idoklad/v3-error-unknown-route-no-envelope.json")));

    assertThatThrownBy(() -> client.numericSequences().get(1))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.providerMessage()).startsWith("No HTTP resource was found"));
  }

  @Test
  void v2_says_not_found_as_plain_text() {
    server.respondWith(
        Reply.of(404, "text/plain", Samples.text("errors/idoklad/v2-error-404-body.txt")));

    assertThatThrownBy(() -> clientV2.numericSequences().get(1))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.providerMessage()).isEqualTo("Resource with id 1 was not found."));
  }

  private static Reply sample(String name) {
    return Reply.json(Samples.text("samples/idoklad/" + name));
  }
}
