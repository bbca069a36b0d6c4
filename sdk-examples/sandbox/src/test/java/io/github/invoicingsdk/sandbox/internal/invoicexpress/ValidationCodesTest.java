package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidationCodesTest {
  @Test
  void codes_stay_unique_and_well_formed_beyond_their_digits() {
    ValidationCodes codes = new ValidationCodes();
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 300_000; i++) {
      seen.add(codes.next());
    }

    assertThat(seen)
        .hasSize(300_000)
        .contains("ABCD1230", "ABCD9999", "ABCE0000", "ABDA0000")
        .allMatch(code -> code.matches("[A-Z]{4}[0-9]{4}"));
  }
}
