package io.github.invoicingsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void blanks_and_line_breaks_become_one_blank() {
    assertThat(OneLine.of("  a\r\n\tb\u2028c\u00a0 d \n")).isEqualTo("a b c d");
  }

  @Test
  void control_and_direction_characters_are_replaced() {
    assertThat(OneLine.of("a\u0000b\u001b[1mc\u202ed\ud800e"))
        .isEqualTo("a\uFFFDb\uFFFD[1mc\uFFFDd\uFFFDe");
  }

  @Test
  void letters_of_all_languages_and_emoji_stay() {
    assertThat(OneLine.of("não žluťoučký 日本 😀")).isEqualTo("não žluťoučký 日本 😀");
  }

  @Test
  void a_long_text_is_cut_without_breaking_a_character() {
    assertThat(OneLine.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(OneLine.of("abcdefg", 6)).isEqualTo("abcde\u2026");
    assertThat(OneLine.of("abcd😀fg", 6)).isEqualTo("abcd\u2026");
  }
}
