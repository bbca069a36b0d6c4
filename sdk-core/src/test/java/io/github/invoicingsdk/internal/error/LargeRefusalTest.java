package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fixture.MarkedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a large response is looked at, counted in characters. */
class LargeRefusalTest {

  private static final MarkedSecret SECRET = new MarkedSecret("Mark", "+/=%&\"\\ \u00e9?#<'>;");
  private static final int LARGE = 31 * 1024 * 1024;

  private final Redactor redactor = new Redactor(List.of(SECRET.value()));
  private final ErrorTranslator translator = new ErrorTranslator(redactor, Failures.TIME);
  private final Request request = Failures.request(Request.HttpMethod.GET, "https://h/x");

  private ApiException refused(String type, String body) {
    return translator.refused(
        Failures.context(Provider.INVOICEXPRESS, "getSequence"),
        request,
        400,
        Map.of("Content-Type", List.of(type), "X-Long", List.of("x".repeat(100_000))),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String repeated(String text, int length) {
    return text.repeat(length / text.length() + 1).substring(0, length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "password=a&",
        "{}",
        "[",
        "<p>",
        "%41",
        "\\u0041",
        "&#65;",
        "QUJD",
        "4d61726b",
        "DEAD",
        "+"
      })
  void a_large_refusal_shows_no_more_than_its_beginning(String part) {
    ApiException refused = refused("text/plain", repeated(part, LARGE));

    // A mask may be longer than what it hides.
    int shown = refused.body().length() + refused.providerMessage().length();
    shown += refused.headers().values().stream().mapToInt(v -> v.get(0).length()).sum();
    assertThat(shown).isBetween(1, Redactor.BUDGET * 5 / 4);
  }

  @Test
  void all_texts_of_a_refusal_together_are_within_the_budget() {
    StringBuilder body = new StringBuilder("{\"errors\":[");
    IntStream.range(0, 3000).forEach(i -> body.append("\"").append("t".repeat(300)).append("\","));
    ApiException refused = refused("application/json", body.append("\"end\"]}").toString());

    int shown = refused.body().length();
    shown += refused.headers().values().stream().mapToInt(v -> v.get(0).length()).sum();
    assertThat(shown).isLessThanOrEqualTo(Redactor.BUDGET + 100);
  }

  @Test
  void a_redactor_of_one_failure_looks_at_no_more_than_its_budget() {
    Redactor safe = redactor.forFailure(List.of());
    String text = "y".repeat(10_000);

    String all = IntStream.range(0, 20).mapToObj(i -> safe.redact(text)).reduce("", String::concat);

    assertThat(safe.spent()).isEqualTo(Redactor.BUDGET);
    assertThat(all.length()).isLessThan(Redactor.BUDGET + 100);
    assertThat(safe.redact(SECRET.value())).isEqualTo("...");
    assertThat(redactor.redact(text)).hasSize(10_000);
  }

  @Test
  void an_exception_that_quotes_a_large_body_is_cut() {
    Redactor safe = redactor.forFailure(List.of());
    IOException large = new IOException("z".repeat(LARGE), new IOException("small"));

    Throwable shown = Objects.requireNonNull(safe.redactCause(large));

    assertThat(shown.getMessage()).hasSizeLessThan(10_000);
    assertThat(shown.getCause()).isNotNull();
    assertThat(safe.spent()).isLessThanOrEqualTo(Redactor.BUDGET);
  }

  @Test
  void no_part_of_a_secret_is_left_where_a_body_is_cut() {
    for (String form : List.of(SECRET.value(), SECRET.forms().get(3), SECRET.forms().get(8))) {
      for (int before = Redactor.BUDGET - 400; before < Redactor.BUDGET + 10; before += 7) {
        Redactor safe = redactor.forFailure(List.of());
        String shown = safe.redact("-".repeat(before) + form + "-".repeat(1000), Redactor.BUDGET);
        assertThat(shown).doesNotContain("qMa", "zMa", "cU1hc", "\\u00");
        assertThat(safe.spent()).isEqualTo(Redactor.BUDGET);
      }
    }
  }

  @Test
  void an_excerpt_of_a_large_response_shows_no_part_of_a_secret() {
    String many = (SECRET.value() + " ").repeat(4000);
    for (int at : new int[] {0, 50, 13_000, 14_336, 14_400, 60_000}) {
      String excerpt =
          translator
              .unreadable(
                  Failures.context(Provider.INVOICEXPRESS, "getSequence"),
                  request,
                  200,
                  Map.of(),
                  many.getBytes(StandardCharsets.UTF_8),
                  new IOException("bad at line 1 column " + at + " path $"))
              .excerpt();
      assertThat(excerpt).doesNotContain("qMa", "Mar", "Mark").hasSizeLessThanOrEqualTo(200);
    }
  }
}
