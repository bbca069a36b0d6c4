package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalConsumerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"508025338", "500100144", "123456789", "999999990", "100000010", "100000100"})
  void a_fiscal_id_ends_with_its_check_digit(String fiscalId) {
    assertThat(FinalConsumer.isNif(fiscalId)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "508025339",
        "500100200",
        "123456780",
        "999999999",
        "012345679",
        "000000000",
        "50802533",
        "5080253380",
        "PT508025338",
        "508 025 338",
        "50802533X",
        "\u0665\u0660\u0668\u0660\u0662\u0665\u0663\u0663\u0668"
      })
  void anything_else_is_none(String fiscalId) {
    assertThat(FinalConsumer.isNif(fiscalId)).isFalse();
  }
}
