package io.github.invoicingsdk.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenNamesTest {

  private static final String[] USUAL = {"id", "name", "code"};

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 256, 257, 1000})
  void every_name_is_new_once(int count) {
    SeenNames seen = new SeenNames(SeenNames.NONE);
    for (int i = 0; i < count; i++) {
      assertThat(seen.add("name" + i)).isEqualTo("name" + i);
      assertThat(seen.add("name" + i / 2)).isNull();
    }
    for (int i = 0; i < count; i++) {
      assertThat(seen.add("name" + i)).isNull();
    }
  }

  @Test
  void usual_names_are_the_known_texts() {
    SeenNames seen = new SeenNames(USUAL);

    for (String name : USUAL) {
      assertThat(seen.add(copy(name))).isSameAs(name);
    }

    assertThat(seen.usual()).isSameAs(USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "code"})
  void a_usual_name_that_comes_twice_is_noticed(String twice) {
    SeenNames seen = new SeenNames(USUAL);
    for (String name : USUAL) {
      seen.add(copy(name));
    }

    assertThat(seen.add(copy(twice))).isNull();
  }

  @Test
  void a_name_that_comes_twice_at_once_is_noticed() {
    SeenNames seen = new SeenNames(USUAL);
    seen.add("id");

    assertThat(seen.add(copy("id"))).isNull();
  }

  @Test
  void other_names_are_noticed_after_usual_ones_and_are_expected_of_the_next_object() {
    SeenNames seen = new SeenNames(USUAL);

    assertThat(seen.add("id")).isEqualTo("id");
    assertThat(seen.add("code")).isEqualTo("code");
    assertThat(seen.add("other")).isEqualTo("other");
    assertThat(seen.add(copy("other"))).isNull();
    assertThat(seen.add("name")).isEqualTo("name");
    assertThat(seen.usual()).containsExactly("id", "code", "other", "name");
  }

  @Test
  void names_to_be_expected_are_the_texts_that_stand_in_code() {
    SeenNames seen = new SeenNames(SeenNames.NONE);
    seen.add(copy("postal_code"));

    assertThat(seen.usual()[0]).isSameAs("postal_code");
  }

  @Test
  void an_object_that_has_less_changes_nothing() {
    SeenNames seen = new SeenNames(USUAL);
    seen.add("id");

    assertThat(seen.usual()).isSameAs(USUAL);
  }

  @Test
  void neither_very_many_nor_very_long_names_are_kept() {
    SeenNames many = new SeenNames(USUAL);
    for (int i = 0; i < 10_000; i++) {
      many.add("name" + i);
    }
    SeenNames longOne = new SeenNames(USUAL);
    longOne.add("n".repeat(10_000));

    assertThat(many.usual()).isSameAs(USUAL);
    assertThat(longOne.usual()).isSameAs(USUAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void names_of_the_same_hash_are_told_apart(int pairs) {
    SeenNames seen = new SeenNames(SeenNames.NONE);
    for (int i = 0; i < 1 << pairs; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < pairs; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      assertThat(seen.add(name.toString())).isNotNull();
      assertThat(seen.add(name.toString())).isNull();
    }
  }

  /** Another text of the same characters, as it comes out of JSON. */
  private static String copy(String name) {
    return name.concat("x").substring(0, name.length());
  }
}
