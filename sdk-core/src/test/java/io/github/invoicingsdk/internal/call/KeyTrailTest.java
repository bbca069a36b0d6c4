package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyTrailTest {

  @Test
  void all_keys_of_a_long_list_are_remembered_and_no_others() {
    long[] keys = LongStream.range(0, 100_000).map(i -> i * 65_536).toArray();
    KeyTrail trail = new KeyTrail();

    LongStream.of(keys).forEach(trail::add);

    assertThat(LongStream.of(keys)).allMatch(trail::contains);
    assertThat(LongStream.of(keys).map(key -> key + 1)).noneMatch(trail::contains);
  }

  @Test
  void keys_are_compared_from_a_place_before_the_end() {
    KeyTrail trail = new KeyTrail();
    LongStream.rangeClosed(1, 5).forEach(trail::add);

    assertThat(trail.matches(2, new long[] {4, 5, 6}, 2)).isTrue();
    assertThat(trail.matches(3, new long[] {3, 4}, 2)).isTrue();
    assertThat(trail.matches(2, new long[] {5, 4}, 2)).isFalse();
    assertThat(trail.matches(6, new long[] {1}, 1)).isFalse();
  }
}
