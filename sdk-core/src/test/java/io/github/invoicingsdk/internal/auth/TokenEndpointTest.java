package io.github.invoicingsdk.internal.auth;

import static io.github.invoicingsdk.internal.http.TestCalls.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Client;
import feign.Request;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.BoundingStage;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.http.TestCalls;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.testing.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

  private static final URI ADDRESS = URI.create("https://identity.example/connect/token");
  private static final ClientCredentials CREDENTIALS =
      new ClientCredentials("app-1", "client&1", "MARKED+/=%& #č");

  private final Deadline deadline = Deadline.after(TestCalls.AMPLE, Clock.system());

  @Test
  void the_credentials_are_posted_as_a_form() throws Exception {
    List<Request> sent = new ArrayList<>();
    List<Request.Options> options = new ArrayList<>();

    endpoint(
            CREDENTIALS,
            (request, sentWith) -> {
              sent.add(request);
              options.add(sentWith);
              return response(request, 200, "{\"access_token\":\"T\"}");
            })
        .fetch(deadline);

    assertThat(sent.get(0).httpMethod()).isEqualTo(Request.HttpMethod.POST);
    assertThat(sent.get(0).url()).isEqualTo(ADDRESS.toString());
    assertThat(sent.get(0).headers().get("Content-Type"))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(new String(sent.get(0).body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "grant_type=client_credentials&application_id=app-1&client_id=client%261"
                + "&client_secret=MARKED%2B%2F%3D%25%26%20%23%C4%8D&scope=idoklad_api");
    assertThat(CallContext.of(options.get(0)).deadline()).isSameAs(deadline);
  }

  @Test
  void without_an_application_id_the_field_is_left_out() throws Exception {
    List<String> bodies = new ArrayList<>();

    endpoint(
            new ClientCredentials(null, "c", "s"),
            (request, options) -> {
              bodies.add(new String(request.body(), StandardCharsets.UTF_8));
              return response(request, 200, "{\"access_token\":\"T\"}");
            })
        .fetch(deadline);

    assertThat(bodies.get(0)).doesNotContain("application_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3600 | PT1H",
        "\"3600\" | PT1H",
        "3600.9 | PT1H",
        "1 | PT1S",
        "0 | PT5M",
        "-1 | PT5M",
        "0.5 | PT5M",
        "null | PT5M",
        "\"soon\" | PT5M",
        "\"NaN\" | PT5M",
        "\"\" | PT5M",
        "{\"a\":1} | PT5M",
        "[3600] | PT5M",
        "true | PT5M",
        "86400 | PT24H",
        "99999999999999999999999 | PT24H",
        "1e999999 | PT24H"
      })
  void the_lifetime_is_believed_where_it_makes_sense(String expiresIn, Duration lifetime)
      throws Exception {
    AccessToken token =
        respondingWith(200, "{\"expires_in\":" + expiresIn + ",\"access_token\":\"T\"}")
            .fetch(deadline);

    assertThat(token).isEqualTo(new AccessToken("T", lifetime));
  }

  @Test
  void an_absent_lifetime_and_unknown_members_do_no_harm() throws Exception {
    AccessToken token =
        respondingWith(
                200,
                "{\"scope\":[\"a\"],\"token_type\":\"bearer\",\"access_token\":\"T\","
                    + "\"error\":null}")
            .fetch(deadline);

    assertThat(token).isEqualTo(new AccessToken("T", Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"AuthErrorCode(0)\"}",
        "400 | ''",
        "401 | {\"error\":\"invalid_client\"}",
        "403 | <html>",
        "503 | <html>busy</html>",
        "302 | ''",
        "200 | {\"error\":\"invalid_grant\"}",
        "200 | ''"
      })
  void a_response_without_a_token_is_a_refusal_that_carries_it(int status, String body) {
    TokenRefusedException refused = refusal(status, body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    assertThat(refused.headers().get("content-TYPE")).containsExactly("application/json");
    assertThat(refused).hasMessageContaining("iDoklad").hasMessageContaining("status " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"token\":\"MARKED\"}",
        "{\"accessToken\":\"MARKED\",\"expires_in\":60}",
        "{\"data\":{\"access_token\":\"MARKED\"}}",
        "[{\"jwt\":\"MARKED\"}]",
        "<token><access_token>MARKED</access_token></token>",
        "<html>MARKED</html>",
        "\"MARKED\"",
        "MARKED",
        "null",
        "{\"a\":",
        "{} {}",
        "{\"access_token\":null}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":\"  \"}",
        "{\"access_token\":17}",
        "{\"access_token\":{\"MARKED\":1}}",
        "{\"access_token\":\"MARKED\\r\\nX-Injected: 1\"}",
        "{\"access_token\":\"MARKED-\u010d\"}",
        "{\"access_token\":\"MARKED\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"MARKED\",\"expires_in\":36",
        "{\"access_token\":\"MARKED\"} trailing",
      })
  void a_token_that_cannot_be_used_is_refused_and_withheld(String body) {
    TokenRefusedException refused = refusal(200, body);

    assertThat(refused.body()).isEmpty();
    assertThat(refused).hasMessageNotContaining("MARKED").hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 299})
  void a_token_in_any_success_is_taken(int status) throws Exception {
    AccessToken token = respondingWith(status, "{\"access_token\":\"T\"}").fetch(deadline);

    assertThat(token.value()).isEqualTo("T");
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300})
  void a_token_in_anything_but_a_success_is_not_taken(int status) {
    TokenRefusedException refused = refusal(status, "{\"access_token\":\"T\"}");

    assertThat(refused.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"!, !", "~, ~"})
  void a_token_may_have_every_visible_character(String token, String expected) throws Exception {
    assertThat(respondingWith(200, "{\"access_token\":\"" + token + "\"}").fetch(deadline).value())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\u007f"})
  void a_token_with_another_character_is_refused(String token) {
    assertThat(refusal(200, "{\"access_token\":\"" + token + "\"}").body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad secret MARKED+/=%& #č", "MARKED%2B%2F%3D%25%26%20%23%C4%8D"})
  void the_client_secret_that_a_response_echoes_is_masked(String body) {
    assertThat(new String(refusal(400, body).body(), StandardCharsets.UTF_8))
        .contains("***")
        .doesNotContain("MARKED");
  }

  @Test
  void of_a_success_that_tells_of_an_error_only_that_is_kept() {
    String body =
        "{\"error\":\"invalid_grant\",\"error_description\":\"no agenda\",\"jwt\":\"MARKED\"}";

    assertThat(refusal(200, body).body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"no agenda\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jwt\":\"eyJhbGciOi.eyJNQVJLRUQiOjF9.c2lnbmF0dXJl\"}",
        "<t>8f14e45fceea167a5a36dedd4bea2543</t>"
      })
  void what_looks_like_a_token_in_a_refusal_is_masked(String body) {
    assertThat(refusal(500, body).body())
        .asString(StandardCharsets.UTF_8)
        .contains("***")
        .doesNotContain("eyJ", "8f14");
  }

  @Test
  void a_token_is_fetched_through_the_lower_part_of_the_pipeline() throws Exception {
    try (JdkTransport transport = new JdkTransport(Duration.ofSeconds(10), 1000, null);
        RawServer server =
            RawServer.respondingWith(
                RawServer.json(200, "{\"access_token\":\"T\",\"expires_in\":60}"))) {
      TokenEndpoint endpoint =
          new TokenEndpoint(
              Provider.IDOKLAD,
              URI.create(server.url("/connect/token")),
              CREDENTIALS,
              "idoklad_api",
              "user-agent",
              Duration.ofSeconds(10),
              new BoundingStage(transport, 1000),
              Listeners.NONE);

      assertThat(endpoint.fetch(deadline)).isEqualTo(new AccessToken("T", Duration.ofMinutes(1)));
      assertThat(server.requests().get(0).line()).isEqualTo("POST /connect/token HTTP/1.1");
      assertThat(server.requests().get(0).body()).startsWith("grant_type=client_credentials&");
    }
  }

  @Test
  void an_address_with_a_query_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TokenEndpoint(
                    Provider.IDOKLAD,
                    URI.create("https://h/token?secret=MARKED"),
                    CREDENTIALS,
                    "idoklad_api",
                    "user-agent",
                    Duration.ofSeconds(1),
                    (request, options) -> response(request, 200, "{}"),
                    Listeners.NONE))
        .withMessageContaining("query")
        .withMessageNotContaining("MARKED");
  }

  @Test
  void credentials_and_tokens_show_no_secret() {
    assertThat(CREDENTIALS).hasToString("ClientCredentials[***]");
    assertThat(new AccessToken("MARKED", Duration.ofHours(1)))
        .hasToString("AccessToken[value=***, lifetime=PT1H]");
    assertThat(new TokenResponse("MARKED", "Bearer", 1.0).toString())
        .startsWith("TokenResponse")
        .doesNotContain("MARKED");
  }

  @Test
  void blank_credentials_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientCredentials(" ", "c", "s"))
        .withMessageContaining("applicationId is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientCredentials(null, "", "s"))
        .withMessageContaining("clientId is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientCredentials(null, "c", "\n"))
        .withMessageContaining("clientSecret is blank");
  }

  private TokenRefusedException refusal(int status, String body) {
    TokenRefusedException refused =
        catchThrowableOfType(
            TokenRefusedException.class, () -> respondingWith(status, body).fetch(deadline));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static TokenEndpoint respondingWith(int status, String body) {
    return endpoint(CREDENTIALS, (request, options) -> response(request, status, body));
  }

  private static TokenEndpoint endpoint(ClientCredentials credentials, Client client) {
    return new TokenEndpoint(
        Provider.IDOKLAD,
        ADDRESS,
        credentials,
        "idoklad_api",
        "user-agent",
        Duration.ofSeconds(10),
        client,
        Listeners.NONE);
  }
}
