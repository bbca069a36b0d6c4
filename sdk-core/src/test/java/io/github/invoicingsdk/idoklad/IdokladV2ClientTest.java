package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.idoklad.query.LegacySort;
import io.github.invoicingsdk.idokladv2.model.DocumentType;
import io.github.invoicingsdk.idokladv2.model.NumericSequence;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of the former API v2 against the sandbox. */
class IdokladV2ClientTest {

  private final Sandbox sandbox = Sandbox.start();
  private final IdokladV2Client client = client();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void asks_for_one_sequence_in_the_query() {
    NumericSequence sequence = client.numericSequences().get(6);

    assertThat(sequence.id()).isEqualTo(6);
    assertThat(last().path()).endsWith("/v2.0/NumericSequences");
    assertThat(last().rawQuery()).isEqualTo("id=6");
  }

  @Test
  void walks_all_pages() {
    List<NumericSequence> sequences =
        client.numericSequences().list().withPageSize(7).stream().toList();

    assertThat(sequences).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    assertThat(last().queryParameter("pagesize")).isEqualTo("7");
  }

  @Test
  void a_filter_brings_its_type_along() {
    List<NumericSequence> sequences =
        client
            .numericSequences()
            .list(
                q ->
                    q.filter(
                            f ->
                                LegacyFilter.anyOf(
                                    f.id().isEqualTo(6L),
                                    f.documentType().isEqualTo(DocumentType.CREDIT_NOTE)))
                        .sort(s -> LegacySort.of(s.id().descending())))
            .stream()
            .toList();

    assertThat(sequences).extracting(NumericSequence::id).contains(6L);
    assertThat(last().queryParameter("filter")).isEqualTo("Id~eq~6|DocumentType~eq~3");
    assertThat(last().queryParameter("filtertype")).isEqualTo("or");
    assertThat(last().queryParameter("sort")).isEqualTo("Id~desc");
  }

  @Test
  void an_unknown_sequence_is_not_found_with_a_plain_text() {
    assertThatThrownBy(() -> client.numericSequences().get(999_999))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.providerMessage()).contains("was not found"));
  }

  private IdokladV2Client client() {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladV2Client.builder()
        .baseUrl(sandbox.idokladV2Url())
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
    return Objects.requireNonNull(requests.get(requests.size() - 1));
  }
}
