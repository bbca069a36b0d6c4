package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PlanLimitException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.idoklad.model.DocumentNumber;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against the sandbox: what each operation sends, and what becomes of the response. */
class IdokladClientTest {

  private static final CallOptions AT_ONCE =
      CallOptions.defaults().toBuilder()
          .retry(RetryPolicy.defaults().toBuilder().firstDelay(Duration.ZERO).build())
          .build();

  private final Sandbox sandbox = Sandbox.start();
  private final IdokladClient client = client(sandbox.idokladCredentials());

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void walks_all_pages_with_one_token() {
    List<NumericSequence> sequences = client.numericSequences().list().stream().toList();

    assertThat(sequences).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(1);
  }

  @Test
  void filters_and_sorts() {
    List<NumericSequence> sequences =
        client
            .numericSequences()
            .list(
                q ->
                    q.filter(
                            f ->
                                f.documentType()
                                    .isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE)
                                    .and(f.isDefault().isEqualTo(true).or(f.id().anyOf(1, 2, 3))))
                        .sort(s -> s.id().descending()))
            .withPageSize(200)
            .stream()
            .toList();

    assertThat(sequences).isNotEmpty();
    assertThat(sequences)
        .extracting(NumericSequence::documentType)
        .containsOnly(NumericSequenceDocumentType.ISSUED_INVOICE);
    assertThat(last().queryParameter("filter"))
        .isEqualTo("((DocumentType~eq~0)~and~((IsDefault~eq~true)~or~(Id~ct~1,2,3)))");
    assertThat(last().queryParameter("sort")).isEqualTo("Id~Desc");
    assertThat(last().queryParameter("pageSize")).isEqualTo("200");
  }

  @Test
  void a_page_size_beyond_the_documented_one_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> client.numericSequences().list().withPageSize(201))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("201")
        .hasMessageContaining("200");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void returns_a_sequence_and_previews_its_next_number() {
    NumericSequence sequence = first();

    NumericSequence got = client.numericSequences().get(id(sequence));

    assertThat(got).isEqualTo(sequence);
    LocalDate date = LocalDate.of(2026, 11, 21);
    NumberFormat format = NumberFormat.parse(Objects.requireNonNull(got.numberFormat()));
    DocumentNumber next =
        Objects.requireNonNull(
            client
                .numericSequences()
                .documentNumbers(
                    Objects.requireNonNull(got.documentType()),
                    q -> q.date(date).numericSequenceId(id(sequence)))
                .unique());
    assertThat(next.documentNumber())
        .isEqualTo(format.preview(Objects.requireNonNull(got.lastNumber()), date));
  }

  @Test
  void a_document_type_stands_in_the_path_by_its_name() {
    for (NumericSequenceDocumentType type : NumericSequenceDocumentType.values()) {
      client.numericSequences().documentNumbers(type);

      assertThat(last().path())
          .endsWith("/NumericSequences/DocumentNumbers/" + type.providerName());
    }
    assertThat(NumericSequenceDocumentType.ISSUED_TAX_DOCUMENT.providerName())
        .isEqualTo("IssuedTaxDocument");
    assertThat(NumericSequenceDocumentType.values())
        .extracting(NumericSequenceDocumentType::providerName)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("([A-Z][a-z]+)+"));
  }

  @Test
  void a_document_type_without_a_known_name_stands_there_by_its_number() {
    NumericSequenceDocumentType added = NumericSequenceDocumentType.of(99);

    assertThatThrownBy(() -> client.numericSequences().documentNumbers(added))
        .isInstanceOf(InvalidRequestException.class);

    assertThat(last().path()).endsWith("/DocumentNumbers/99");
  }

  @Test
  void a_patch_changes_what_it_names_and_leaves_the_rest() {
    NumericSequence before = first();

    NumericSequence after =
        client
            .numericSequences()
            .patch(NumericSequencePatch.builder().id(id(before)).name("Invoices").build());

    assertThat(after.name()).isEqualTo("Invoices");
    assertThat(after.numberFormat()).isEqualTo(before.numberFormat());
    assertThat(after.year()).isEqualTo(before.year());
    assertThat(last().body()).isEqualTo("{\"Id\":" + before.id() + ",\"Name\":\"Invoices\"}");
  }

  @Test
  void a_patch_can_say_null() {
    long id = id(first());

    NumericSequence after =
        client.numericSequences().patch(NumericSequencePatch.builder().id(id).clearYear().build());

    assertThat(last().body()).isEqualTo("{\"Id\":" + id + ",\"Year\":null}");
    assertThat(after.year()).isNull();
    assertThat(after.explicitNulls()).contains("Year");
  }

  @Test
  void another_sequences_format_conflicts_with_a_typed_code() {
    List<NumericSequence> sequences = client.numericSequences().list().page(1).items();
    String taken = Objects.requireNonNull(sequences.get(1).numberFormat());

    assertThatThrownBy(
            () ->
                client
                    .numericSequences()
                    .patch(
                        NumericSequencePatch.builder()
                            .id(id(sequences.get(0)))
                            .numberFormat(taken)
                            .build()))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e ->
                assertThat(e.is(NumericSequencesApi.PatchErrorCodes.NUMERIC_SEQUENCE_UNIQUENESS))
                    .isTrue());
  }

  @Test
  void an_unknown_sequence_is_not_found() {
    assertThatThrownBy(() -> client.numericSequences().get(999_999))
        .isInstanceOfSatisfying(NotFoundException.class, e -> assertThat(e.errorCode()).isEmpty());
  }

  @Test
  void a_bad_format_is_refused_by_the_builder_and_by_the_provider() {
    assertThatThrownBy(() -> NumericSequencePatch.builder().numberFormat("FV{RR}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("numberFormat");
    assertThatThrownBy(
            () ->
                client
                    .numericSequences()
                    .patch(
                        NumericSequencePatch.builder()
                            .id(id(first()))
                            .numberFormat("MUCHTOOLONG{NNNN}")
                            .build()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_revoked_token_is_renewed_once() {
    first();
    sandbox.idoklad().revokeTokens();

    assertThat(first()).isNotNull();

    assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(2);
  }

  @Test
  void a_token_endpoint_that_fails_is_asked_again_even_for_a_write() {
    sandbox.faults().on("POST", ".*/token").times(2, Fault.response(CannedResponse.of(503)));

    NumericSequence after =
        client
            .with(AT_ONCE)
            .numericSequences()
            .patch(NumericSequencePatch.builder().id(1).name("Invoices").build());

    assertThat(after.name()).isEqualTo("Invoices");
  }

  @Test
  void a_write_without_a_token_was_certainly_not_processed() {
    sandbox.faults().on("POST", ".*/token").always(Fault.response(CannedResponse.of(500)));

    assertThatThrownBy(
            () ->
                client
                    .with(AT_ONCE)
                    .numericSequences()
                    .patch(NumericSequencePatch.builder().id(1).name("Invoices").build()))
        .isInstanceOfSatisfying(
            ServerException.class, e -> assertThat(e.mayHaveBeenProcessed()).isFalse())
        .hasMessageContaining("POST " + sandbox.idokladTokenUrl());
  }

  @Test
  void wrong_credentials_and_a_plan_without_the_api_are_told_apart() {
    IdokladCredentials right = sandbox.idokladCredentials();
    IdokladCredentials wrong =
        new IdokladCredentials(right.applicationId(), right.clientId(), "not-the-secret");
    try (IdokladClient other = client(wrong)) {
      assertThatThrownBy(() -> other.numericSequences().get(1))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("POST " + sandbox.idokladTokenUrl())
          .hasMessageNotContaining("not-the-secret");
    }
    sandbox.idoklad().refuseTokens(2);
    assertThatThrownBy(this::first)
        .isInstanceOf(PlanLimitException.class)
        .hasMessageContaining("Expired");
  }

  private NumericSequence first() {
    return client.numericSequences().list().page(1).items().get(0);
  }

  private static long id(NumericSequence sequence) {
    return Objects.requireNonNull(sequence.id());
  }

  private IdokladClient client(IdokladCredentials credentials) {
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

  private RecordedRequest last() {
    List<RecordedRequest> requests = sandbox.requests();
    return requests.get(requests.size() - 1);
  }
}
