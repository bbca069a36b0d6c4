package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import feign.Param;
import feign.RequestLine;
import io.github.invoicingsdk.vocabulary.Operation;
import io.github.invoicingsdk.vocabulary.PathValue;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in a path, from the method call to the request. No operation has one today. */
class PathValuesTest {

  private final RecordingEngine engine = new RecordingEngine();
  private final Parts parts = engine.resource(Parts.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%2e%2e",
        "%2E",
        "%252e",
        "%2f",
        "%00",
        "%",
        "/",
        "\\",
        "//evil.example",
        "../..",
        "..\\..",
        "..;",
        "...",
        " ..",
        "?x=1",
        "#x",
        "a;b=c",
        "a:80@evil",
        "{code}",
        "{partId}",
        "+",
        " ",
        "\t",
        "\r\nX-Injected: 1",
        "\u0000",
        "\u007F",
        "\u0085",
        "\uFF0E\uFF0E",
        "\u2024\u2024",
        "\u2215",
        "e\u0301",
        "\u202Eabc",
        "😀",
        "👩‍👩‍👧",
        "null"
      })
  void a_text_stays_in_its_segment_and_arrives_as_sent(String partId) {
    parts.delete(partId, partId);

    URI uri = URI.create(engine.sent().get(0).url());
    assertThat(uri.getRawAuthority()).isEqualTo("example.test");
    assertThat(uri.normalize()).isEqualTo(uri);
    assertThat(uri.getRawPath().split("/", -1)).hasSize(5);
    assertThat(decoded(uri.getRawPath().split("/", -1)[3])).isEqualTo(partId);
    assertThat(uri.getRawPath()).startsWith("/v2/parts/").endsWith("/state");
    assertThat(decoded(uri.getRawQuery())).isEqualTo("code=" + partId);
    assertThat(uri.getRawFragment()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void a_text_that_would_address_another_resource_is_refused(String partId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.delete(partId, "x"))
        .withMessageContaining("another resource");

    assertThat(engine.sent()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // Null where none may be is what this is about.
  void null_is_refused_by_the_name_of_the_argument() {
    assertThatNullPointerException()
        .isThrownBy(() -> parts.delete(null, "x"))
        .withMessageContaining("partId");
    assertThatNullPointerException()
        .isThrownBy(() -> parts.delete("x", null))
        .withMessageContaining("code");

    assertThat(engine.sent()).isEmpty();
  }

  /** Decodes percent signs only: a plus sign must not have stood for a blank. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** An interface in the form of the generated ones. */
  interface Parts {

    /** Deletes a part. */
    @Operation(id = "deletePart")
    @RequestLine(value = "DELETE /parts/{partId}/state?code={code}", decodeSlash = false)
    void delete(
        @Param(value = "partId", expander = PathValue.class, encoded = true) String partId,
        @Param(value = "code", expander = QueryValue.class, encoded = true) String code);
  }
}
