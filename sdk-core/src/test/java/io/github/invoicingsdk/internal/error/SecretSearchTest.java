package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.MarkedSecret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSearchTest {

  private static final MarkedSecret SECRET =
      new MarkedSecret("Mark", "+/=%&\"\\ \u00e9\uD83D\uDD11?#<'>;");

  private static String redact(String secret, String text) {
    return new Redactor(List.of(secret)).redact(text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> forms() {
    return SECRET.forms().stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_secret_is_masked_in_every_form(String form) {
    assertThat(SECRET.marksIn(form)).as("the form shows the secret").isNotEmpty();

    for (String text : List.of(form, "before " + form + " after", "{\"a\":\"" + form + "\"}")) {
      assertThat(SECRET.marksIn(redact(SECRET.value(), text))).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "/path/segment/", "user:", "{\"password\":\""})
  void a_secret_is_found_in_base64_whatever_stands_before_it(String before) {
    String whole = base64(before + "correct horse" + before);

    assertThat(redact("correct horse", "x " + whole + " y")).isEqualTo("x *** y");
    assertThat(redact("correct horse", "/files/" + whole)).doesNotContain(whole.substring(8, 16));
    assertThat(redact("correct horse", base64(whole))).isEqualTo("***");
  }

  @Test
  void a_form_in_a_form_is_taken_apart() {
    String secret = "p\u00e4ss \"w\u00f6rd\"";
    String json = secret.replace("\"", "\\\"");
    String html = json.replace("\"", "&quot;");

    assertThat(redact(secret, "<b>" + html + "</b>")).isEqualTo("<b>***</b>");
    assertThat(redact(secret, html.replace("&", "%26"))).isEqualTo("***");
    assertThat(redact(secret, html.replace("&", "\\u0026"))).isEqualTo("***");
    assertThat(redact(secret, "p%E4ss \"w%F6rd\"")).isEqualTo("***");
    assertThat(redact(secret, "p%u00E4ss+\"w\\xf6rd\"")).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%41b", "c:\\name", "&amp;amp;", "%25%25", "a+b c", "\\\\u0041bc"})
  void what_looks_like_an_escape_in_a_secret_is_part_of_it(String secret) {
    for (String form : new MarkedSecret("M", secret).forms()) {
      assertThat(redact("qMx" + secret + "zMw", form)).doesNotContain("qMx", "zMw");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"password\":\"abc\"}", "p=abc&x", "<p>abc</p>", "YWNtZTphYmM="})
  void a_short_secret_is_masked_where_a_value_stands(String text) {
    assertThat(redact("abc", text)).contains("***").doesNotContain("abc", "YWNtZTphYmM");
  }

  @Test
  void a_short_secret_is_left_alone_in_words() {
    assertThat(redact("abc", "the abcd of abc")).isEqualTo("the abcd of abc");
  }

  @Test
  void a_secret_in_other_letters_is_another_text() {
    assertThat(redact("SecretWord", "secretword".toUpperCase(Locale.ROOT))).isEqualTo("SECRETWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\n\t", "\n    ", "\\r\\n", "\\n", "%0D%0A", "&#10;"})
  void a_secret_is_found_in_base64_of_several_lines(String lineBreak) {
    String whole = base64("user:correct horse battery staple");
    String folded = whole.replaceAll("(.{12})", "$1" + Matcher.quoteReplacement(lineBreak));

    assertThat(redact("correct horse battery staple", "key: " + folded + " end"))
        .isEqualTo("key: *** end");
  }

  @Test
  void lines_that_are_no_base64_are_left_alone() {
    String text = "Not found\nin the account\nof today";

    assertThat(redact("correct horse", text)).isEqualTo(text);
    assertThat(redact("correct horse", text + "\n" + base64("correct horse")))
        .isEqualTo("Not found\nin the account\nof ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "-", ",", "\n", "\r\n"})
  void a_secret_is_found_in_hexadecimal_digits(String between) {
    byte[] bytes = "a: correct horse".getBytes(StandardCharsets.UTF_8);
    String digits = HexFormat.ofDelimiter(between).formatHex(bytes);

    assertThat(redact("correct horse", "(" + digits + ")")).isEqualTo("(***)");
    assertThat(redact("correct horse", "(f" + digits + ")")).isEqualTo("(f***)");
    assertThat(redact("correct horse", base64(digits))).isEqualTo("***");
    assertThat(redact("another secret", "(" + digits + ")")).isEqualTo("(" + digits + ")");
  }

  @Test
  void a_secret_is_found_though_its_bytes_were_taken_for_other_characters() {
    String secret = "\u017elu\u0165ou\u010dk\u00fd";
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);

    for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII)) {
      String received = new String(utf8, charset);
      assertThat(redact(secret, "<" + received + ">")).isEqualTo("<***>");
      assertThat(redact(secret, received.replace('\uFFFD', '?'))).isEqualTo("***");
    }
    assertThat(redact(secret, "&zcaron;lu&tcaron;ou&ccaron;k&yacute;")).isEqualTo("***");
    assertThat(redact("a!b(c)\u00e9", "a&excl;b&lpar;c&rpar;&amp;eacute;")).isEqualTo("***");
  }
}
