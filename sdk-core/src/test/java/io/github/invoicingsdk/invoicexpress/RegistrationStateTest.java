package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationStateTest {

  @Test
  void a_series_is_registered_when_every_relevant_type_is() {
    assertThat(stateOf("ABCD1230", "ABCD1231", "N/A", "N/A"))
        .isEqualTo(RegistrationState.REGISTERED);
    assertThat(stateOf("ABCD1230")).isEqualTo(RegistrationState.REGISTERED);
  }

  @Test
  void a_series_is_partially_registered_when_a_relevant_type_is_missing() {
    assertThat(stateOf("ABCD1230", "N/D", "N/A")).isEqualTo(RegistrationState.PARTIALLY_REGISTERED);
    assertThat(stateOf("N/D", "ABCD1230")).isEqualTo(RegistrationState.PARTIALLY_REGISTERED);
  }

  @Test
  void a_series_is_not_registered_when_no_relevant_type_is() {
    assertThat(stateOf("N/D", "N/D", "N/A")).isEqualTo(RegistrationState.NOT_REGISTERED);
    assertThat(stateOf("N/D", null)).isEqualTo(RegistrationState.NOT_REGISTERED);
  }

  @Test
  void a_series_without_codes_is_in_no_known_state() {
    assertThat(stateOf()).isEqualTo(RegistrationState.UNKNOWN);
    assertThat(stateOf(null, "", null)).isEqualTo(RegistrationState.UNKNOWN);
    assertThat(stateOf("N/A", "N/A")).isEqualTo(RegistrationState.UNKNOWN);
  }

  @Test
  void types_that_say_nothing_do_not_count() {
    assertThat(stateOf("ABCD1230", null)).isEqualTo(RegistrationState.REGISTERED);
  }

  @Test
  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  void null_arguments_are_refused() {
    @Nullable List<ValidationCode> none = null;

    assertThatNullPointerException()
        .isThrownBy(() -> RegistrationState.of(none))
        .withMessage("codes");
  }

  private static RegistrationState stateOf(@Nullable String... codes) {
    return RegistrationState.of(Arrays.stream(codes).map(ValidationCode::of).toList());
  }
}
