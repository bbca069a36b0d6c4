package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberFormatPropertyTest {

  private static final List<String> PIECES =
      List.of(
          "FV", "-", "/", "0", "1", "26", "2026", "{", "}", "{}", "{R}", "N", "{RR}", "{RRRR}",
          "{M}", "{MM}", "{D}", "{DD}", "🙂", "ř", "%d", "$1", "\\", "{{", "}}");

  private static final String HOSTILE_CHARACTERS =
      "{}{}NNNNRRMDnr09٣ \u0000\n\\$%~|-+é\ud83d\ude42";

  private final Random random = new Random(20261121);

  @Test
  void what_a_format_makes_it_reads_back() {
    for (int i = 0; i < 20_000; i++) {
      NumberFormat format = randomFormat();
      LocalDate date = randomDate();
      long serial = randomSerial();

      String number = format.format(date, serial);

      assertThat(format.serialOf(number, date))
          .as("%s on %s for %s: %s", format, date, serial, number)
          .hasValue(serial);
    }
  }

  @Test
  void different_serial_numbers_never_share_a_document_number() {
    for (int i = 0; i < 20_000; i++) {
      NumberFormat format = randomFormat();
      LocalDate date = randomDate();
      long first = randomSerial();
      long second = randomSerial();

      assertThat(format.format(date, first).equals(format.format(date, second)))
          .as("%s on %s for %s and %s", format, date, first, second)
          .isEqualTo(first == second);
    }
  }

  @Test
  void a_serial_number_that_is_read_makes_the_same_document_number_again() {
    for (int i = 0; i < 20_000; i++) {
      NumberFormat format = randomFormat();
      LocalDate date = randomDate();
      String number = damaged(format.format(date, randomSerial()));

      OptionalLong serial = format.serialOf(number, date);

      if (serial.isPresent()) {
        assertThat(format.format(date, serial.getAsLong())).isEqualTo(number);
      }
    }
  }

  @Test
  void hostile_patterns_are_formats_or_illegal_arguments() {
    int parsed = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = hostileText();
      NumberFormat format;
      try {
        format = NumberFormat.parse(pattern);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(pattern);
        continue;
      }
      parsed++;
      assertThat(format).hasToString(pattern);
      LocalDate date = randomDate();
      assertThat(format.serialOf(format.preview(41, date), date)).hasValue(42);
    }
    assertThat(parsed).isBetween(100, 19_900);
  }

  @Test
  void hostile_document_numbers_have_a_serial_number_or_none() {
    for (int i = 0; i < 20_000; i++) {
      NumberFormat format = randomFormat();
      LocalDate date = randomDate();
      String number = hostileText();

      format
          .serialOf(number, date)
          .ifPresent(serial -> assertThat(format.format(date, serial)).isEqualTo(number));
    }
  }

  @Test
  void hostile_document_numbers_have_a_proper_variable_symbol_or_none() {
    for (int i = 0; i < 20_000; i++) {
      String number = hostileText() + hostileText();
      try {
        NumberFormat.variableSymbol(number)
            .ifPresent(symbol -> assertThat(symbol).matches("[1-9][0-9]{0,9}"));
      } catch (IllegalArgumentException e) {
        assertThat(number.replaceAll("[^0-9]", "").replaceFirst("^0+", "")).hasSizeGreaterThan(10);
      }
    }
  }

  private NumberFormat randomFormat() {
    StringBuilder pattern = new StringBuilder();
    int places = 1 + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
    for (int i = 0; i < places; i++) {
      appendPieces(pattern);
      pattern.append('{').append("N".repeat(1 + random.nextInt(10))).append('}');
    }
    appendPieces(pattern);
    return NumberFormat.parse(pattern.toString());
  }

  private void appendPieces(StringBuilder pattern) {
    for (int count = random.nextInt(4); count > 0; count--) {
      pattern.append(PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  private LocalDate randomDate() {
    return LocalDate.of(1753, 1, 1).plusDays(random.nextInt(3_000_000));
  }

  /** As many short serial numbers as long ones. */
  private long randomSerial() {
    return (random.nextLong() & 0x7fff_ffffL) >> random.nextInt(31);
  }

  private String damaged(String number) {
    StringBuilder text = new StringBuilder(number);
    int position = random.nextInt(number.length());
    char digit = (char) ('0' + random.nextInt(10));
    switch (random.nextInt(3)) {
      case 0 -> text.setCharAt(position, digit);
      case 1 -> text.insert(position, digit);
      default -> text.deleteCharAt(position);
    }
    return text.toString();
  }

  private String hostileText() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(20); length > 0; length--) {
      text.append(HOSTILE_CHARACTERS.charAt(random.nextInt(HOSTILE_CHARACTERS.length())));
    }
    return text.toString();
  }
}
