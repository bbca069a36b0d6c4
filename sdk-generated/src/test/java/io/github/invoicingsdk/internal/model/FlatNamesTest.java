package io.github.invoicingsdk.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlatNamesTest {

  private final FlatNames names = new FlatNames("slot_", "number", "own_number");

  @Test
  void the_longest_part_that_fits_is_meant() {
    assertThat(names.member("slot_left_own_number"))
        .isEqualTo(new FlatNames.Member("left", "own_number"));
    assertThat(names.member("slot_own_number")).isEqualTo(new FlatNames.Member("own", "number"));
  }

  @Test
  void a_name_is_taken_apart_and_put_together_again_however_many_there_were_before() {
    for (int i = 0; i < 2_000; i++) {
      for (int round = 0; round < 2; round++) {
        String key = "key" + i;
        assertThat(names.member("slot_" + key + "_number"))
            .isEqualTo(new FlatNames.Member(key, "number"));
        assertThat(names.namesOf(key).of("own_number")).isEqualTo("slot_" + key + "_own_number");
      }
    }
  }

  @Test
  void very_long_keys_have_names_too() {
    String key = "k".repeat(1_000);

    assertThat(names.member("slot_" + key + "_number"))
        .isEqualTo(new FlatNames.Member(key, "number"));
    assertThat(names.namesOf(key).of("number")).isEqualTo("slot_" + key + "_number");
  }

  @Test
  void a_part_that_is_not_known_has_a_name_like_the_others() {
    assertThat(names.namesOf("left").of("colour")).isEqualTo("slot_left_colour");
    assertThat(names.member("slot_left_colour")).isNull();
  }
}
