package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.invoicexpress.api.ClientsApi;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers in envelopes: a payload, or one of the exceptions that a call translates. */
class EnvelopeFuzzTest {

  /** One object, one of several by its id, a list, and an envelope that says how it went. */
  private static final List<AnswerCase> CASES =
      List.of(
          AnswerCase.invoiceXpress(ClientsApi.class, "findByCode", "code"),
          AnswerCase.invoiceXpress(SequencesApi.class, "get", 1L),
          AnswerCase.invoiceXpress(SequencesApi.class, "list"),
          AnswerCase.idoklad(NumericSequencesApi.class, "get", 1L, 2026));

  @FuzzTest(maxDuration = "10s")
  void any_answer_holds_a_payload_or_is_refused(byte[] body) {
    String json = new String(body, StandardCharsets.UTF_8);
    for (AnswerCase answer : CASES) {
      assertThat(answer.payload(json)).isEqualTo(answer.payload(json));
    }
  }
}
