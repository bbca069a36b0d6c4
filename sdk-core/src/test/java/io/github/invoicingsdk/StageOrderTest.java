package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Client;
import feign.Request;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.http.TestCalls;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order of the stages above the transport, which much of what the SDK promises rests on. */
class StageOrderTest {

  private final Map<String, List<String>> stages = new LinkedHashMap<>();

  @Test
  void a_call_passes_the_stages_in_the_order_that_was_decided() {
    try (InvoiceXpressClient client = invoiceXpress().build()) {
      client.sequences().get(7);
    }

    assertThat(stages)
        .containsExactly(
            Map.entry(
                "/sequences/7.json",
                List.of(
                    "CompletingStage",
                    "TranslatingStage",
                    "RetryingStage",
                    "ApiKeyStage",
                    "RateLimitingStage",
                    "BoundingStage")));
  }

  @Test
  void a_token_is_fetched_within_the_same_bounds_and_rate_limit() {
    String response =
        "{\"access_token\":\"token\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
            + "\"Data\":{\"Id\":7},\"IsSuccess\":true}";
    try (IdokladClient client =
        IdokladClient.builder()
            .clientCredentials(
                keys -> keys.applicationId("application").clientId("id").clientSecret("secret"))
            .unverifiedTransport(respondingWith(response))
            .build()) {
      client.numericSequences().get(7);
    }

    List<String> call =
        List.of("CompletingStage", "TranslatingStage", "RetryingStage", "BearerStage");
    List<String> anyRequest = List.of("RateLimitingStage", "BoundingStage");
    assertThat(stages)
        .containsExactly(
            // The call waits for its token, so that its own stages stand above.
            Map.entry("/server/v2/connect/token", concat(call, anyRequest)),
            Map.entry("/v3/NumericSequences/7", concat(call, anyRequest)));
  }

  @Test
  void without_a_rate_limit_its_stage_is_left_out() {
    try (InvoiceXpressClient client = invoiceXpress().unlimitedRate().build()) {
      client.sequences().get(7);
    }

    assertThat(stages.get("/sequences/7.json"))
        .containsSubsequence("ApiKeyStage", "BoundingStage")
        .doesNotContain("RateLimitingStage");
  }

  private InvoiceXpressClientBuilder invoiceXpress() {
    return InvoiceXpressClient.builder()
        .account("acme")
        .apiKey("key")
        .unverifiedTransport(respondingWith("{\"sequence\":{\"id\":7}}"));
  }

  private Client respondingWith(String body) {
    return (request, options) -> {
      stages.put(path(request), stagesOfThisThread());
      return TestCalls.response(request, 200, body);
    };
  }

  private static String path(Request request) {
    return URI.create(request.url()).getPath();
  }

  /** The outermost first. */
  private static List<String> stagesOfThisThread() {
    List<String> found = new ArrayList<>();
    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .forEach(
            frame -> {
              Class<?> type = frame.getDeclaringClass();
              if (frame.getMethodName().equals("execute") && isStage(type)) {
                found.add(0, type.getSimpleName());
              }
            });
    return found;
  }

  private static boolean isStage(Class<?> type) {
    return Stage.class.isAssignableFrom(type) && !type.isAnonymousClass() && !type.isHidden();
  }

  private static List<String> concat(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
