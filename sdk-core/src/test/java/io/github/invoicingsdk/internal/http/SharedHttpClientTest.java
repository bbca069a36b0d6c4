package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedHttpClientTest {

  private static final Duration PLENTY = Duration.ofSeconds(30);

  private final SharedHttpClient shared = new SharedHttpClient(Duration.ofSeconds(1), null);

  @Test
  void all_calls_have_the_same_client() {
    assertThat(shared.acquire()).isSameAs(shared.acquire());
  }

  @Test
  void the_threads_stop_after_the_last_call_under_way() throws Exception {
    shared.acquire();
    shared.acquire();
    shared.close();
    shared.close();

    shared.release();
    assertThat(shared.awaitStopped(Duration.ZERO)).isFalse();
    shared.release();

    assertThat(shared.awaitStopped(PLENTY)).isTrue();
    assertThatIllegalStateException().isThrownBy(shared::acquire).withMessageContaining("closed");
  }

  @Test
  void one_that_was_never_used_stops_at_once() throws Exception {
    shared.close();

    assertThat(shared.awaitStopped(PLENTY)).isTrue();
  }

  @Test
  void calls_of_many_threads_that_meet_the_end_leave_nothing_behind() throws Exception {
    int threads = 8;
    CountDownLatch calling = new CountDownLatch(threads);
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    List<Future<?>> ended = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      ended.add(callers.submit(() -> callUntilClosed(calling)));
    }

    assertThat(calling.await(PLENTY.toSeconds(), TimeUnit.SECONDS)).isTrue();
    shared.close();

    for (Future<?> end : ended) {
      end.get(PLENTY.toSeconds(), TimeUnit.SECONDS);
    }
    callers.shutdown();
    assertThat(shared.awaitStopped(PLENTY)).isTrue();
  }

  private void callUntilClosed(CountDownLatch calling) {
    try {
      while (true) {
        shared.acquire();
        shared.release();
        calling.countDown();
      }
    } catch (IllegalStateException closed) {
      calling.countDown();
    }
  }
}
