package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import feign.Request;
import feign.Request.HttpMethod;
import io.github.invoicingsdk.error.AccessDeniedException;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PlanLimitException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.model.ErrorCode;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTranslatorTest {

  private static final CallContext INVOICEXPRESS =
      Failures.context(Provider.INVOICEXPRESS, "registerSequence");
  private static final CallContext IDOKLAD =
      Failures.context(Provider.IDOKLAD, "createNumericSequence");
  private static final Request PUT =
      Failures.request(
          HttpMethod.PUT,
          "https://acme.app.invoicexpress.com/sequences/42/register.json?api_key=secret");

  private final ErrorTranslator translator =
      new ErrorTranslator(new Redactor(List.of("secret")), Failures.TIME);

  private ApiException refused(CallContext context, int status, String body) {
    return translator.refused(context, PUT, status, Map.of(), utf8(body));
  }

  private ApiException refusal(String body) {
    return translator.refusal(IDOKLAD, PUT, 200, Map.of(), utf8(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String envelope(String message, int status, int code) {
    return "{\"Data\":null,\"IsSuccess\":false,\"Message\":\"%s\",\"StatusCode\":%d,\"ErrorCode\":%d}"
        .formatted(message, status, code);
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        arguments(400, InvalidRequestException.class),
        arguments(401, AuthenticationException.class),
        arguments(402, PlanLimitException.class),
        arguments(403, AccessDeniedException.class),
        arguments(404, NotFoundException.class),
        arguments(405, InvalidRequestException.class),
        arguments(406, InvalidRequestException.class),
        arguments(409, ConflictException.class),
        arguments(413, InvalidRequestException.class),
        arguments(415, InvalidRequestException.class),
        arguments(422, InvalidRequestException.class),
        arguments(429, RateLimitException.class),
        arguments(500, ServerException.class),
        arguments(503, ServerException.class),
        arguments(599, ServerException.class),
        arguments(100, UnexpectedResponseException.class),
        arguments(302, UnexpectedResponseException.class),
        arguments(304, UnexpectedResponseException.class),
        arguments(408, UnexpectedResponseException.class),
        arguments(418, UnexpectedResponseException.class),
        arguments(600, UnexpectedResponseException.class));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void the_status_decides_the_type(int status, Class<?> type) {
    for (CallContext context : List.of(INVOICEXPRESS, IDOKLAD)) {
      ApiException exception = refused(context, status, "");

      assertThat(exception).isExactlyInstanceOf(type).hasNoCause();
      assertThat(exception.status()).isEqualTo(status);
      assertThat(exception.body()).isEmpty();
      assertThat(exception.providerMessage()).isEmpty();
      assertThat(exception.errorCode()).isEmpty();
    }
  }

  @Test
  void a_known_code_is_typed_and_named_in_the_message() {
    byte[] body = Failures.sample("invoicexpress/docs-sequence-005-409.json");

    ApiException exception =
        translator.refused(INVOICEXPRESS, PUT, 409, Failures.headers("X-Request", "1"), body);

    assertThat(exception)
        .isInstanceOf(ConflictException.class)
        .hasMessage(
            "InvoiceXpress registerSequence: 409 005 ALL_REGISTERED (All sequences are registered.)"
                + " - PUT https://acme.app.invoicexpress.com/sequences/42/register.json?api_key=***"
                + " [errors#conflict]");
    assertThat(exception.errorCode()).contains(Failures.ALL_REGISTERED);
    assertThat(exception.is(Failures.ALL_REGISTERED)).isTrue();
    assertThat(exception.is(new ErrorCode(422, "005", null, null))).isFalse();
    assertThat(exception.is(Failures.NOT_UNIQUE)).isFalse();
    assertThat(exception.provider()).isEqualTo(Provider.INVOICEXPRESS);
    assertThat(exception.operation()).isEqualTo("registerSequence");
    assertThat(exception.body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
    assertThat(exception.headers().get("x-REQUEST")).containsExactly("1");
    assertThat(exception.url())
        .isEqualTo("https://acme.app.invoicexpress.com/sequences/42/register.json?api_key=***");
    assertThat(exception.mayHaveBeenProcessed()).isFalse();
  }

  @Test
  void an_unknown_code_is_kept() {
    ApiException exception =
        refused(INVOICEXPRESS, 422, "{\"errors\":{\"code\":\"099\",\"message\":\"New\"}}");

    assertThat(exception.errorCode()).contains(ErrorCode.unknown(422, "099"));
    assertThat(exception).hasMessageContaining(": 422 099 (New) - PUT ");
  }

  @Test
  void a_code_that_lost_its_zeros_is_found() {
    assertThat(refused(INVOICEXPRESS, 409, "{\"errors\":{\"code\":5}}").errorCode())
        .contains(Failures.ALL_REGISTERED);
    assertThat(refused(INVOICEXPRESS, 409, "{\"errors\":{\"code\":6}}").errorCode())
        .contains(ErrorCode.unknown(409, "6"));
  }

  @Test
  void the_meaning_of_a_code_stands_in_for_a_missing_text() {
    assertThat(refused(INVOICEXPRESS, 409, "{\"errors\":{\"code\":\"005\"}}"))
        .hasMessageContaining("409 005 ALL_REGISTERED (All sequences are registered.)");
  }

  @Test
  void page_and_number_of_requests_stand_in_the_message() {
    CallContext context =
        Failures.context(Provider.IDOKLAD, "listNumericSequences", OptionalInt.of(7));
    context.countAttempt();
    context.countAttempt();

    ApiException exception = refused(context, 500, "");

    assertThat(exception)
        .hasMessageEndingWith("api_key=***, page 7, after 2 requests [errors#server]");
    assertThat(exception.page()).hasValue(7);
    assertThat(exception.attempts()).isEqualTo(2);
  }

  @Test
  void field_errors_are_in_the_message_and_by_name() {
    ApiException exception =
        refused(INVOICEXPRESS, 422, "{\"name\":[\"is not available.\",\"is bad\"]}");

    assertThat(exception.fieldErrors())
        .isEqualTo(Map.of("name", List.of("is not available.", "is bad")));
    assertThat(exception.providerMessage()).isEqualTo("name: is not available.; name: is bad");
    assertThat(exception).hasMessageContaining("422 (name: is not available.; name: is bad)");
  }

  @ParameterizedTest
  @CsvSource({"400,600", "403,600", "402,0"})
  void idoklads_billing_is_a_limit_of_the_plan(int status, int code) {
    assertThat(refused(IDOKLAD, status, envelope("Pay", status, code)))
        .isInstanceOf(PlanLimitException.class);
  }

  @Test
  void idoklads_rights_of_the_user_are_a_matter_of_access() {
    assertThat(refused(IDOKLAD, 400, envelope("No", 400, 420)))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(refused(INVOICEXPRESS, 400, "{\"code\":\"420\"}"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void invoicexpress_quota_is_a_limit_of_the_plan() {
    String body =
        "{\"errors\":{\"error\":\"Document creation limit reached for the period from 1 to 2\"}}";

    assertThat(refused(INVOICEXPRESS, 422, body)).isInstanceOf(PlanLimitException.class);
    assertThat(refused(INVOICEXPRESS, 429, body)).isInstanceOf(RateLimitException.class);
    assertThat(refused(IDOKLAD, 422, body)).isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Document creation limit reached for the period from 2026-05-30 to 2026-06-30",
        "You have reached the document creation limit for the current period.",
        "Atingiu o limite de criação de documentos para o período de 2026-05-30 a 2026-06-30",
        "ATINGIU O LIMITE DE CRIAÇÃO DE DOCUMENTOS",
        "Atingiu o limite de criac\u0327a\u0303o de documentos",
        "Atingiu o limite de criacao de documentos"
      })
  void invoicexpress_quota_is_known_in_the_languages_whose_texts_were_seen(String text) {
    for (int status : new int[] {400, 403, 409, 422}) {
      assertThat(refused(INVOICEXPRESS, status, "{\"errors\":{\"error\":\"" + text + "\"}}"))
          .isInstanceOf(PlanLimitException.class);
    }
  }

  @Test
  void a_limit_of_the_plan_in_another_language_is_known_by_its_status() {
    String body = "{\"errors\":{\"error\":\"Ha alcanzado el límite\"}}";

    assertThat(refused(INVOICEXPRESS, 402, body)).isInstanceOf(PlanLimitException.class);
    assertThat(refused(INVOICEXPRESS, 422, body)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_typed_code_of_idoklad_is_found() {
    ApiException exception = refused(IDOKLAD, 409, envelope("Taken", 409, 123));

    assertThat(exception).isInstanceOf(ConflictException.class);
    assertThat(exception.is(Failures.NOT_UNIQUE)).isTrue();
    assertThat(refused(IDOKLAD, 400, envelope("Bad", 400, 0)).errorCode()).isEmpty();
  }

  static Stream<Arguments> refusalsInside() {
    return Stream.of(
        arguments(404, 0, NotFoundException.class, 404),
        arguments(409, 123, ConflictException.class, 409),
        arguments(200, 123, ConflictException.class, 409),
        arguments(100, 107, InvalidRequestException.class, 200),
        arguments(200, 0, InvalidRequestException.class, 200),
        arguments(200, 600, PlanLimitException.class, 200),
        arguments(200, 420, AccessDeniedException.class, 200),
        arguments(399, 0, InvalidRequestException.class, 200),
        arguments(400, 0, InvalidRequestException.class, 400),
        arguments(500, 500, ServerException.class, 500),
        arguments(500, 420, ServerException.class, 500),
        arguments(402, 0, PlanLimitException.class, 402),
        arguments(599, 0, ServerException.class, 599),
        arguments(600, 0, InvalidRequestException.class, 200));
  }

  @ParameterizedTest
  @MethodSource("refusalsInside")
  void a_refusal_inside_a_response_of_success_counts_by_what_stands_inside(
      int inside, int code, Class<?> type, int status) {
    ApiException exception = refusal(envelope("No", inside, code));

    assertThat(exception).isExactlyInstanceOf(type);
    assertThat(exception.status()).isEqualTo(status);
    assertThat(exception.providerMessage()).isEqualTo("No");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        200, 204, 400, 401, 403, 404, 405, 406, 407, 409, 410, 413, 415, 418, 422, 423, 451, 499
      })
  void a_refused_token_is_a_matter_of_the_credentials(int status) {
    ApiException exception =
        translator.tokenRefused(
            IDOKLAD, PUT, status, Map.of(), utf8("{\"error\":\"invalid_client\"}"));

    assertThat(exception).isInstanceOf(AuthenticationException.class);
    assertThat(exception.errorCode()).contains(ErrorCode.unknown(status, "invalid_client"));
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300})
  void a_token_endpoint_that_is_none_says_nothing_about_the_credentials(int status) {
    assertThat(translator.tokenRefused(IDOKLAD, PUT, status, Map.of(), utf8("")))
        .isInstanceOf(UnexpectedResponseException.class);
  }

  @Test
  void a_token_that_could_not_be_had_in_time_means_that_nothing_was_sent() {
    assertThat(
            translator.tokenUnavailable(IDOKLAD, PUT, new SocketTimeoutException("Read timed out")))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class, e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
  }

  @Test
  void a_body_is_read_in_the_encoding_that_its_headers_name() {
    byte[] body = "{\"errors\":{\"error\":\"não\"}}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            translator
                .refused(
                    INVOICEXPRESS,
                    PUT,
                    422,
                    Failures.headers(
                        "X-Other", "text/html; charset=UTF-16",
                        "content-TYPE", "application/json; charset=ISO-8859-1"),
                    body)
                .providerMessage())
        .isEqualTo("não");
  }

  @Test
  void a_token_endpoint_may_also_be_busy_or_down() {
    assertThat(translator.tokenRefused(IDOKLAD, PUT, 429, Map.of(), utf8("")))
        .isInstanceOf(RateLimitException.class);
    assertThat(translator.tokenRefused(IDOKLAD, PUT, 503, Map.of(), utf8("")))
        .isInstanceOf(ServerException.class);
    for (int status : new int[] {408, 425}) {
      assertThat(translator.tokenRefused(IDOKLAD, PUT, status, Map.of(), utf8("")))
          .isInstanceOf(UnexpectedResponseException.class);
    }
  }

  @Test
  void a_token_refused_for_the_agendas_state_is_a_limit_of_the_plan() {
    List<String> descriptions =
        new String(Failures.sample("idoklad/token-error-descriptions.txt"), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(descriptions).hasSize(3);
    for (String description : descriptions) {
      String body = "{\"error\":\"invalid_grant\",\"error_description\":\"" + description + "\"}";
      assertThat(translator.tokenRefused(IDOKLAD, PUT, 400, Map.of(), utf8(body)))
          .isInstanceOf(PlanLimitException.class)
          .hasMessageContaining("400 invalid_grant (" + description + ")");
    }
  }

  @Test
  void retry_after_is_read_for_busy_and_for_down() {
    Map<String, List<String>> headers = Failures.headers("retry-after", "30");

    assertThat(translator.refused(IDOKLAD, PUT, 429, headers, utf8("")))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
    assertThat(translator.refused(IDOKLAD, PUT, 503, headers, utf8("")))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> {
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(30));
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            });
    assertThat(refused(IDOKLAD, 503, "").mayHaveBeenProcessed()).isTrue();
    assertThat(refused(IDOKLAD, 429, ""))
        .isInstanceOfSatisfying(
            RateLimitException.class, e -> assertThat(e.retryAfter()).isEmpty());
  }

  @Test
  void a_redirect_shows_where_it_leads_without_secrets() {
    assertThat(
            translator.refused(
                INVOICEXPRESS,
                PUT,
                302,
                Failures.headers("location", "https://h/login?api_key=secret"),
                utf8("")))
        .hasMessageContaining("302 redirect to https://h/login?api_key=*** - PUT")
        .isInstanceOfSatisfying(
            UnexpectedResponseException.class,
            e -> {
              assertThat(e.location()).contains("https://h/login?api_key=***");
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            });
  }

  @Test
  void texts_of_the_provider_cannot_forge_lines_of_a_log() {
    ApiException exception =
        refused(
            INVOICEXPRESS,
            422,
            "{\"error\":\"a\\r\\nERROR forged \\u001b[31m \\u202e \\u2028 "
                + "x".repeat(3000)
                + "\"}");

    assertThat(exception.getMessage())
        .contains("(a ERROR forged \uFFFD[31m \uFFFD xxx")
        .hasSizeLessThan(800)
        .doesNotContain("\n", "\r", "\u001b", "\u202e", "\u2028");
    assertThat(exception.providerMessage()).hasSizeGreaterThan(3000).doesNotContain("\n", "\u001b");
  }

  @Test
  void a_call_without_request_has_no_url() {
    assertThat(translator.call(IDOKLAD, null).interrupted(false, null).url()).isNull();
  }
}
