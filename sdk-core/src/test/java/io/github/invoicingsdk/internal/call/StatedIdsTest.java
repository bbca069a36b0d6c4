package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain of the ids in a text without reading it as JSON. */
class StatedIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "{\"id\":42}",
        "{ \"id\" : 42 }",
        "{\"sequence\":{\"id\":42,\"name\":\"43\"}}",
        "{\"Id\":\"42\"}",
        "[{\"id\":42},{\"id\":42}]",
        "{\"client_id\":43}"
      })
  void the_wanted_id_alone_is_certain(String json) {
    assertThat(areOnly(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":43}",
        "{\"id\":421}",
        "{\"id\":4}",
        "{\"id\":42.0}",
        "{\"id\":null}",
        "{\"Id\":43}",
        "{\"id\":42,\"client\":{\"id\":1}}",
        "{\"\\u0069d\":43}",
        "{\"id\":\"4\\u0032\"}",
        "{\"id\"",
        "{\"id\":",
        "{\"id\":42"
      })
  void anything_else_is_not(String json) {
    assertThat(areOnly(json)).isFalse();
  }

  private static boolean areOnly(String json) {
    return StatedIds.areOnly(json.getBytes(StandardCharsets.UTF_8), "42");
  }
}
