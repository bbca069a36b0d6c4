package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladClientBuilder;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.util.Collection;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials that hold what ends a line or a value: they add nothing to a request. */
class CredentialsOnTheWireTest {

  private static final String MARK = "MARKED";

  private final StubServer server =
      StubServer.start().respondWith(Reply.json("{\"sequence\":{\"id\":7},\"Data\":{\"Id\":7}}"));
  private final RecordingTransport transport = new RecordingTransport();

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  static Stream<String> breaking() {
    return Stream.of(
        "a\nb",
        "a\rb",
        "a\r\nX-Injected: 1",
        "a\r\n\r\nGET / HTTP/1.1",
        "a\u0000b",
        "a\u0085b",
        "a\u2028b",
        "a\u010Ab",
        "a\tb");
  }

  static Stream<String> that_no_provider_gives_out() {
    return Stream.concat(
        breaking().filter(text -> !text.matches("[^\\p{Cntrl}\\u0085\\u2028]+")),
        Stream.of("a\uD83Db", "\uDE00", "a\uD83D"));
  }

  @ParameterizedTest
  @MethodSource("that_no_provider_gives_out")
  void control_characters_and_halves_of_pairs_are_refused_by_name_and_not_shown(String text) {
    InvoiceXpressClientBuilder invoiceXpress = InvoiceXpressClient.builder();
    IdokladClientBuilder idoklad = IdokladClient.builder();

    assertRefused("apiKey", () -> invoiceXpress.apiKey(MARK + text));
    assertRefused(
        "applicationId",
        () ->
            idoklad.clientCredentials(
                keys -> keys.applicationId(MARK + text).clientId("b").clientSecret("c")));
    assertRefused(
        "clientId",
        () ->
            idoklad.clientCredentials(
                keys -> keys.applicationId("a").clientId(MARK + text).clientSecret("c")));
    assertRefused(
        "clientSecret",
        () ->
            idoklad.clientCredentials(
                keys -> keys.applicationId("a").clientId("b").clientSecret(MARK + text)));
  }

  private static void assertRefused(String argument, ThrowingCallable setting) {
    Throwable failure = catchThrowable(setting);
    assertThat(failure)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(argument + " ");
    assertThat(LeakScan.of(failure)).noneMatch(text -> text.contains(MARK));
  }

  static Stream<String> unusual() {
    return Stream.of(
        "a\u010Ab", "a b", "a&page=2#x?y=z", "%0d%0aX-Injected: 1", "a+b%20c", "\u202Ea");
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void a_key_stays_the_value_of_its_parameter(String key) {
    try (InvoiceXpressClient client =
        StubClients.invoiceXpress(server).apiKey(key).unverifiedTransport(transport).build()) {
      client.sequences().get(7);
    }

    ReceivedRequest request = server.onlyRequest();
    assertThat(request.uri().getRawPath()).isEqualTo("/sequences/7.json");
    assertThat(request.uri().getRawQuery()).matches("api_key=[A-Za-z0-9%._~-]+");
    assertThat(request.query("api_key")).isEqualTo(key);
    assertThatHeadersAreClean();
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void credentials_stay_the_values_of_their_fields(String text) {
    try (IdokladClient client =
        StubClients.idoklad(server)
            .clientCredentials(
                keys ->
                    keys.applicationId("1" + text).clientId("2" + text).clientSecret("3" + text))
            .unverifiedTransport(transport)
            .build()) {
      client.numericSequences().get(7);
    }

    assertThat(server.tokenRequests()).hasSize(1);
    ReceivedRequest request = server.tokenRequests().get(0);
    assertThat(request.body()).matches("[A-Za-z0-9%._~=&-]+");
    assertThat(request.body().split("&", -1)).hasSize(5);
    assertThat(request.form("application_id")).isEqualTo("1" + text);
    assertThat(request.form("client_id")).isEqualTo("2" + text);
    assertThat(request.form("client_secret")).isEqualTo("3" + text);
    assertThatHeadersAreClean();
  }

  static Stream<String> tokens_that_no_header_holds() {
    return Stream.concat(breaking(), Stream.of("a b", " a", "a\n", "\u017E"));
  }

  @ParameterizedTest
  @MethodSource("tokens_that_no_header_holds")
  void a_token_that_no_header_holds_is_not_sent(String token) {
    server.tokens(request -> Reply.json("{\"access_token\":" + new JsonPrimitive(token) + "}"));
    try (IdokladClient client =
        StubClients.idoklad(server).unverifiedTransport(transport).build()) {
      Throwable failure = catchThrowable(() -> client.numericSequences().get(7));

      assertThat(failure).isInstanceOf(InvoicingException.class).hasMessageContaining("token");
    }

    assertThat(server.requests()).isEmpty();
  }

  private void assertThatHeadersAreClean() {
    assertThat(transport.exchanges()).isNotEmpty();
    for (Exchange exchange : transport.exchanges()) {
      assertThat(exchange.request().headers()).doesNotContainKey("X-Injected");
      assertThat(exchange.request().headers().values().stream().flatMap(Collection::stream))
          .allMatch(value -> value.matches("[ -~]+"));
    }
  }
}
