package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bounds between which a pause is chosen. */
class BackoffTest {

  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final Backoff longest = new Backoff(bound -> bound);

  @Test
  void the_bound_doubles_from_the_first_delay_up_to_the_longest() {
    RetryPolicy policy = policy(Duration.ofMillis(300), Duration.ofMillis(1200));

    assertThat(longest.after(1, policy)).isEqualTo(Duration.ofMillis(300));
    assertThat(longest.after(2, policy)).isEqualTo(Duration.ofMillis(600));
    assertThat(longest.after(3, policy)).isEqualTo(Duration.ofMillis(1200));
    assertThat(longest.after(4, policy)).isEqualTo(Duration.ofMillis(1200));
    assertThat(longest.after(100, policy)).isEqualTo(Duration.ofMillis(1200));
  }

  @Test
  void a_first_delay_above_the_longest_gives_way_to_it() {
    assertThat(longest.after(1, policy(Duration.ofSeconds(9), Duration.ofSeconds(2))))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void delays_that_overflow_are_taken_for_a_day() {
    assertThat(longest.after(1, policy(FOREVER, FOREVER))).isEqualTo(Duration.ofDays(1));
    assertThat(longest.after(100, policy(Duration.ofMillis(1), FOREVER)))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void without_a_delay_there_is_no_pause() {
    assertThat(longest.after(100, policy(Duration.ZERO, FOREVER))).isEqualTo(Duration.ZERO);
  }

  private static RetryPolicy policy(Duration first, Duration longest) {
    return RetryPolicy.defaults().toBuilder().firstDelay(first).longestDelay(longest).build();
  }
}
