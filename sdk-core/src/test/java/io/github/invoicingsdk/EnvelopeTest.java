package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.AccessDeniedException;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.PlanLimitException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads in all their wrappers, and responses of success that hold none. */
class EnvelopeTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient invoiceXpress = StubClients.invoiceXpress(server).build();
  private final IdokladClient idoklad = StubClients.idoklad(server).build();

  @AfterEach
  void close() {
    invoiceXpress.close();
    idoklad.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sequence\":{\"id\":7}}",
        "{\"sequences\":{\"id\":7}}",
        "{\"sequences\":[{\"id\":7}]}",
        "{\"sequence\":[{\"id\":7}]}",
        "{\"sequences\":[{\"id\":6},{\"id\":7},{\"id\":8}]}",
        "{\"sequences\":[{\"id\":6},{\"id\":\"7\"}]}",
        "{\"sequence\":{\"id\":\"7\"}}",
        "{\"sequence\":{\"id\":7.0}}",
        "{\"sequence\":{\"id\":7,\"parent\":{\"id\":6}}}",
        "{\"id\":6,\"sequence\":{\"id\":7}}",
        "{\"sequence\":null,\"sequences\":[{\"id\":7}]}",
        "{\"other\":[{\"id\":1}],\"sequence\":{\"id\":7},\"more\":null}"
      })
  void the_sequence_is_found_in_every_known_wrapper(String response) {
    server.respondWith(Reply.json(response));

    assertThat(invoiceXpress.sequences().get(7).id()).isEqualTo(7);
    assertThat(invoiceXpress.sequences().register(7).id()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sequences\":[{\"id\":6},{\"id\":8}]}",
        "{\"sequences\":[{\"id\":7},{\"id\":7}]}",
        "{\"sequences\":[{\"id\":8}]}",
        "{\"sequence\":{\"id\":8}}",
        "{\"sequences\":{\"id\":\"8\"}}",
        "{\"sequence\":{\"id\":70}}",
        "{\"sequence\":{\"id\":7},\"sequences\":{\"id\":8}}",
        "{\"sequences\":[{},{}]}",
        "{\"sequence\":{}}",
        "{\"sequence\":{\"serie\":\"2026\"}}",
        "{\"sequence\":{\"id\":null,\"serie\":\"2026\"}}",
        "{\"sequence\":{\"id\":\"\",\"serie\":\"2026\"}}",
        "{\"sequences\":{\"serie\":\"2026\"}}",
        "{\"sequences\":[{\"serie\":\"2026\"}]}",
        "{\"sequences\":[{\"id\":null},{\"id\":6}]}",
        "{\"sequences\":[]}",
        "{\"sequences\":[null]}",
        "{\"sequence\":null}",
        "{\"sequence\":\"7\"}",
        "{\"sequence\":7}",
        "{\"sequence\":true}",
        "{}",
        "{\"data\":{\"id\":7}}",
        "[{\"id\":7}]",
        "null",
        "\"sequence\"",
        "7",
        "",
        " \n",
        "{\"sequence\":{\"id\":\"seven\"}}",
        "{\"sequence\":{\"id\":7.5}}",
        "{\"sequence\":{\"id\":[7]}}",
        "{\"sequence\":{\"id\":true}}",
        "{\"sequence\":{\"id\":99999999999999999999}}",
        "{\"sequence\":{\"id\":NaN}}",
        "{\"sequence\":{\"id\":7,\"current_invoice_number\":\"many\"}}",
        "{\"sequence\":{\"id\":7,\"current_invoice_number\":{}}}",
        "{\"sequence\":{\"id\":7}",
        "{\"sequence\":{\"id\":7}}}",
        "{\"sequence\":{\"id\":7,\"default_sequence\":yes}}",
        "{\"sequence\":{\"id\":7}} trailing",
        "{\"sequence\":{\"id\":7}}{}",
        "{\"sequence\":{\"id\":7,}}",
        "{'sequence':{'id':7}}",
        "{sequence:{id:7}}",
        "{\"sequence\":{\"id\":7}} // comment",
        "<html></html>"
      })
  void what_holds_no_single_sequence_is_a_decoding_error(String response) {
    server.respondWith(Reply.json(response));

    assertThatThrownBy(() -> invoiceXpress.sequences().register(7))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.status()).hasValue(200);
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            });
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\tb | a\tb",
        "a\\ud83d | a\ud83d",
        "a\\ud83d\\ude00 | a\ud83d\ude00",
        "a\u0001 | a\u0001"
      })
  void a_text_with_a_character_that_json_forbids_does_not_make_a_response_unreadable(
      String sent, String read) {
    server.respondWith(Reply.json("{\"sequence\":{\"id\":7,\"serie\":\"" + sent + "\"}}"));

    assertThat(invoiceXpress.sequences().get(7).serie()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"client\":[{\"name\":\"Ana\"}]}",
        "{\"client\":{\"name\":\"Ana\"}}",
        "{\"client\":{\"id\":null,\"name\":\"Ana\"}}"
      })
  void a_client_that_states_no_id_is_taken_as_the_one_asked_for(String response) {
    server.respondWith(Reply.json(response));

    assertThat(invoiceXpress.clients().get(7).name()).isEqualTo("Ana");
  }

  @Test
  void a_sequence_with_another_id_is_refused_with_both_ids_and_the_place() {
    server.respondWith(Reply.json("{\"sequence\":{\"serie\":\"2026\",\"id\":146090}}"));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(146110))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> {
              assertThat(e).hasMessageContaining("146110").hasMessageContaining("146090");
              assertThat(e.path()).hasValue("$.sequence.id");
            });
  }

  @Test
  void a_member_that_stands_there_twice_is_not_resolved_silently() {
    server.respondWith(Reply.json("{\"sequence\":{\"id\":7},\"sequence\":{\"id\":8}}"));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(7))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void two_wrappers_with_different_sequences_are_not_resolved_silently() {
    server.respondWith(
        Reply.json("{\"sequence\":{\"id\":7},\"sequences\":[{\"id\":8},{\"id\":9}]}"));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(7))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void bytes_that_are_no_utf_8_are_noticed_instead_of_replaced() {
    byte[] latin1 =
        "{\"sequence\":{\"serie\":\"S\u00e9rie\"}}".getBytes(StandardCharsets.ISO_8859_1);
    server.respondWith(Reply.bytes(200, "application/json", latin1));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(7))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void a_replacement_character_that_was_really_sent_is_kept() {
    server.respondWith(Reply.json("{\"sequence\":{\"id\":7,\"serie\":\"\uFFFD\"}}"));

    assertThat(invoiceXpress.sequences().get(7).serie()).isEqualTo("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sequence\":{\"x\":%s}}", "{\"x\":%s}", "%s"})
  void deep_nesting_is_refused_without_a_stack_overflow(String shape) {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    server.respondWith(Reply.json(String.format(Locale.ROOT, shape, deep)));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(7))
        .isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "current_invoice_number", "default_sequence"})
  void a_number_of_ten_thousand_digits_is_refused(String member) {
    server.respondWith(
        Reply.json("{\"sequence\":{\"" + member + "\":" + "9".repeat(10_000) + "}}"));

    assertThatThrownBy(() -> invoiceXpress.sequences().get(7))
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.toString()).hasSizeLessThan(2_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"IsSuccess\":false,\"StatusCode\":409,\"ErrorCode\":123,\"Message\":\"m\"}; 409",
        "{\"IsSuccess\":false,\"StatusCode\":409,\"Data\":{\"Id\":1},\"Message\":\"m\"}; 409",
        "{\"Data\":null,\"IsSuccess\":false,\"StatusCode\":409,\"Message\":\"m\"}; 409",
        "{\"IsSuccess\":\"false\",\"StatusCode\":\"409\",\"Message\":[\"m\"]}; 409"
      })
  void a_refusal_with_status_200_is_the_refusal_that_its_envelope_states(
      String response, int status) {
    server.respondWith(Reply.json(response));

    assertThatThrownBy(
            () -> idoklad.numericSequences().patch(NumericSequencePatch.builder().id(1).build()))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.status()).isEqualTo(status);
              assertThat(e.providerMessage()).isEqualTo("m");
              if (response.contains("123")) {
                assertThat(e.is(NumericSequencesApi.PatchErrorCodes.NUMERIC_SEQUENCE_UNIQUENESS))
                    .isTrue();
              }
            });
  }

  @Test
  void a_refusal_with_status_200_and_nothing_but_a_code_has_the_status_that_the_operation_knows() {
    server.respondWith(refusal("\"ErrorCode\":123"));

    assertThatThrownBy(
            () -> idoklad.numericSequences().patch(NumericSequencePatch.builder().id(1L).build()))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.status()).isEqualTo(409);
              assertThat(e.is(NumericSequencesApi.PatchErrorCodes.NUMERIC_SEQUENCE_UNIQUENESS))
                  .isTrue();
            });
  }

  @Test
  void refusals_with_status_200_are_sorted_by_their_code() {
    server.respondWith(
        refusal("\"ErrorCode\":600"), refusal("\"ErrorCode\":420"), refusal("\"ErrorCode\":0"));

    assertRefused(PlanLimitException.class);
    assertRefused(AccessDeniedException.class);
    assertRefused(InvalidRequestException.class);
  }

  @Test
  void a_refusal_with_status_200_of_a_page_names_the_page() {
    server.respondWith(refusal("\"ErrorCode\":0"));

    assertThatThrownBy(() -> idoklad.numericSequences().list().page(3))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.page()).hasValue(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"IsSuccess\":true,\"Data\":null}",
        "{\"IsSuccess\":true}",
        "{\"IsSuccess\":3,\"Data\":{\"Id\":1}}",
        "{\"IsSuccess\":true,\"Data\":{\"Id\":\"x\"}}"
      })
  void success_without_a_payload_is_a_decoding_error(String response) {
    server.respondWith(Reply.json(response));

    assertThatThrownBy(() -> idoklad.numericSequences().get(1))
        .isInstanceOf(DecodingException.class);
  }

  private static Reply refusal(String code) {
    return Reply.json("{\"Data\":null,\"IsSuccess\":false,\"Message\":\"m\"," + code + "}");
  }

  private void assertRefused(Class<? extends ApiException> type) {
    assertThatThrownBy(() -> idoklad.numericSequences().get(1))
        .isInstanceOf(type)
        .hasMessageContaining("m");
  }
}
