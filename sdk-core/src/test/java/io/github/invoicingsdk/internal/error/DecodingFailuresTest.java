package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import feign.Request.HttpMethod;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.Provider;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingFailuresTest {

  private final ErrorTranslator translator =
      new ErrorTranslator(new Redactor(List.of("the-secret")), Failures.TIME);

  private DecodingException unreadable(String body, Throwable cause) {
    return translator.unreadable(
        Failures.context(Provider.IDOKLAD, "getNumericSequence"),
        Failures.request(HttpMethod.GET, "https://h/1"),
        200,
        Failures.headers("Content-Type", "application/json", "Set-Cookie", "a=b"),
        body.getBytes(StandardCharsets.UTF_8),
        cause);
  }

  private static JsonParseException gsonFailure(String body) {
    try {
      Object unused = new Gson().fromJson(body, new TypeToken<Map<String, List<Integer>>>() {});
    } catch (JsonParseException e) {
      return e;
    }
    throw new AssertionError("Gson can read " + body);
  }

  @Test
  void the_place_of_the_problem_is_shown() {
    String body = "{\n \"a\":[1,\n  2,{}]}";

    DecodingException exception = unreadable(body, gsonFailure(body));

    assertThat(exception.status()).hasValue(200);
    assertThat(exception.path()).contains("$.a[2]");
    assertThat(exception.line()).hasValue(3);
    assertThat(exception.column().orElseThrow()).isPositive();
    assertThat(exception.excerpt()).isEqualTo("{ \"a\":[1, 2,{}]}");
    assertThat(exception.headers())
        .containsEntry("content-type", List.of("application/json"))
        .containsEntry("Set-Cookie", List.of("***"));
    assertThat(exception)
        .hasMessageStartingWith("iDoklad getNumericSequence: unreadable response with status 200: ")
        .hasMessageContaining(" at $.a[2] (line 3, column ")
        .hasMessageEndingWith(") in [{ \"a\":[1, 2,{}]}] - GET https://h/1 [errors#decoding]")
        .hasMessageNotContainingAny("java.lang", "github.com");
    assertThat(exception.mayHaveBeenProcessed()).isTrue();
  }

  @Test
  void a_long_body_is_cut_around_the_problem_and_secrets_are_masked_before_the_cut() {
    String body =
        "{\"a\":[" + "1,".repeat(500) + "],\"the-secret\":[7,\"HERE\"" + ",2".repeat(500) + "]}";
    // The trailing comma reads as null, so the problem is the text.
    DecodingException exception =
        unreadable(
            body, gsonFailure("{\"a\":[" + "1,".repeat(499) + "1],\"the-secret\":[7,\"HERE\"]}"));

    assertThat(exception.excerpt()).hasSizeBetween(100, 200).contains("HERE", "***");
    assertThat(exception.toString()).doesNotContain("the-secret");
    assertThat(exception.path()).contains("$.***[1]");
  }

  @Test
  void truncated_json_is_unreadable() {
    DecodingException exception = unreadable("{\"a\":[1,", gsonFailure("{\"a\":[1,"));

    assertThat(exception)
        .hasMessageContaining("End of input")
        .hasCauseInstanceOf(JsonParseException.class);
    assertThat(exception.excerpt()).isEqualTo("{\"a\":[1,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n"})
  void an_empty_body_is_named(String body) {
    assertThat(unreadable(body, new EOFException()))
        .hasMessageContaining("200: the body is empty - GET");
  }

  @Test
  void a_page_is_named_with_its_title() {
    String page = "<!doctype html>\n<html><head><title>Maintenance</title></head></html>";

    assertThat(unreadable(page, gsonFailure(page)))
        .hasMessageContaining(": a page instead of JSON: Maintenance");
    assertThat(unreadable("<html>", gsonFailure("<html>")))
        .hasMessageContaining(": a page instead of JSON")
        .hasMessageContaining("in [<html>]");
  }

  @Test
  void a_cause_without_text_is_named_by_its_type() {
    assertThat(unreadable("{}", new JsonParseException((String) null)))
        .hasMessageContaining("200: JsonParseException in [{}]");
  }

  @Test
  void a_place_outside_the_body_does_no_harm() {
    assertThat(
            unreadable("{}", new JsonParseException("x at line 90 column 999999 path $")).excerpt())
        .isEqualTo("{}");
  }
}
