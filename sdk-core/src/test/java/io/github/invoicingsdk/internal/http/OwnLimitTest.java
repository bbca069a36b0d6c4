package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLimitTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeTime time = new FakeTime();

  @Test
  void the_first_requests_of_many_threads_are_counted_together() throws Exception {
    int threads = 16;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        OwnLimit limit = new OwnLimit(20, time);
        CyclicBarrier barrier = new CyclicBarrier(threads);
        Callable<Duration> request =
            () -> {
              barrier.await();
              return limit.reserve(HOUR).pause();
            };
        List<Duration> pauses = new ArrayList<>();
        for (Future<Duration> pause : executor.invokeAll(Collections.nCopies(threads, request))) {
          pauses.add(pause.get());
        }
        // A tenth of the limit may be sent at once; every other request has a turn of its own.
        assertThat(pauses).filteredOn(Duration::isZero).hasSize(2);
        assertThat(pauses).filteredOn(pause -> !pause.isZero()).doesNotHaveDuplicates();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void a_long_time_before_the_first_request_lets_no_more_out_than_none() throws Exception {
    OwnLimit atOnce = new OwnLimit(30, time);
    OwnLimit late = new OwnLimit(30, time);
    List<Duration> expected = pauses(atOnce);

    time.advance(HOUR);

    assertThat(pauses(late)).isEqualTo(expected);
    assertThat(expected).startsWith(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    assertThat(expected.get(3)).isPositive();
  }

  @Test
  void a_request_that_cannot_wait_for_its_turn_is_refused() throws Exception {
    OwnLimit limit = new OwnLimit(10, time);
    assertThat(limit.reserve(HOUR).pause()).isZero();

    assertThatThrownBy(() -> limit.reserve(Duration.ofSeconds(1)))
        .isInstanceOf(NotSentInTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Integer.MAX_VALUE})
  void every_limit_that_a_builder_takes_is_one_that_a_bucket_takes(int limit) throws Exception {
    assertThat(new OwnLimit(limit, time).reserve(HOUR).pause()).isZero();
  }

  @Test
  void no_thread_is_blocked_by_it() {
    assertThat(new OwnLimit(10, time).mayBlock()).isFalse();
  }

  private static List<Duration> pauses(OwnLimit limit) throws NotSentInTimeException {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pauses.add(limit.reserve(HOUR).pause());
    }
    return pauses;
  }
}
