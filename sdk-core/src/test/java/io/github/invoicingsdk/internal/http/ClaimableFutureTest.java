package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimableFutureTest {

  private final CompletableFuture<String> work = new CompletableFuture<>();
  private final ClaimableFuture<String> result = new ClaimableFuture<>();

  @BeforeEach
  void follow() {
    result.follow(work);
  }

  @Test
  void it_holds_the_result_of_the_work() {
    work.complete("done");

    assertThat(result).isCompletedWithValue("done");
    assertThat(result.cancel(true)).isFalse();
    assertThat(result.complete("other")).isFalse();
    assertThat(result).isCompletedWithValue("done");
  }

  @Test
  void a_failure_is_not_wrapped() {
    IOException failure = new IOException("no");
    work.completeExceptionally(failure);

    assertThatThrownBy(result::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void cancelling_cancels_the_work_which_cannot_claim_it_any_more() {
    assertThat(result.cancel(true)).isTrue();

    assertThat(work).isCancelled();
    assertThat(result.claim()).isFalse();
    assertThat(result.cancel(true)).isTrue();
    assertThat(result).isCancelled();
  }

  @Test
  void completing_it_in_another_way_cancels_the_work_too() {
    assertThat(result.complete("other")).isTrue();

    assertThat(work).isCancelled();
    assertThat(result).isCompletedWithValue("other");
    assertThat(result.claim()).isFalse();
  }

  @Test
  void a_timeout_cancels_the_work_too() {
    assertThatThrownBy(result.orTimeout(1, TimeUnit.MILLISECONDS)::join)
        .isInstanceOf(CompletionException.class);
    assertThat(result.claim()).isFalse();
  }

  @Test
  void nobody_outside_ends_it_once_it_is_claimed() {
    assertThat(result.claim()).isTrue();

    assertThat(result.cancel(true)).isFalse();
    assertThat(result.complete("other")).isFalse();
    assertThat(result.completeExceptionally(new IOException("other"))).isFalse();
    assertThat(result).isNotDone();
    assertThat(work).isNotDone();

    work.complete("done");
    assertThat(result).isCompletedWithValue("done");
  }

  @Test
  void work_that_fails_after_its_claim_is_heard() {
    result.claim();

    work.completeExceptionally(new IOException("no"));

    assertThat(result).isCompletedExceptionally();
  }
}
