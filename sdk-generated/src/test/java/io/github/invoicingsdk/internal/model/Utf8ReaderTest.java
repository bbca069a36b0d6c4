package io.github.invoicingsdk.internal.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

  private static final String TEXT = "a\u00e3 \u0159\u20ac \ud83d\ude00\ud83e\uddfe.";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 64})
  void a_text_comes_out_whole_however_little_is_asked_for_at_a_time(int length) throws IOException {
    Utf8Reader reader = new Utf8Reader(TEXT.getBytes(UTF_8));
    StringBuilder text = new StringBuilder();
    char[] chars = new char[length + 2];
    for (int read = reader.read(chars, 1, length); read >= 0; ) {
      assertThat(read).isBetween(1, length);
      text.append(chars, 1, read);
      read = reader.read(chars, 1, length);
    }

    assertThat(text).hasToString(TEXT);
    assertThat(chars[0]).isEqualTo('\0');
    assertThat(chars[length + 1]).isEqualTo('\0');
    assertThat(reader.read(chars, 0, 1)).isEqualTo(-1);
  }

  @Test
  void nothing_is_read_of_nothing() throws IOException {
    try (Utf8Reader reader = new Utf8Reader(new byte[0])) {
      assertThat(reader.read(new char[1], 0, 0)).isZero();
      assertThat(reader.read(new char[1], 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void bytes_that_are_no_utf_8_are_noticed_where_they_stand() throws IOException {
    Utf8Reader latin1 = new Utf8Reader(new byte[] {'a', (byte) 0xE3, 'b'});
    Utf8Reader cutOff = new Utf8Reader(new byte[] {'a', (byte) 0xE2, (byte) 0x82});

    assertThatThrownBy(() -> readAll(latin1)).isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> readAll(cutOff)).isInstanceOf(CharacterCodingException.class);
  }

  private static void readAll(Utf8Reader reader) throws IOException {
    char[] chars = new char[2];
    int read = reader.read(chars, 0, 2);
    while (read >= 0) {
      read = reader.read(chars, 0, 2);
    }
  }
}
