package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.invoicexpress.api.ClientsApi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages of lists: items, or one of the exceptions that a call translates. */
class PageFuzzTest {

  private static final List<ResponseCase> CASES =
      List.of(
          ResponseCase.invoiceXpress(ClientsApi.class, "list"),
          ResponseCase.idoklad(NumericSequencesApi.class, "list", "", ""));

  @FuzzTest(maxDuration = "10s")
  void any_response_is_a_page_or_is_refused(byte[] body) {
    String json = new String(body, StandardCharsets.UTF_8);
    for (ResponseCase response : CASES) {
      response
          .page(3, json)
          .ifPresent(
              page -> {
                assertThat(page.number()).isEqualTo(3);
                assertThat(page.items()).doesNotContainNull();
                assertThat(response.page(3, json)).contains(page);
              });
    }
  }
}
