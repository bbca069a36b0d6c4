package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.SpecValidator;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.idoklad.query.LegacySort;
import io.github.invoicingsdk.idokladv2.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation's request, and the sandbox's response to it, against the provider's spec. */
class RequestsMatchSpecTest {

  private final Sandbox sandbox = Sandbox.start();
  private final RecordingTransport transport = new RecordingTransport();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void invoicexpress_requests_and_responses_are_those_of_the_spec() {
    try (InvoiceXpressClient client = invoiceXpress(sandbox.invoiceXpressApiKey())) {
      client.sequences().list();
      client.sequences().get(146090);
      client.sequences().register(146110);
      client.sequences().setDefault(146110);
      client.sequences().create(NewSequence.builder().serie("2031").defaultSequence(true).build());
      client.sequences().create(NewSequence.builder().serie("Serie-2032").build());
      assertThat(client.clients().list().withPageSize(10)).hasSize(25);
      assertThat(client.clients().list()).hasSize(25);
      client.clients().get(Objects.requireNonNull(client.clients().findByCode("C7").id()));
      client.documents().pdf(9000001).await(Duration.ofMinutes(1));
      client.documents().pdf(9000001, q -> q.secondCopy(true)).poll();
      refused(() -> client.sequences().get(1));
      refused(() -> client.sequences().setDefault(1));
      refused(() -> client.sequences().register(1));
      refused(() -> client.sequences().register(146110));
      refused(() -> client.sequences().create(NewSequence.builder().serie("2031").build()));
      refused(() -> client.clients().get(1));
      refused(() -> client.clients().findByCode("a/b?c=d&e#f%20 +é\uD83D\uDE00"));
      refused(() -> client.documents().pdf(1).poll());
    }
    try (InvoiceXpressClient client = invoiceXpress("wrong")) {
      refused(() -> client.sequences().list());
      refused(() -> client.clients().list().page(1));
    }

    assertMatches(SpecValidator.of("invoicexpress", sandbox.invoiceXpressUrl().getPath()), 20);
  }

  @Test
  void idoklad_requests_and_responses_are_those_of_the_spec() {
    try (IdokladClient client = idoklad()) {
      var sequences = client.numericSequences();
      List<NumericSequence> all = sequences.list().stream().toList();
      sequences
          .list(
              q ->
                  q.filter(
                          f ->
                              f.documentType()
                                  .isEqualTo(NumericSequenceDocumentType.CREDIT_NOTE)
                                  .and(f.isDefault().isEqualTo(true).or(f.id().anyOf(1, 2))))
                      .sort(s -> s.id().descending()))
          .withPageSize(200)
          .page(1);
      long id = Objects.requireNonNull(all.get(0).id());
      sequences.get(id);
      sequences.get(id, q -> q.year(2026));
      sequences.patch(
          NumericSequencePatch.builder().id(id).name("Účty \"2\"").defaultSequence(true).build());
      sequences.patch(NumericSequencePatch.builder().id(id).lastNumber(7).clearYear().build());
      sequences.documentNumbers(
          NumericSequenceDocumentType.ISSUED_INVOICE,
          q -> q.date(LocalDate.of(2026, 1, 31)).documentSerialNumber(0).numericSequenceId(id));
      sequences.documentNumbers(NumericSequenceDocumentType.ISSUED_INVOICE);
      refused(() -> sequences.get(999_999));
      refused(() -> sequences.patch(NumericSequencePatch.builder().id(999_999).name("x").build()));
      refused(
          () ->
              sequences.patch(
                  NumericSequencePatch.builder()
                      .id(id)
                      .numberFormat(Objects.requireNonNull(all.get(1).numberFormat()))
                      .build()));
    }

    assertMatches(SpecValidator.of("idoklad", sandbox.idokladUrl().getPath()), 11);
  }

  @Test
  void idoklad_v2_requests_and_responses_are_those_of_the_spec() {
    try (IdokladV2Client client = idokladV2()) {
      var sequences = client.numericSequences();
      sequences.get(6);
      assertThat(sequences.list().withPageSize(7)).isNotEmpty();
      sequences
          .list(
              q ->
                  q.filter(
                          f ->
                              LegacyFilter.anyOf(
                                  f.id().isEqualTo(6L),
                                  f.documentType().isEqualTo(DocumentType.CREDIT_NOTE)))
                      .sort(s -> LegacySort.of(s.id().descending())))
          .page(1);
      refused(() -> sequences.get(999_999));
    }

    assertMatches(SpecValidator.ofIdokladV2(sandbox.idokladV2Url().getPath()), 4);
  }

  @Test
  void the_validator_finds_what_is_planted() {
    try (InvoiceXpressClient client = invoiceXpress(sandbox.invoiceXpressApiKey())) {
      client.sequences().create(NewSequence.builder().serie("2031").build());
      client.sequences().get(146090);
      assertThat(client.clients().list().page(1).items()).isNotEmpty();
    }
    SpecValidator spec = SpecValidator.of("invoicexpress", sandbox.invoiceXpressUrl().getPath());
    Exchange create = transport.exchanges().get(0);
    Exchange get = transport.exchanges().get(1);
    Exchange page = transport.exchanges().get(2);

    assertThat(spec.problems(withUrl(get, get.request().url().replace(".json", ".jsn"))))
        .singleElement()
        .asString()
        .contains("No API path found");
    assertThat(spec.problems(withUrl(get, get.request().url().replace("146090", "abc"))))
        .isNotEmpty();
    assertThat(spec.problems(withUrl(get, get.request().url().replace("api_key", "apikey"))))
        .isNotEmpty();
    assertThat(spec.problems(withUrl(page, page.request().url() + "&pages=1")))
        .singleElement()
        .asString()
        .contains("'pages' is unexpected");
    assertThat(spec.problems(withSent(create, "{\"sequence\":{\"serie\":[]}}"))).isNotEmpty();
    assertThat(spec.problems(withSent(create, "{\"sequence\":{\"name\":\"2031\"}}"))).isNotEmpty();
    assertThat(spec.problems(withResponse(page, "{\"clients\":{}}"))).isNotEmpty();
    assertThat(spec.problems(withStatus(get, 207))).isNotEmpty();
  }

  private void assertMatches(SpecValidator spec, int atLeast) {
    List<Exchange> exchanges =
        transport.exchanges().stream()
            .filter(exchange -> !exchange.uri().equals(sandbox.idokladTokenUrl()))
            .toList();
    assertThat(exchanges).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(exchanges).flatExtracting(spec::problems).isEmpty();
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ApiException.class);
  }

  private static Exchange withUrl(Exchange exchange, String url) {
    return with(exchange, url, exchange.sent());
  }

  private static Exchange withSent(Exchange exchange, String sent) {
    return with(exchange, exchange.request().url(), sent);
  }

  private static Exchange with(Exchange exchange, String url, String sent) {
    Request request =
        Request.create(
            exchange.request().httpMethod(),
            url,
            exchange.request().headers(),
            sent.getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            null);
    return new Exchange(
        request, exchange.options(), exchange.status(), exchange.headers(), exchange.body());
  }

  private static Exchange withResponse(Exchange exchange, String body) {
    return new Exchange(
        exchange.request(), exchange.options(), exchange.status(), exchange.headers(), body);
  }

  private static Exchange withStatus(Exchange exchange, int status) {
    return new Exchange(
        exchange.request(), exchange.options(), status, exchange.headers(), exchange.body());
  }

  private InvoiceXpressClient invoiceXpress(String apiKey) {
    return InvoiceXpressClient.builder()
        .baseUrl(sandbox.invoiceXpressUrl())
        .apiKey(apiKey)
        .unverifiedTransport(transport)
        .build();
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
        .unverifiedTransport(transport)
        .build();
  }

  private IdokladV2Client idokladV2() {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladV2Client.builder()
        .baseUrl(sandbox.idokladV2Url())
        .tokenUrl(sandbox.idokladTokenUrl())
        .clientCredentials(
            keys ->
                keys.applicationId(credentials.applicationId())
                    .clientId(credentials.clientId())
                    .clientSecret(credentials.clientSecret()))
        .unverifiedTransport(transport)
        .build();
  }
}
