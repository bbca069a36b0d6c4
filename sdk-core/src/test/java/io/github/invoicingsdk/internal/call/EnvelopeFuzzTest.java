package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.invoicexpress.api.ClientsApi;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Responses in envelopes: a payload, or one of the exceptions that a call translates. */
class EnvelopeFuzzTest {

  /** One object, one of several by its id, a list, and an envelope that says how it went. */
  private static final List<ResponseCase> CASES =
      List.of(
          ResponseCase.invoiceXpress(ClientsApi.class, "findByCode", "code"),
          ResponseCase.invoiceXpress(SequencesApi.class, "get", 1L),
          ResponseCase.invoiceXpress(SequencesApi.class, "list"),
          ResponseCase.idoklad(NumericSequencesApi.class, "get", 1L, 2026));

  @FuzzTest(maxDuration = "10s")
  void any_response_holds_a_payload_or_is_refused(byte[] body) {
    String json = new String(body, StandardCharsets.UTF_8);
    for (ResponseCase response : CASES) {
      assertThat(response.payload(json)).isEqualTo(response.payload(json));
    }
  }
}
