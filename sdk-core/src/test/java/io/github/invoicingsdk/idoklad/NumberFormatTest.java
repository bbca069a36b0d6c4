package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 9);
  private static final long MAX = 2147483647L;

  @ParameterizedTest
  @CsvSource({
    "FV{RR}{MM}{NNNN}, 42, FV26030042",
    "07{RR}{NNNN}, 1, 07260001",
    "9{RR}{NNNN}, 12345, 92612345",
    "{RRRR}{NNNN}, 1, 20260001",
    "{N}, 7, 7",
    "{NN}, 7, 07",
    "{NNNNNNNNNN}, 7, 0000000007",
    "{N}, 0, 0",
    "{NNN}, 2147483647, 2147483647",
    "{M}/{D}-{N}, 5, 3/9-5",
    "{MM}/{DD}-{N}, 5, 03/09-5",
    "{N}-{RR}-FV, 5, 5-26-FV"
  })
  void placeholders_are_replaced(String pattern, long serial, String number) {
    assertThat(NumberFormat.parse(pattern).format(DATE, serial)).isEqualTo(number);
  }

  @Test
  void the_vendors_test_agenda_is_reproduced() {
    assertThat(NumberFormat.parse("{RRRR}{NNNN}").format(LocalDate.of(2019, 1, 1), 1))
        .isEqualTo("20190001");
  }

  @Test
  void two_digit_years_keep_their_zero() {
    assertThat(NumberFormat.parse("{RR}{N}").format(LocalDate.of(2000, 1, 1), 1)).isEqualTo("001");
  }

  @Test
  void months_and_days_of_two_digits_are_not_cut() {
    assertThat(NumberFormat.parse("{M}{D}{N}").format(LocalDate.of(2026, 12, 31), 1))
        .isEqualTo("12311");
  }

  @ParameterizedTest
  @CsvSource({
    "{R}{N}, {R}5",
    "{RRR}{N}, {RRR}5",
    "{MMM}{N}, {MMM}5",
    "{rr}{n}{N}, {rr}{n}5",
    "{{N}}, {5}",
    "{N}{, 5{",
    "}{N}, }5",
    "{ N}{N}, { N}5",
    "RRNN{N}, RRNN5",
    "%s$1\\{N}, %s$1\\5"
  })
  void everything_else_is_literal(String pattern, String number) {
    NumberFormat format = NumberFormat.parse(pattern);

    assertThat(format.format(DATE, 5)).isEqualTo(number);
    assertThat(format.serialOf(number, DATE)).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FV", "{}", "N", "{RR}{MM}", "{n}", "{N", "N}", "{N }"})
  void a_format_without_a_place_for_the_serial_number_is_refused(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberFormat.parse(pattern))
        .withMessageContaining("pattern '" + pattern + "'")
        .withMessageContaining("add {N} to {NNNNNNNNNN}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{NNNNNNNNNNN}", "{N}{NNNNNNNNNNN}"})
  void more_than_ten_n_are_refused(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberFormat.parse(pattern))
        .withMessageContaining("pattern '" + pattern + "'")
        .withMessageContaining("11 N")
        .withMessageContaining("use 1 to 10");
  }

  @Test
  void a_preview_is_the_number_after_the_last() {
    NumberFormat format = NumberFormat.parse("FV{RR}{MM}{NNNN}");

    assertThat(format.preview(0, DATE)).isEqualTo("FV26030001");
    assertThat(format.preview(41, DATE)).isEqualTo("FV26030042");
    assertThat(NumberFormat.parse("{N}").preview(MAX - 1, DATE)).isEqualTo("2147483647");
  }

  @Test
  void after_the_last_number_of_all_there_is_no_preview() {
    NumberFormat format = NumberFormat.parse("{N}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.preview(MAX, DATE))
        .withMessageContaining("lastNumber 2147483647")
        .withMessageContaining("new sequence");
    assertThat(format.isValidFor(MAX, DATE)).isFalse();
  }

  @Test
  void numbers_of_the_next_document_may_have_ten_characters() {
    assertThat(NumberFormat.parse("FV{RR}{MM}{NNNN}").isValidFor(0, DATE)).isTrue();
    assertThat(NumberFormat.parse("FV{RR}{MM}{NNNNN}").isValidFor(123, DATE)).isFalse();
  }

  @Test
  void the_length_is_that_of_the_next_number_on_the_given_day() {
    NumberFormat bySerial = NumberFormat.parse("FV{RR}{MM}{NNNN}");
    NumberFormat byDay = NumberFormat.parse("{RRRR}{M}{D}{NNNN}");

    assertThat(bySerial.isValidFor(9998, DATE)).isTrue();
    assertThat(bySerial.isValidFor(9999, DATE)).isFalse();
    assertThat(byDay.isValidFor(0, DATE)).isTrue();
    assertThat(byDay.isValidFor(0, LocalDate.of(2026, 12, 9))).isFalse();
  }

  @Test
  void a_number_too_long_is_made_in_full() {
    assertThat(NumberFormat.parse("FV{RR}{MM}{NNNN}").format(DATE, 12345)).isEqualTo("FV260312345");
  }

  @Test
  void several_places_hold_the_same_serial_number() {
    NumberFormat format = NumberFormat.parse("{NN}-{NNNN}");

    assertThat(format.format(DATE, 7)).isEqualTo("07-0007");
    assertThat(format.serialOf("07-0007", DATE)).hasValue(7);
    assertThat(format.serialOf("123-0123", DATE)).hasValue(123);
    assertThat(format.serialOf("12345-12345", DATE)).hasValue(12345);
    assertThat(format.serialOf("07-0008", DATE)).isEmpty();
    assertThat(NumberFormat.parse("{N}{N}").serialOf("1212", DATE)).hasValue(12);
    assertThat(NumberFormat.parse("{N}{N}").serialOf("123", DATE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FV{RR}{MM}{NNNN}, FV26030042, 42",
    "FV{RR}{MM}{NNNN}, FV260312345, 12345",
    "FV{RR}{MM}{NNNN}, FV26030000, 0",
    "{N}, 2147483647, 2147483647",
    "{NNNN}{RR}, 004226, 42",
    "{N}{RR}, 262626, 2626",
    "{N}0, 100, 10"
  })
  void serial_numbers_are_read_back(String pattern, String number, long serial) {
    assertThat(NumberFormat.parse(pattern).serialOf(number, DATE)).hasValue(serial);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FV",
        "FV2603",
        "FV2603042",
        "FV260300042",
        "FV25030042",
        "FV26040042",
        "fv26030042",
        "XV26030042",
        "FV26030042 ",
        " FV26030042",
        "FV26030042x",
        "FV2603+042",
        "FV2603-042",
        "FV2603004x",
        "FV2603٠٠٤٢",
        "FV26032147483648",
        "FV260399999999999999999999"
      })
  void a_number_that_the_format_did_not_make_has_no_serial_number(String number) {
    assertThat(NumberFormat.parse("FV{RR}{MM}{NNNN}").serialOf(number, DATE)).isEmpty();
  }

  @Test
  void serial_numbers_out_of_range_are_refused() {
    NumberFormat format = NumberFormat.parse("{N}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.format(DATE, -1))
        .withMessageContaining("serial -1")
        .withMessageContaining("0 to 2147483647");
    assertThatIllegalArgumentException().isThrownBy(() -> format.format(DATE, MAX + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.preview(-1, DATE))
        .withMessageContaining("lastNumber -1");
    assertThatIllegalArgumentException().isThrownBy(() -> format.preview(MAX + 1, DATE));
    assertThatIllegalArgumentException().isThrownBy(() -> format.preview(Long.MAX_VALUE, DATE));
    assertThatIllegalArgumentException().isThrownBy(() -> format.isValidFor(-1, DATE));
    assertThatIllegalArgumentException().isThrownBy(() -> format.isValidFor(MAX + 1, DATE));
  }

  @Test
  void dates_outside_the_providers_years_are_refused() {
    NumberFormat format = NumberFormat.parse("{RRRR}{N}");

    assertThat(format.format(LocalDate.of(1753, 1, 1), 1)).isEqualTo("17531");
    assertThat(format.format(LocalDate.of(9999, 12, 31), 1)).isEqualTo("99991");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.format(LocalDate.of(1752, 12, 31), 1))
        .withMessageContaining("date 1752-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.serialOf("1", LocalDate.of(10_000, 1, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.isValidFor(0, LocalDate.of(-5, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "FV26030042, 26030042",
    "00012, 12",
    "0a0b1c0, 10",
    "2026/0001-X, 20260001",
    "1234567890, 1234567890",
    "000001234567890, 1234567890",
    "5٣5, 55"
  })
  void the_variable_symbol_is_made_of_the_digits(String number, String symbol) {
    assertThat(NumberFormat.variableSymbol(number)).hasValue(symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FV", "0", "FV-000", "٣"})
  void without_digits_there_is_no_variable_symbol(String number) {
    assertThat(NumberFormat.variableSymbol(number)).isEmpty();
  }

  @Test
  void a_variable_symbol_is_never_cut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberFormat.variableSymbol("FV-12345678901"))
        .withMessageContaining("'FV-12345678901'")
        .withMessageContaining("11 digits")
        .withMessageContaining("at most 10");
  }

  @Test
  void formats_are_equal_when_their_patterns_are() {
    assertThat(NumberFormat.parse("{RR}{N}"))
        .isEqualTo(NumberFormat.parse("{RR}{N}"))
        .hasSameHashCodeAs(NumberFormat.parse("{RR}{N}"))
        .isNotEqualTo(NumberFormat.parse("{RR}{NN}"))
        .isNotEqualTo("{RR}{N}")
        .hasToString("{RR}{N}");
  }

  @Test
  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  void null_arguments_are_refused() {
    NumberFormat format = NumberFormat.parse("{N}");
    @Nullable String text = null;
    @Nullable LocalDate date = null;

    assertThatNullPointerException()
        .isThrownBy(() -> NumberFormat.parse(text))
        .withMessage("pattern");
    assertThatNullPointerException().isThrownBy(() -> format.format(date, 1)).withMessage("date");
    assertThatNullPointerException().isThrownBy(() -> format.preview(1, date)).withMessage("date");
    assertThatNullPointerException()
        .isThrownBy(() -> format.isValidFor(1, date))
        .withMessage("date");
    assertThatNullPointerException()
        .isThrownBy(() -> format.serialOf(text, DATE))
        .withMessage("documentNumber");
    assertThatNullPointerException()
        .isThrownBy(() -> NumberFormat.variableSymbol(text))
        .withMessage("documentNumber");
  }
}
