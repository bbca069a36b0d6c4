package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request.HttpMethod;
import feign.RetryableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private static final String SECRET = "S3cr+t/=%25 é\"&<ž😀";

  private final Redactor redactor = new Redactor(List.of(SECRET, "plain-secret", "ab"));

  private static String percentEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String jsonEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(
          Character.isLetterOrDigit(c) && c < 128
              ? String.valueOf(c)
              : String.format(Locale.ROOT, "\\u%04X", (int) c));
    }
    return escaped.toString();
  }

  @Test
  void a_secret_is_masked_in_every_encoding() {
    String percent = percentEncoded(SECRET);
    for (String form :
        List.of(
            SECRET,
            percent,
            percent.toLowerCase(Locale.ROOT).replace("s3cr", "S3cr"),
            URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
            percentEncoded(percent),
            SECRET.replace("\"", "\\\""),
            SECRET.replace("\"", "\\\"").replace("/", "\\/"),
            jsonEscaped(SECRET),
            jsonEscaped(SECRET).toLowerCase(Locale.ROOT).replace("s3cr", "S3cr"),
            SECRET.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"),
            SECRET.replace("é", "&#233;").replace("\"", "&#x22;"))) {
      assertThat(redactor.redact("before " + form + " after")).isEqualTo("before *** after");
    }
  }

  @Test
  void a_short_secret_is_masked_as_a_value_only() {
    assertThat(redactor.redact("about tabs: key=ab&x=abc&y=ab"))
        .isEqualTo("about tabs: key=***&x=abc&y=***");
  }

  @Test
  void a_secret_learned_later_is_masked_from_then_on() {
    assertThat(redactor.redact("token-1")).isEqualTo("token-1");
    redactor.learn("token-1");
    redactor.learn("token-1-and-more");
    redactor.learn(" ");
    assertThat(redactor.redact("token-1, token-1-and-more")).isEqualTo("***, ***");
  }

  @Test
  void learned_secrets_do_not_grow_for_ever_and_given_ones_are_never_forgotten() {
    for (int i = 1000; i < 2000; i++) {
      redactor.learn("token-" + i);
    }
    assertThat(redactor.redact("plain-secret token-1999 token-1984 token-1983"))
        .isEqualTo("*** *** *** token-1983");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/s.json?api_key=unknown&page=2 | https://h/s.json?api_key=***&page=2",
        "https://h/s.json?API_KEY=unknown | https://h/s.json?API_KEY=***",
        "/login?to=%2Fx%3Fapi_key%3Dunknown | /login?to=%2Fx%3Fapi_key%3D***",
        "grant_type=x&client_secret=u%26n&scope=y | grant_type=x&client_secret=***&scope=y",
        "access_token=a.b-c&refresh_token=d | access_token=***&refresh_token=***",
        "https://user:pass@host/path | https://***@host/path",
        "Authorization: Bearer short | Authorization: ***",
        "sent Bearer abcdefghijklmnop.q | sent Bearer ***",
        "Bearer error=\"x\" | Bearer error=\"x\"",
        "{\"access_token\": \"a\\\"b\",\"n\":1} | {\"access_token\": \"***\",\"n\":1}",
        "account[credentials][password]=x&y=1 | account[credentials][password]=***&y=1",
        "api_key=&page=1 | api_key=&page=1",
        "the api_key is missing | the api_key is missing",
      })
  void values_with_a_telling_name_are_masked_though_unknown(String text, String redacted) {
    assertThat(redactor.redact(text)).isEqualTo(redacted);
    assertThat(redactor.redact(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "50% of +1 & \\n \\", "%", "100 %2", "&#", "😀 sequence 2026/1"})
  void innocent_texts_are_left_alone(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void a_redactor_without_secrets_leaves_texts_as_they_are() {
    assertThat(new Redactor(List.of()).redact("sequence 2026/1")).isEqualTo("sequence 2026/1");
    assertThat(new Redactor(List.of("", "  ")).redact("a=  b")).isEqualTo("a=  b");
  }

  @Test
  void headers_with_credentials_keep_only_their_name() {
    Map<String, List<String>> headers =
        redactor.redactHeaders(
            Map.of(
                "authorization", List.of("Bearer x"),
                "Set-Cookie", List.of("a=1", "b=2"),
                "Location", List.of("https://h/?api_key=x"),
                "X-Echo", List.of("plain-secret!")));

    assertThat(headers)
        .containsEntry("authorization", List.of("***"))
        .containsEntry("Set-Cookie", List.of("***", "***"))
        .containsEntry("Location", List.of("https://h/?api_key=***"))
        .containsEntry("X-Echo", List.of("***!"));
  }

  @Test
  void a_clean_cause_stays_what_it_is() {
    IOException cause = new IOException("reset", new IllegalStateException("below"));

    assertThat(redactor.redactCause(cause)).isSameAs(cause);
    assertThat(redactor.redactCause(null)).isNull();
  }

  @Test
  void a_cause_with_a_secret_anywhere_gets_a_stand_in_with_its_stack_trace() {
    IOException suppressed = new IOException("plain-secret");
    IOException cause = new IOException("reset", new IllegalStateException("at plain-secret"));
    cause.addSuppressed(suppressed);

    Throwable standIn = Objects.requireNonNull(redactor.redactCause(cause));

    assertThat(standIn).isNotSameAs(cause).hasMessage("java.io.IOException: reset");
    assertThat(standIn.getStackTrace()).isEqualTo(cause.getStackTrace());
    StringWriter trace = new StringWriter();
    standIn.printStackTrace(new PrintWriter(trace, true));
    assertThat(trace.toString())
        .contains("java.lang.IllegalStateException: at ***", "java.io.IOException: ***")
        .doesNotContain("plain-secret");
  }

  @Test
  void causes_in_a_ring_end() {
    IOException first = new IOException("plain-secret");
    IllegalStateException second = new IllegalStateException("second", first);
    first.initCause(second);

    Throwable standIn = Objects.requireNonNull(redactor.redactCause(first));

    assertThat(standIn.getCause()).isNotNull().hasNoCause();
  }

  @Test
  void exceptions_of_feign_are_never_shown() {
    RetryableException failure =
        new RetryableException(
            -1,
            "harmless",
            HttpMethod.GET,
            (Long) null,
            Failures.request(HttpMethod.GET, "https://h"));

    assertThat(redactor.redactCause(failure)).isInstanceOf(RedactedCause.class);
  }
}
