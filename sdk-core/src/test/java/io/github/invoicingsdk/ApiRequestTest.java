package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request that users write themselves may hold. */
class ApiRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "items.json",
        "https://evil.example/items.json",
        "//evil.example/items.json",
        "/\\evil.example/items.json",
        "@evil.example/items.json",
        "/user:MARK@evil.example/items.json",
        "/items//1.json",
        "/items.json?api_key=MARK",
        "/items.json#MARK",
        "/items.json MARK",
        "/items.json\r\nMARK: x",
        "/../items.json",
        "/items/..",
        "/./items.json",
        "/items/%2e%2E/x.json",
        "/items/.%2e",
        "/items/%252e%252e/x.json",
        "/items/..%2fx.json",
        "/items/..%5Cx.json",
        "/items/..%3Bx/y.json",
        "/items/%0d%0aMARK.json",
        "/items/%c0%ae%c0%ae/x.json",
        "/items/%zz.json",
        "/items/é.json",
        "/items;MARK/x.json"
      })
  void a_path_that_can_lead_elsewhere_is_refused_and_not_shown(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiRequest.get(path))
        .withMessageStartingWith("path ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MARK", "evil"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/items.json", "/items/a%2Fb.json", "/a+b/c:d,e~f_g.json", "/a..b/...json"})
  void every_other_path_is_allowed(String path) {
    assertThat(ApiRequest.post(path).path()).isEqualTo(path);
  }

  @Test
  void each_method_returns_another_request() {
    ApiRequest bare = ApiRequest.put("/items/1.json");
    ApiRequest full =
        bare.query("type[]", "a").query("type[]", "b").header("X-A", "1").json("{}").repeatable();

    assertThat(bare).isEqualTo(ApiRequest.put("/items/1.json")).isNotEqualTo(full);
    assertThat(bare.query()).isEmpty();
    assertThat(bare.isRepeatable()).isFalse();
    assertThat(full.method()).isEqualTo("PUT");
    assertThat(full.query()).isEqualTo(Map.of("type[]", List.of("a", "b")));
    assertThat(full.headers()).containsEntry("x-a", "1");
    assertThat(full.body()).hasValue("{}");
    assertThat(full.isRepeatable()).isTrue();
    assertThat(full).hasSameHashCodeAs(full.header("x-a", "1"));
  }

  @Test
  void only_reading_is_repeatable_by_itself() {
    assertThat(ApiRequest.get("/a").isRepeatable()).isTrue();
    assertThat(
            List.of(
                ApiRequest.post("/a"),
                ApiRequest.put("/a"),
                ApiRequest.patch("/a"),
                ApiRequest.delete("/a")))
        .noneMatch(ApiRequest::isRepeatable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nb", "a\u0000", "\uD800"})
  void what_is_no_name_of_a_parameter_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get("/a").query(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARK\r\n", "MARK\u0000", "MARK\uDC00"})
  void a_value_that_cannot_be_sent_is_refused_and_not_shown(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiRequest.get("/a").query("q", value))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MARK"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "HOST",
        "content-length",
        "Cookie",
        "cookie2",
        "Proxy-Authorization",
        "Transfer-Encoding",
        "X\r\nY"
      })
  void a_header_that_the_sdk_decides_or_that_carries_credentials_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get("/a").header(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"MARK\":", "{} {}", "{\"a\":\"MARK\uD800\"}", "MARK", "NaN"})
  void what_is_no_json_is_refused_and_not_shown(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiRequest.post("/a").json(json))
        .satisfies(e -> assertThat(e.getMessage()).contains("json").doesNotContain("MARK"));
  }

  @Test
  void a_get_has_no_body() {
    assertThatThrownBy(() -> ApiRequest.get("/a").json("{}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("query");
  }

  @Test
  void a_model_is_a_body() {
    assertThat(ApiRequest.post("/a").json(NewSequence.builder().serie("2026").build()).body())
        .hasValue("{\"serie\":\"2026\"}");
  }

  @Test
  void a_request_shows_method_and_path_alone() {
    assertThat(
            ApiRequest.post("/a").query("q", "MARK").header("X-A", "MARK").json("{\"a\":\"MARK\"}"))
        .hasToString("ApiRequest{POST /a}");
  }

  @Test
  void a_response_gives_its_body_as_text_and_as_json() {
    RawResponse raw = response("{\"n\":10000000000000000000.10,\"t\":\"é\"}", "application/json");

    assertThat(raw.text()).contains("é");
    assertThat(raw.json().getAsJsonObject().get("n").getAsBigDecimal())
        .isEqualTo("10000000000000000000.10");
  }

  @Test
  void the_charset_of_a_response_is_that_of_its_type() {
    RawResponse raw =
        new RawResponse(
            200,
            Map.of("content-type", List.of("text/plain; charset=ISO-8859-1")),
            new byte[] {(byte) 0xE9});

    assertThat(raw.text()).isEqualTo("é");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"a\":1", "null", "{} {}"})
  void a_response_that_is_no_json_says_so(String body) {
    assertThatThrownBy(() -> response(body, "text/html").json())
        .isInstanceOf(JsonParseException.class);
  }

  private static RawResponse response(String body, String type) {
    return new RawResponse(
        200, Map.of("Content-Type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
  }
}
