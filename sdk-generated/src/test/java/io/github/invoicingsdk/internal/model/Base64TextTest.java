package io.github.invoicingsdk.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Base64TextTest {

  @Test
  void texts_of_all_planes_come_back_as_they_were() {
    String text = "caf\u00e9 \u017elu\u0165 \ud83d\ude00";

    assertThat(Base64Text.decode(Base64Text.encode(text))).isEqualTo(text);
  }

  @Test
  void half_of_a_surrogate_pair_is_refused_without_showing_the_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base64Text.encode("MARKED \ud83d"))
        .withMessageContaining("half of a surrogate pair")
        .withMessageNotContaining("MARKED");
  }
}
