package io.github.invoicingsdk.internal.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8WriterTest {

  private final Utf8Writer writer = new Utf8Writer("the text");

  @Test
  void every_character_has_the_bytes_that_java_gives_it() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
    }
    String text = all.toString();

    writer.write(text, 0, text.length());

    assertThat(writer.toByteArray()).isEqualTo(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 511, 512, 513, 5_000})
  void pieces_of_any_length_make_the_whole_text(int longest) {
    Random random = new Random(longest);
    String[] characters = {"a", "\u007f", "\u0080", "ç", "\u07ff", "\u0800", "€", "😀", "\uffff"};
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      all.append(random.nextInt(3) > 0 ? "x" : characters[random.nextInt(characters.length)]);
    }
    String text = all.toString();

    for (int from = 0; from < text.length(); ) {
      int length = Math.min(1 + random.nextInt(longest), text.length() - from);
      if (length == 1) {
        writer.write(text.charAt(from));
      } else if (random.nextBoolean()) {
        writer.write(text.toCharArray(), from, length);
      } else {
        writer.write(text, from, length);
      }
      from += length;
    }

    assertThat(new String(writer.toByteArray(), UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ud83d", "\ud83da", "\ude00", "\ude00\ud83d", "\ud83d\ud83d"})
  void half_of_a_surrogate_pair_is_refused_without_showing_the_text(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              writer.write(text, 0, text.length());
              writer.toByteArray();
            })
        .withMessageStartingWith("the text is not valid Unicode text");
  }

  @Test
  void nothing_written_is_no_bytes() {
    assertThat(writer.toByteArray()).isEmpty();
  }
}
