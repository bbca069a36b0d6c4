package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdokladTokenTest {
  private static final String FORM =
      "grant_type=client_credentials&application_id=sandbox-application-id"
          + "&client_id=sandbox-client-id&client_secret=sandbox-client-secret&scope=idoklad_api";

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void issues_a_bearer_token_for_an_hour() {
    HttpResponse<String> response = http.tokenRequest(FORM);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject token = json(response);
    assertThat(token.get("expires_in").getAsInt()).isEqualTo(3600);
    assertThat(token.get("token_type").getAsString()).isEqualTo("Bearer");
    assertThat(list(token.get("access_token").getAsString())).isEqualTo(200);
    assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "&application_id=sandbox-application-id, '', invalid_request",
    "sandbox-application-id, other, invalid_client",
    "sandbox-client-id, other, invalid_client",
    "sandbox-client-secret, other, invalid_client",
    "client_credentials, password, unsupported_grant_type",
    "idoklad_api, other, invalid_scope"
  })
  void a_wrong_form_is_refused(String part, String instead, String error) {
    HttpResponse<String> response = http.tokenRequest(FORM.replace(part, instead));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("error").getAsString()).isEqualTo(error);
    assertThat(sandbox.idoklad().tokensIssued()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, AuthErrorCode(0) - Agenda has Free status.",
    "1, AuthErrorCode(1) - Agenda has NeedToDowngrade status.",
    "2, AuthErrorCode(2) - Agenda has Expired status.",
    "9, AuthErrorCode(9) - Agenda has Unknown status."
  })
  void an_agenda_without_the_right_plan_gets_no_token(int code, String description) {
    sandbox.idoklad().refuseTokens(code);

    HttpResponse<String> response = http.tokenRequest(FORM);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("error_description").getAsString()).isEqualTo(description);

    sandbox.idoklad().acceptTokens();
    assertThat(http.tokenRequest(FORM).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_expires_by_the_clock() {
    String token = http.token();

    clock.advance(Duration.ofSeconds(3599));
    assertThat(list(token)).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(list(token)).isEqualTo(401);
  }

  @Test
  void the_lifetime_can_be_chosen() {
    sandbox.idoklad().tokenLifetime(Duration.ofSeconds(90));

    assertThat(json(http.tokenRequest(FORM)).get("expires_in").getAsInt()).isEqualTo(90);
  }

  @Test
  void tokens_can_be_revoked() {
    String token = http.token();

    sandbox.idoklad().revokeTokens();

    assertThat(list(token)).isEqualTo(401);
    assertThat(list(http.token())).isEqualTo(200);
  }

  @Test
  void a_form_is_required() {
    HttpResponse<String> response =
        Http.send(
            Http.request(sandbox.idokladTokenUrl())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(http.tokenRequest("").statusCode()).isEqualTo(400);
  }

  private int list(String token) {
    return http.idoklad(sandbox.idokladUrl(), "GET", "/NumericSequences", null, token).statusCode();
  }
}
