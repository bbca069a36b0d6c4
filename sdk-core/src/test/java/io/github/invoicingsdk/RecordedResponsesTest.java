package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.Samples;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationState;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.ClientLanguage;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses of InvoiceXpress as documented and as recorded in 2019, through the public API. */
class RecordedResponsesTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient client = StubClients.invoiceXpress(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_documented_get_stands_in_the_plural_member() {
    server.respondWith(sample("docs-get-200.json"));

    Sequence sequence = client.sequences().get(146090);

    assertThat(sequence.id()).isEqualTo(146090);
    assertThat(sequence.numberings()).containsOnlyKeys(SequenceDocumentType.values());
  }

  @Test
  void a_documented_list_holds_the_same_sequence_as_get() {
    server.respondWith(sample("docs-list-200.json"), sample("docs-get-200.json"));

    List<Sequence> sequences = client.sequences().list();

    assertThat(sequences).containsExactly(client.sequences().get(146090));
  }

  @Test
  void a_recorded_creation_has_a_number_for_a_name_and_no_validation_codes() {
    server.respondWith(
        Reply.json(201, Samples.text("samples/invoicexpress/recorded-create-201.json")));

    Sequence sequence =
        client
            .sequences()
            .create(NewSequence.builder().serie("2017").defaultSequence(true).build());

    assertThat(sequence.id()).isEqualTo(1424772);
    assertThat(sequence.serie()).isEqualTo("2017");
    assertThat(sequence.defaultSequence()).isFalse();
    SequenceDocumentType purchaseOrder = SequenceDocumentType.of("purchase_order");
    assertThat(purchaseOrder.recognized()).isFalse();
    assertThat(sequence.numberings()).hasSize(16).containsKey(purchaseOrder);
    Numberings numberings = Numberings.of(sequence);
    assertThat(numberings.get(purchaseOrder).sequenceId()).hasValue(1424782);
    assertThat(numberings.registrationState()).isEqualTo(RegistrationState.UNKNOWN);
  }

  @Test
  void what_is_sent_for_a_creation_is_the_documented_request() {
    server.respondWith(sample("recorded-create-201.json"));

    client.sequences().create(NewSequence.builder().serie("2023").defaultSequence(true).build());

    assertThat(JsonParser.parseString(server.onlyRequest().body()))
        .isEqualTo(
            JsonParser.parseString(Samples.text("samples/invoicexpress/docs-create-request.json")));
  }

  @Test
  void a_documented_client_has_numbers_in_quotes() {
    server.respondWith(sample("docs-client-200.json"));

    Client found = client.clients().get(1);

    assertThat(found.id()).isEqualTo(1);
    assertThat(found.sendOptions()).isEqualTo(1);
    assertThat(found.paymentDays()).isZero();
    assertThat(found.openAccountLink()).contains("/suppliers/1f7bba947948c50e");
    assertThat(found.toString()).doesNotContain("1f7bba947948c50e");
  }

  @ParameterizedTest
  @CsvSource({"recorded-client-get-200.json, 0", "recorded-client-create-201.json,"})
  void a_recorded_client_keeps_everything(String sample, Integer paymentDays) {
    server.respondWith(sample(sample));

    Client found = client.clients().findByCode("12345");

    assertThat(found.id()).isEqualTo(6212263);
    assertThat(found.language()).isEqualTo(ClientLanguage.PORTUGUESE);
    assertThat(found.address()).isEqualTo("Avenida da República, Lisboa");
    assertThat(found.paymentDays()).isEqualTo(paymentDays);
    assertThat(Objects.requireNonNull(found.preferredContact()).explicitNulls()).contains("mobile");
    assertThat(found.unknownProperties()).isEmpty();
  }

  @Test
  void a_documented_page_of_clients_is_the_last_one() {
    server.respondWith(sample("docs-clients-list-200.json"));

    // It is cut short: its total says 6. Read as a list, it would not add up.
    var page = client.clients().list().page(1);

    assertThat(page.items()).extracting(Client::code).containsExactly("12345");
    assertThat(page.isLast()).isTrue();
  }

  @Test
  void a_recorded_page_of_clients_is_the_whole_list() {
    server.respondWith(sample("recorded-clients-list-200-anonymised.json"));

    assertThat(client.clients().list()).hasSize(7);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_recorded_page_of_clients_keeps_nulls_and_empty_contacts() {
    String text = Samples.text("samples/invoicexpress/recorded-clients-list-200-anonymised.json");
    JsonObject page = JsonParser.parseString(text).getAsJsonObject();
    server.respondWith(Reply.json(text));

    var first = client.clients().list().page(1);

    assertThat(first.items()).hasSize(page.getAsJsonArray("clients").size());
    assertThat(first.totalItems())
        .hasValue(page.getAsJsonObject("pagination").get("total_entries").getAsLong());
    assertThat(first.totalPages())
        .hasValue(page.getAsJsonObject("pagination").get("total_pages").getAsInt());
    assertThat(first.items().get(0).language()).isNull();
    assertThat(first.items().get(0).explicitNulls()).contains("language", "city", "fax");
  }

  @Test
  void a_documented_pdf_is_a_relative_address() {
    server.respondWith(sample("docs-pdf-200.json"));

    assertThat(client.documents().pdf(1).poll()).hasValue(URI.create("url.pdf"));
  }

  @Test
  void a_pdf_that_is_accepted_with_a_body_is_not_there_yet() {
    server.respondWith(
        Reply.json(202, Samples.text("samples/invoicexpress/docs-202-generic-unused-schema.json")));

    assertThat(client.documents().pdf(1).poll()).isEmpty();
  }

  @Test
  void the_recorded_401_holds_an_array_and_says_the_same() {
    server.respondWith(Reply.json(401, Samples.text("errors/invoicexpress/recorded-401.json")));

    assertThatThrownBy(() -> client.clients().list().page(1))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> {
              assertThat(e.providerMessage()).isEqualTo("Invalid API key");
              assertThat(e.page()).hasValue(1);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "recorded-404-get-client.txt, application/json; charset=utf-8, ''",
    "recorded-404-get-tax-single-space.txt, application/json; charset=utf-8, ''",
    "recorded-404-html.html, text/html; charset=utf-8, The page you were looking for"
  })
  void a_recorded_404_without_json_is_still_not_found(
      String sample, String contentType, String message) {
    String body = Samples.text("errors/invoicexpress/" + sample);
    server.respondWith(Reply.of(404, contentType, body));

    assertThatThrownBy(() -> client.clients().get(0))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("getClient");
              assertThat(e.body()).isEqualTo(body);
              assertThat(e.errorCode()).isEmpty();
              assertThat(e.providerMessage()).startsWith(message);
            });
  }

  @Test
  void a_recorded_refusal_keeps_its_portuguese_letters() {
    server.respondWith(
        Reply.json(
            422, Samples.text("errors/invoicexpress/recorded-422-client-name-required-pt.json")));

    assertThatThrownBy(() -> client.clients().findByCode("x"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Nome é um campo obrigatório");
  }

  @ParameterizedTest
  @MethodSource("documentedCodes")
  void every_documented_code_has_a_name_of_its_own_operation(
      String operation, int status, String code, String message) {
    JsonObject errors = new JsonObject();
    errors.addProperty("code", code);
    errors.addProperty("message", message);
    JsonObject body = new JsonObject();
    body.add("errors", errors);
    server.respondWith(Reply.json(status, body.toString()));

    assertThatThrownBy(
            () -> {
              if (operation.equals("create")) {
                client.sequences().create(NewSequence.builder().serie("2027").build());
              } else {
                client.sequences().register(146090);
              }
            })
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.status()).isEqualTo(status);
              assertThat(e.providerMessage()).isEqualTo(message);
              assertThat(e.errorCode())
                  .hasValueSatisfying(
                      known -> {
                        assertThat(known.code()).isEqualTo(code);
                        assertThat(known.isKnown()).isTrue();
                      });
            });
    assertThat(server.requests()).extracting(ReceivedRequest::method).hasSize(1);
  }

  static Stream<Arguments> documentedCodes() {
    JsonObject operations =
        JsonParser.parseString(Samples.text("samples/invoicexpress/docs-sequence-error-codes.json"))
            .getAsJsonObject();
    return operations.entrySet().stream()
        .flatMap(
            operation ->
                operation.getValue().getAsJsonObject().entrySet().stream()
                    .flatMap(
                        status ->
                            status.getValue().getAsJsonObject().entrySet().stream()
                                .map(
                                    code ->
                                        Arguments.of(
                                            operation.getKey(),
                                            Integer.parseInt(status.getKey()),
                                            code.getKey(),
                                            code.getValue().getAsString()))));
  }

  private static Reply sample(String name) {
    return Reply.json(Samples.text("samples/invoicexpress/" + name));
  }
}
