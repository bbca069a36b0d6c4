package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtcudTest {

  private static final ValidationCode CODE = ValidationCode.of("ABCD1234");

  @Test
  void an_atcud_joins_code_and_number() {
    Atcud atcud = Atcud.of(CODE, 1);

    assertThat(atcud.value()).isEqualTo("ABCD1234-1");
    assertThat(atcud.printed()).isEqualTo("ATCUD:ABCD1234-1");
    assertThat(atcud).hasToString("ATCUD:ABCD1234-1");
    assertThat(atcud.validationCode()).isEqualTo(CODE);
    assertThat(atcud.number()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ABCD1234-1, 1",
    "ATCUD:ABCD1234-1, 1",
    "ABCD1234-9223372036854775807, 9223372036854775807",
    "ABCDEFGH12345-10, 10"
  })
  void an_atcud_reads_back_with_and_without_its_prefix(String text, long number) {
    Atcud atcud = Atcud.parse(text);

    assertThat(atcud.number()).isEqualTo(number);
    assertThat(text).endsWith(atcud.value());
    assertThat(atcud).isEqualTo(Atcud.of(atcud.validationCode(), number));
    assertThat(Atcud.parse(atcud.printed())).isEqualTo(atcud);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/D", "N/A", ""})
  void a_sequence_that_is_not_registered_has_no_atcud(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Atcud.of(ValidationCode.of(code), 1))
        .withMessageContaining("'" + code + "'")
        .withMessageContaining("register the sequence first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCD123", "ABCD 1234", "ABCD-1234", "ABCD1234 ", "ABCD123é", "0"})
  void a_code_that_cannot_be_printed_is_refused(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Atcud.of(ValidationCode.of(code), 1))
        .withMessageContaining("'" + code + "'")
        .withMessageContaining("eight");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void documents_are_numbered_from_one(long number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Atcud.of(CODE, number))
        .withMessageContaining("number " + number)
        .withMessageContaining("from 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "N/D",
        "N/A",
        "ABCD1234",
        "ABCD1234-",
        "-1",
        "ABCD1234-0",
        "ABCD1234-01",
        "ABCD1234--1",
        "ABCD1234-+1",
        "ABCD1234-1 ",
        " ABCD1234-1",
        "ABCD1234-1\n",
        "ABCD1234-1x",
        "ABCD1234-٣",
        "ABCD1234-9223372036854775808",
        "ABCD1234-99999999999999999999",
        "ABC-1",
        "ATCUD:",
        "ATCUD: ABCD1234-1",
        "atcud:ABCD1234-1",
        "ATCUD:ATCUD:ABCD1234-1"
      })
  void anything_else_is_not_an_atcud(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Atcud.parse(text))
        .withMessageContaining("'" + text + "'")
        .withMessageContaining("ABCD1234-1");
  }

  @Test
  void atcuds_are_equal_when_code_and_number_are() {
    assertThat(Atcud.of(CODE, 1))
        .isEqualTo(Atcud.parse("ABCD1234-1"))
        .hasSameHashCodeAs(Atcud.parse("ABCD1234-1"))
        .isNotEqualTo(Atcud.of(CODE, 2))
        .isNotEqualTo(Atcud.parse("ABCD1235-1"))
        .isNotEqualTo("ABCD1234-1");
  }

  @Test
  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  void null_arguments_are_refused() {
    @Nullable String text = null;
    @Nullable ValidationCode code = null;

    assertThatNullPointerException().isThrownBy(() -> Atcud.parse(text)).withMessage("text");
    assertThatNullPointerException()
        .isThrownBy(() -> Atcud.of(code, 1))
        .withMessage("validationCode");
  }
}
