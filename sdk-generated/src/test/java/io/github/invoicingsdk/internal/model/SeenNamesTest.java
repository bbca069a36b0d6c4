package io.github.invoicingsdk.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenNamesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 64, 127, 128, 129, 1000})
  void every_name_is_new_once(int count) {
    SeenNames seen = new SeenNames();
    for (int i = 0; i < count; i++) {
      assertThat(seen.add("name" + i)).isTrue();
      assertThat(seen.add("name" + i / 2)).isFalse();
    }
    for (int i = 0; i < count; i++) {
      assertThat(seen.add("name" + i)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void names_of_the_same_hash_are_told_apart(int pairs) {
    SeenNames seen = new SeenNames();
    for (int i = 0; i < 1 << pairs; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < pairs; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      assertThat(seen.add(name.toString())).isTrue();
      assertThat(seen.add(name.toString())).isFalse();
    }
  }
}
