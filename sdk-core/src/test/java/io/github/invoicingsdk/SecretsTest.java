package io.github.invoicingsdk;

import static io.github.invoicingsdk.SecretCalls.ALL;
import static io.github.invoicingsdk.SecretCalls.API_KEY;
import static io.github.invoicingsdk.SecretCalls.CLIENT_SECRET;
import static io.github.invoicingsdk.SecretCalls.TOKEN;
import static io.github.invoicingsdk.SecretCalls.assertHidden;
import static io.github.invoicingsdk.SecretCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives every failure that the responses of a server can bring about with marked secrets, and
 * looks for the marks in whatever comes out.
 */
@Timeout(120)
class SecretsTest {

  private static final String ERROR =
      "{\"errors\":{\"code\":\"@JSON@\",\"error\":\"@JSON@\",\"@JSON@\":[\"@JSON@\"]},"
          + "\"error\":\"@JSON@\",\"error_description\":\"@JSON@\",\"Message\":\"@JSON@\"}";

  private final SecretCalls calls = SecretCalls.start();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void the_search_finds_a_secret_in_every_form_and_place() {
    for (MarkedSecret secret : ALL) {
      assertThat(secret.forms()).allSatisfy(form -> assertThat(secret.marksIn(form)).hasSize(2));
    }
    String form = QueryValue.encode(API_KEY.value());
    IOException deep = new IOException("x", new IOException("?api_key=" + form));
    deep.addSuppressed(new IOException(TOKEN.value()));
    List<String> exposed = LeakScan.of(new IllegalStateException("y", deep));
    assertThat(exposed).anySatisfy(text -> assertThat(API_KEY.marksIn(text)).isNotEmpty());
    assertThat(exposed).anySatisfy(text -> assertThat(TOKEN.marksIn(text)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        300, 301, 302, 303, 304, 307, 308, 399, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409,
        410, 413, 415, 422, 429, 499, 500, 502, 503, 504, 599
      })
  void refusals_that_echo_the_secrets_in_bodies_and_headers(int status) {
    calls.server().respond(request -> echoed(status, "application/json", ERROR, request));
    calls.everyCallFails();
    calls.server().respond(request -> echoed(status, "text/html", "<title>@RAW@</title>", request));
    calls.everyCallFails();
    calls.server().respond(request -> echoed(status, "text/plain", "@RAW@", request));
    calls.everyCallFails();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void responses_of_success_that_cannot_be_read(String body) {
    calls.server().respond(request -> echoed(200, "application/json", body, request));

    // What one API has to refuse may be a property that is not known in another.
    List<Throwable> failures =
        calls.calls(builder -> {}).stream()
            .flatMap(call -> Stream.ofNullable(catchThrowable(call)))
            .toList();
    assertThat(failures).hasSizeGreaterThanOrEqualTo(3);
    failures.forEach(failure -> assertHidden(LeakScan.of(failure)));
  }

  static Stream<String> unreadable() {
    String json = "\"@JSON@\"";
    return Stream.of(
        "",
        "@RAW@",
        "<html><title>@RAW@</title></html>",
        json,
        "[" + json + "]",
        "{" + json + ":{}}",
        "{\"sequence\":" + json + ",\"Data\":" + json + "}",
        "{\"sequence\":{\"id\":" + json + "},\"Data\":{\"Id\":" + json + "},\"Id\":" + json + "}",
        "{\"sequence\":{" + json + ":1,},\"Data\":{" + json + ":1,}," + json + "}",
        "{" + json + ":" + json + ",\"sequence\":{\"id\":7 \"serie\"},\"Data\":{\"Id\":7 \"Name\"}",
        "{\"api_key\":" + json + ",\"access_token\":" + json + ",",
        "{\"Data\":null,\"IsSuccess\":false,\"StatusCode\":400,\"Message\":" + json + "}",
        "{\"IsSuccess\":false,\"ErrorCode\":" + json + ",\"Message\":[" + json + "]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500, 503})
  void token_endpoints_that_refuse_and_echo_the_secret(int status) {
    calls.server().tokens(request -> echoed(status, "application/json", ERROR, request));
    calls.everyIdokladCallFails();
    calls.server().tokens(request -> echoed(status, "text/html", "@RAW@", request));
    calls.everyIdokladCallFails();
    calls.server().tokens(request -> echoed(status, "application/json", "", request));
    calls.everyIdokladCallFails();
  }

  @Test
  void a_token_that_no_header_can_carry() {
    MarkedSecret odd = new MarkedSecret("TokenMark", "\u017E\uD83D\uDD11");
    calls.server().tokens(request -> token(odd));
    calls.everyIdokladCallFails();
    MarkedSecret lines = new MarkedSecret("TokenMark", "\\r\\nX: y");
    calls
        .server()
        .tokens(
            request ->
                Reply.json("{\"access_token\":\"" + lines.value() + "\",\"expires_in\":60}"));
    calls.everyIdokladCallFails();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accessToken\":\"@JSON@\",\"expires_in\":60}",
        "{\"data\":{\"access_token\":\"@JSON@\"}}",
        "{\"jwt\":\"@JSON@\"}",
        "[\"@JSON@\"]",
        "\"@JSON@\"",
        "<r><access_token>@RAW@</access_token></r>",
        "<r><value>@RAW@</value></r>",
        "access_token=@RAW@&expires_in=60",
        "@RAW@"
      })
  void tokens_under_another_name_or_in_another_format(String body) {
    String response = MarkedSecret.fill(body, List.of(TOKEN));
    calls.server().tokens(request -> Reply.of(200, "application/json", response));
    calls.everyIdokladCallFails();
  }

  @Test
  void token_responses_that_break_off() {
    calls
        .server()
        .tokens(
            request ->
                Reply.json("{\"access_token\":\"" + TOKEN.inJson().get(0) + "\",\"expires_in\":"));

    calls.everyIdokladCallFails();
  }

  @Test
  void responses_that_are_too_large() {
    calls.server().respond(request -> echoed(200, "application/json", "@RAW@".repeat(10), request));

    calls.everyCallFails(builder -> builder.maxResponseBytes(200));
  }

  /** The response with the secrets of the client that asks in place of the marks. */
  private Reply echoed(int status, String contentType, String body, ReceivedRequest request) {
    List<MarkedSecret> known =
        request.query("api_key") != null
            ? List.of(API_KEY)
            : request.authorization() == null
                ? List.of(CLIENT_SECRET)
                : List.of(CLIENT_SECRET, TOKEN);
    String percent = QueryValue.encode(known.get(0).value());
    return Reply.of(status, contentType, MarkedSecret.fill(body, known))
        .with(
            "Location", calls.server().url() + "/elsewhere?next=" + percent + "&api_key=" + percent)
        .with("X-Request", request.uri() + " " + request.authorization())
        .with("Set-Cookie", "session=" + percent);
  }
}
