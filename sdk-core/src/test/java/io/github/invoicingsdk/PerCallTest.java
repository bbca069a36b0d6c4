package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single calls can be given, and what they can be asked for. */
@Timeout(60)
class PerCallTest {

  private static final String SEQUENCE = "{\"sequence\":{\"id\":7}}";

  private final RawServer server =
      RawServer.respondingWith(
          RawServer.response(
              200,
              SEQUENCE.getBytes(StandardCharsets.UTF_8),
              "X-Request-Id: one",
              "X-Two: a",
              "X-Two: b"),
          RawServer.json(200, SEQUENCE),
          RawServer.json(404, "{}"));
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder().baseUrl(URI.create(server.url(""))).apiKey("key").build();

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void a_header_and_a_language_go_with_the_calls_of_one_view_and_no_other() {
    CallOptions options =
        CallOptions.defaults().toBuilder()
            .header("X-Trace", "t-1")
            .language(Locale.forLanguageTag("cs-CZ"))
            .build();

    client.with(options).sequences().get(7);
    client.sequences().get(7);

    assertThat(server.requests().get(0).header("X-Trace")).containsExactly("t-1");
    assertThat(server.requests().get(0).header("Accept-Language")).containsExactly("cs-CZ");
    assertThat(server.requests().get(1).header("X-Trace")).isEmpty();
    assertThat(server.requests().get(1).header("Accept-Language")).isEmpty();
    // The view has sent its request over the same connection.
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_header_goes_with_an_asynchronous_call() {
    CallOptions options = CallOptions.defaults().toBuilder().header("X-Trace", "t-1").build();

    client.with(options).async().sequences().get(7).join();

    assertThat(server.requests().get(0).header("x-trace")).containsExactly("t-1");
  }

  @Test
  void a_header_does_not_go_to_the_token_endpoint() throws Exception {
    CallOptions options = CallOptions.defaults().toBuilder().header("X-Trace", "t-1").build();
    try (RawServer tokens =
            RawServer.respondingWith(
                RawServer.json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        RawServer api =
            RawServer.respondingWith(
                RawServer.json(200, "{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
        IdokladClient idoklad =
            IdokladClient.builder()
                .baseUrl(URI.create(api.url("")))
                .tokenUrl(URI.create(tokens.url("/token")))
                .clientCredentials(
                    keys ->
                        keys.applicationId("application").clientId("client").clientSecret("secret"))
                .options(options)
                .build()) {
      idoklad.numericSequences().get(7);

      assertThat(api.requests().get(0).header("X-Trace")).containsExactly("t-1");
      assertThat(tokens.requests().get(0).header("X-Trace")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization", "host", "Content-Length", "ACCEPT", "Transfer-Encoding", "Te"})
  void a_header_that_the_sdk_decides_is_refused(String name) {
    assertThatThrownBy(() -> CallOptions.defaults().toBuilder().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Y", "X:Y", "X\r\nY", "Größe"})
  void what_is_no_name_of_a_header_is_refused(String name) {
    assertThatThrownBy(() -> CallOptions.defaults().toBuilder().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "MARK\r\nX: y", "MARK\n", "MARK\u0000", " MARK", "MARKé"})
  void a_value_that_a_header_must_not_have_is_refused_and_not_shown(String value) {
    assertThatThrownBy(() -> CallOptions.defaults().toBuilder().header("X-Trace", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X-Trace")
        .hasMessageNotContaining("MARK");
  }

  @Test
  void options_show_names_of_headers_and_no_values() {
    CallOptions options = CallOptions.defaults().toBuilder().header("X-Key", "MARK").build();

    assertThat(options.toString()).contains("X-Key").doesNotContain("MARK");
    assertThat(options.toBuilder().build()).isEqualTo(options).hasSameHashCodeAs(options);
    assertThat(options).isNotEqualTo(CallOptions.defaults());
    assertThat(options.headers()).containsEntry("x-key", "MARK");
  }

  @ParameterizedTest
  @CsvSource({"en-US,en-US", "sk-SK,sk-SK", "de,de"})
  void a_language_is_a_tag(String tag, String expected) {
    assertThat(
            CallOptions.defaults().toBuilder()
                .language(Locale.forLanguageTag(tag))
                .build()
                .headers())
        .containsEntry("Accept-Language", expected);
  }

  @Test
  void no_language_is_refused() {
    assertThatThrownBy(() -> CallOptions.defaults().toBuilder().language(Locale.ROOT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("language");
  }

  @Test
  void a_call_can_be_asked_for_its_response_as_it_came() {
    var response = client.withResponse(c -> c.sequences().get(7));

    assertThat(response.value().id()).isEqualTo(7);
    RawResponse raw = response.raw();
    assertThat(raw.status()).isEqualTo(200);
    assertThat(new String(raw.body(), StandardCharsets.UTF_8)).isEqualTo(SEQUENCE);
    assertThat(raw.header("x-request-ID")).hasValue("one");
    assertThat(raw.headers()).containsEntry("X-TWO", List.of("a", "b"));
    assertThat(raw.header("none")).isEmpty();
    assertThat(raw).hasToString("RawResponse{status=200, " + SEQUENCE.length() + " bytes}");
  }

  @Test
  void whoever_wants_all_responses_gets_them_beside_the_one_of_a_call() {
    List<Integer> statuses = new ArrayList<>();
    InvoiceXpressClient view =
        client.with(
            CallOptions.defaults().toBuilder()
                .onResponse(raw -> statuses.add(raw.status()))
                .build());

    view.withResponse(c -> c.sequences().get(7));
    view.async().sequences().get(7).join();

    assertThat(statuses).containsExactly(200, 200);
  }

  @Test
  void a_call_that_fails_has_its_response_in_the_exception() {
    client.sequences().get(7);
    client.sequences().get(7);

    assertThatThrownBy(() -> client.withResponse(c -> c.sequences().get(7)))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void a_function_that_only_prepares_a_call_has_no_response() {
    assertThatThrownBy(() -> client.withResponse(c -> c.clients().list()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside the function");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_raw_response_cannot_be_changed() {
    byte[] body = {1, 2};
    RawResponse raw = new RawResponse(200, Map.of("A", List.of("b")), body);
    body[0] = 9;
    raw.body()[1] = 9;

    assertThat(raw.body()).containsExactly(1, 2);
    assertThatThrownBy(() -> raw.headers().put("C", List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
