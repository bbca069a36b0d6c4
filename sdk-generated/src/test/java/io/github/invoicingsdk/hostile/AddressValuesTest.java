package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.invoicingsdk.vocabulary.PathValue;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of every kind in a path and in a query: they arrive as they are, or are refused. */
class AddressValuesTest {

  private static final int RANDOM_VALUES = 5_000;

  private final PathValue path = new PathValue();
  private final QueryValue query = new QueryValue();

  static Stream<String> values() {
    Stream<String> ascii = Stream.iterate(0, c -> c < 128, c -> c + 1).map(Character::toString);
    Stream<String> tricks =
        Stream.of(
            "%2F",
            "%252F",
            "a%20b",
            "+",
            "a+b",
            "{x}",
            "{clientCode}",
            "...",
            ". .",
            "a/../b",
            "..;/",
            "..\\",
            "?a=1&b=2#c",
            "a\r\nHost: evil.example",
            "\u0000",
            "žluťoučký kůň",
            "\u202Egnp.exe",
            "e\u0301 is not \u00E9",
            "\uFF0E\uFF0E",
            "\uFEFF",
            "\uFFFD\uFFFF",
            "👩‍👩‍👧",
            "a".repeat(10_000));
    return Stream.concat(Stream.concat(ascii, tricks), randomTexts())
        .filter(value -> !value.equals("."));
  }

  private static Stream<String> randomTexts() {
    Random random = new Random(20261121);
    return Stream.generate(() -> randomText(random)).limit(RANDOM_VALUES);
  }

  /** Code points of all planes; half of a surrogate pair is no code point of its own. */
  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    while (text.length() < length) {
      int bound = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x1_0000 : 0x11_0000;
      int codePoint = random.nextInt(bound);
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  @Test
  void a_value_arrives_as_it_is_and_stays_in_its_place() {
    assertThat(values().filter(value -> !value.equals("..")))
        .allSatisfy(
            value -> {
              URI uri = addressOf(value);
              assertThat(uri.getHost()).isEqualTo("example.test");
              assertThat(uri.normalize().getRawPath()).isEqualTo(uri.getRawPath());
              String[] segments = uri.getRawPath().split("/", -1);
              assertThat(segments).hasSize(4);
              assertThat(decoded(segments[2])).isEqualTo(value);
              assertThat(uri.getRawQuery().split("&", -1)).hasSize(2);
              assertThat(decoded(uri.getRawQuery().split("[=&]", -1)[1])).isEqualTo(value);
              assertThat(uri.getRawFragment()).isNull();
            });
  }

  @Test
  void an_encoded_value_holds_nothing_that_means_something_in_an_address_or_a_template() {
    assertThat(values()).allSatisfy(v -> assertThat(query.expand(v)).matches("[A-Za-z0-9%._~-]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void a_segment_that_addresses_another_resource_is_refused(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.expand(value))
        .withMessageContaining("another resource");
  }

  @Test
  void a_value_that_would_arrive_as_another_one_is_refused() {
    Stream.of("\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00")
        .forEach(
            value -> {
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> path.expand(value))
                  .withMessageContaining("surrogate pair");
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> query.expand(value))
                  .withMessageContaining("surrogate pair");
            });
  }

  private URI addressOf(String value) {
    return URI.create(
        "https://example.test/things/"
            + path.expand(value)
            + "/parts?code="
            + query.expand(value)
            + "&last=1");
  }

  /** Decodes percent signs only: a plus sign must not have stood for a blank. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
