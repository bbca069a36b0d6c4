package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.ValidationCode.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"ABCD1234", "N", "ND", "short", " padded ", "0", "N/D-1"})
  void everything_else_is_a_code_and_kept_as_it_came(String text) {
    ValidationCode code = ValidationCode.of(text);

    assertThat(code.status()).isEqualTo(Status.REGISTERED);
    assertThat(code.isRegistered()).isTrue();
    assertThat(code.value()).hasValue(text);
    assertThat(code).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/D", "n/d", " N/D "})
  void not_registered_is_never_taken_for_a_code(String text) {
    ValidationCode code = ValidationCode.of(text);

    assertThat(code.status()).isEqualTo(Status.NOT_REGISTERED);
    assertThat(code.isRegistered()).isFalse();
    assertThat(code.value()).isEmpty();
    assertThat(code).hasToString("N/D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "n/a", "\tN/A\n"})
  void not_relevant_is_never_taken_for_a_code(String text) {
    ValidationCode code = ValidationCode.of(text);

    assertThat(code.status()).isEqualTo(Status.NOT_RELEVANT);
    assertThat(code.isRegistered()).isFalse();
    assertThat(code.value()).isEmpty();
    assertThat(code).hasToString("N/A");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n"})
  void nothing_is_known_without_a_value(@Nullable String text) {
    ValidationCode code = ValidationCode.of(text);

    assertThat(code.status()).isEqualTo(Status.UNKNOWN);
    assertThat(code.isRegistered()).isFalse();
    assertThat(code.value()).isEmpty();
    assertThat(code).hasToString("");
  }

  @Test
  void codes_are_equal_when_status_and_value_are() {
    assertThat(ValidationCode.of("ABCD1234"))
        .isEqualTo(ValidationCode.of("ABCD1234"))
        .hasSameHashCodeAs(ValidationCode.of("ABCD1234"))
        .isNotEqualTo(ValidationCode.of("ABCD1235"))
        .isNotEqualTo(ValidationCode.of("N/D"))
        .isNotEqualTo("ABCD1234");
    assertThat(ValidationCode.of("n/d")).isEqualTo(ValidationCode.of("N/D"));
    assertThat(ValidationCode.of(null)).isEqualTo(ValidationCode.of(" "));
    assertThat(ValidationCode.of("N/A")).isNotEqualTo(ValidationCode.of("N/D"));
  }
}
