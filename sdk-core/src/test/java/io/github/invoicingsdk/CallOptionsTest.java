package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options and policies as values. */
class CallOptionsTest {

  @Test
  void policies_are_equal_when_all_their_values_are() {
    RetryPolicy policy = RetryPolicy.defaults();
    List<RetryPolicy> others =
        List.of(
            policy.toBuilder().maxAttempts(7).build(),
            policy.toBuilder().firstDelay(Duration.ofMillis(7)).build(),
            policy.toBuilder().longestDelay(Duration.ofSeconds(7)).build());

    assertThat(policy.toBuilder().build()).isEqualTo(policy).hasSameHashCodeAs(policy);
    assertThat(others).doesNotContain(policy).doesNotHaveDuplicates();
    assertThat(others).extracting(RetryPolicy::hashCode).doesNotHaveDuplicates();
    assertThat(policy).isNotEqualTo("policy").hasToString(policy.toBuilder().build().toString());
    assertThat(others.get(0).toString()).contains("7");
  }

  @Test
  void options_are_equal_when_all_their_values_are() {
    CallOptions options = CallOptions.defaults();
    List<CallOptions> others =
        List.of(
            options.toBuilder().timeout(Duration.ofSeconds(7)).build(),
            options.toBuilder().attemptTimeout(Duration.ofSeconds(7)).build(),
            options.toBuilder().retry(RetryPolicy.never()).build());

    assertThat(options.toBuilder().build()).isEqualTo(options).hasSameHashCodeAs(options);
    assertThat(others).doesNotContain(options).doesNotHaveDuplicates();
    assertThat(options).isNotEqualTo("options");
    assertThat(others.get(0).toString()).contains("timeout=PT7S");
  }
}
