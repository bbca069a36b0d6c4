package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of versions, before and after the first stable one. */
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0, NONE, 0.0.0",
    "0.0.0, BREAKING, 0.1.0",
    "0.4.2, NONE, 0.4.2",
    "0.4.2, DOCUMENTATION, 0.4.3",
    "0.4.2, BEHAVIOUR, 0.4.3",
    "0.4.2, ADDITION, 0.4.3",
    "0.4.2, BREAKING, 0.5.0",
    "1.4.2, DOCUMENTATION, 1.4.3",
    "1.4.2, BEHAVIOUR, 1.5.0",
    "1.4.2, ADDITION, 1.5.0",
    "1.4.2, BREAKING, 2.0.0",
  })
  void each_impact_demands_its_version(String released, Impact impact, String next) {
    assertThat(Version.of(released).after(impact)).hasToString(next);
  }

  @Test
  void a_snapshot_counts_as_the_version_that_it_leads_to() {
    assertThat(Version.of("1.10.0-SNAPSHOT"))
        .isEqualTo(Version.of("1.10.0"))
        .isGreaterThan(Version.of("1.9.9"));
  }

  @Test
  void what_is_no_version_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Version.of("1.2"))
        .withMessageContaining("\"1.2\"");
  }
}
