package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class QuietTimerTest {

  @Test
  void a_future_that_is_not_done_in_time_fails_also_beside_one_that_has_longer() {
    CompletableFuture<String> longer =
        QuietTimer.limit(new CompletableFuture<>(), Duration.ofHours(1));
    CompletableFuture<String> shorter =
        QuietTimer.limit(new CompletableFuture<>(), Duration.ofMillis(1));

    assertThatThrownBy(shorter::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(longer).isNotDone();
    longer.complete("in time");
  }

  @Test
  void futures_one_after_the_other_fail_each_in_its_time() {
    for (int i = 0; i < 20; i++) {
      CompletableFuture<String> future =
          QuietTimer.limit(new CompletableFuture<>(), Duration.ofMillis(1));

      assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void no_time_at_all_is_over_at_once() {
    CompletableFuture<String> future = QuietTimer.limit(new CompletableFuture<>(), Duration.ZERO);

    assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void a_future_that_was_done_before_keeps_its_value() {
    CompletableFuture<String> future =
        QuietTimer.limit(CompletableFuture.completedFuture("done"), Duration.ofMillis(1));

    assertThat(future.join()).isEqualTo("done");
  }
}
