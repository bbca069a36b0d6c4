package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.internal.error.ErrorBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Error bodies that are made to cost stack or memory. */
class HostileErrorBodyTest {

  private static final int MOST_TEXTS = 1000;

  @Test
  void a_word_of_thousands_of_underscores_is_a_text() {
    String word = "a" + "_a".repeat(100_000);

    ErrorBody body = parse("{\"error\":\"" + word + "\"}");

    assertThat(body.code()).isNull();
    assertThat(body.messages()).containsExactly(word);
  }

  @Test
  void a_long_name_above_many_fields_is_not_multiplied_by_their_number() {
    StringBuilder json = new StringBuilder("{\"errors\":{\"fields\":{\"");
    json.append("f".repeat(400_000)).append("\":{");
    for (int i = 0; i < 50_000; i++) {
      json.append(i == 0 ? "" : ",").append('"').append(i).append("\":\"x\"");
    }

    ErrorBody body = parse(json.append("}}}}").toString());

    assertThat(body.fieldErrors())
        .allSatisfy((field, texts) -> assertThat(field).hasSizeLessThan(8));
    assertThat(body.fieldErrors().size() + body.messages().size()).isBetween(1, MOST_TEXTS);
  }

  @Test
  void only_so_many_texts_are_taken() {
    ErrorBody body = parse("{\"errors\":[" + texts(5_000) + "]}");

    assertThat(body.messages()).hasSize(MOST_TEXTS);
  }

  private static String texts(int count) {
    StringBuilder texts = new StringBuilder("\"text 0\"");
    for (int i = 1; i < count; i++) {
      texts.append(",\"text ").append(i).append('"');
    }
    return texts.toString();
  }

  private static ErrorBody parse(String json) {
    return ErrorBody.parse(json.getBytes(StandardCharsets.UTF_8), "application/json");
  }
}
