package io.github.invoicingsdk.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.internal.error.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a body that is shown. */
class BodyMaskTest {

  private static final String JSON = "application/json; charset=utf-8";

  private final BodyMask mask = new BodyMask(new Redactor(List.of("KNOWNSECRET")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key",
        "access_token",
        "refresh_token",
        "client_secret",
        "password",
        "at_password",
        "at_subuser",
        "email",
        "Email",
        "fiscal_id",
        "VatIdentificationNumber",
        "IdentificationNumber",
        "VatIdentificationNumberSk",
        "Iban",
        "phone",
        "permalink",
        "open_account_link",
        "pdfUrl",
        "E-Mail"
      })
  void a_member_whose_name_tells_is_masked_whatever_it_holds(String name) {
    assertThat(json("{\"a\":1,\"%s\":\"MARK\",\"b\":[true,null]}".formatted(name)))
        .isEqualTo("{\"a\":1,\"%s\":\"***\",\"b\":[true,null]}".formatted(name));
    assertThat(json("{\"%s\":{\"x\":[\"MARK\"]}}".formatted(name)))
        .isEqualTo("{\"%s\":\"***\"}".formatted(name));
    assertThat(json("{\"%s\":[912345678]}".formatted(name)))
        .isEqualTo("{\"%s\":\"***\"}".formatted(name));
    assertThat(json("{\"%s\":null}".formatted(name))).isEqualTo("{\"%s\":null}".formatted(name));
  }

  @ParameterizedTest
  @CsvSource({
    "write to ana.silva@example.pt now, write to *** now",
    "Fiscal id 508025338 is invalid, Fiscal id *** is invalid",
    "number 508025339 is none, number 508025339 is none",
    "PT508025338, ***",
    "CZ12345678 and SK1234567890, *** and ***",
    "KNOWNSECRET!, ***!",
    "order 4711/2026, order 4711/2026"
  })
  void texts_lose_what_identifies_somebody(String text, String expected) {
    assertThat(json("{\"message\":\"" + text + "\"}"))
        .isEqualTo("{\"message\":\"" + expected + "\"}");
  }

  @Test
  void numbers_are_shown_as_they_came() {
    assertThat(json("[1.50,1e400,123456789012345678901234567890]"))
        .isEqualTo("[1.50,1e400,123456789012345678901234567890]");
  }

  @Test
  void of_a_form_only_the_names_are_left() {
    assertThat(
            text(
                "application/x-www-form-urlencoded", "grant_type=client_credentials&client_id=M&x"))
        .isEqualTo("grant_type=***&client_id=***&x=***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>MARK</html>",
        "{\"a\":\"MARK",
        "{\"a\":MARK}",
        "MARK",
        "{\"a\":1}{MARK}",
        "\u0000MARK"
      })
  void what_is_no_json_is_not_shown(String body) {
    assertThat(text("text/html", body)).doesNotContain("MARK").contains("bytes");
    assertThat(json(body)).doesNotContain("MARK");
  }

  @Test
  void nothing_is_nothing() {
    assertThat(json("")).isEmpty();
    assertThat(text(null, "{}")).isEqualTo("{}");
  }

  @Test
  void deep_nesting_and_length_are_bounded() {
    assertThat(json("[".repeat(100_000))).contains("100000 bytes");
    assertThat(json("\"" + "x".repeat(20_000) + "\""))
        .hasSize(BodyMask.LONGEST + 3)
        .endsWith("...");
    assertThat(mask.text(new byte[BodyMask.LARGEST + 1], JSON, r -> r)).contains("bytes");
  }

  @Test
  void line_breaks_cannot_forge_a_line() {
    assertThat(json("{\"a\":\"x\\r\\nWARN forged\",\"b\\u2028\":1}"))
        .isEqualTo("{\"a\":\"x\\r\\nWARN forged\",\"b\\u2028\":1}");
  }

  @Test
  void no_bytes_make_it_fail() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(mask.text(bytes, JSON, r -> r)).isNotNull();
    }
  }

  private String json(String body) {
    return text(JSON, body);
  }

  private String text(@Nullable String type, String body) {
    return mask.text(body.getBytes(StandardCharsets.UTF_8), type, r -> r);
  }
}
