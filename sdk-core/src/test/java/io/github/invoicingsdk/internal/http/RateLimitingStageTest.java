package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitingStageTest {

  private static final Request REQUEST = TestCalls.get("https://acme.example/x");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private final List<Long> sentAt = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 60, 200, 780})
  void never_lets_more_than_the_limit_out_within_any_minute(int limit) throws IOException {
    RateLimitingStage client = client(BucketLimit.bucket(limit, time));

    for (int i = 0; i < 3 * limit; i++) {
      client.execute(REQUEST, context(Duration.ofHours(1)));
    }

    for (long start : sentAt) {
      assertThat(sentAt.stream().filter(at -> at >= start && at < start + MINUTE.toNanos()))
          .hasSizeLessThanOrEqualTo(Math.max(2, limit));
    }
  }

  @Test
  void uses_the_limit_up() throws IOException {
    RateLimitingStage client = client(BucketLimit.bucket(780, time));

    for (int i = 0; i < 780 + 702; i++) {
      client.execute(REQUEST, context(Duration.ofHours(1)));
    }

    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(121));
  }

  @Test
  void a_request_that_would_have_to_wait_beyond_its_deadline_is_not_sent() throws IOException {
    RateLimitingStage client = client(BucketLimit.bucket(10, time));
    client.execute(REQUEST, context(MINUTE));

    assertThatThrownBy(() -> client.execute(REQUEST, context(Duration.ofSeconds(2))))
        .isInstanceOf(NotSentInTimeException.class);

    assertThat(sentAt).hasSize(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void an_interrupt_ends_the_wait_and_keeps_the_flag() throws IOException {
    RateLimitingStage client = client(BucketLimit.bucket(10, time));
    client.execute(REQUEST, context(MINUTE));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.execute(REQUEST, context(MINUTE)))
        .isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sentAt).hasSize(1);
  }

  @Test
  void clients_that_share_a_bucket_share_its_limit() throws Exception {
    Bucket shared = BucketLimit.bucket(100, time);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RateLimitingStage client = client(shared);
        calls.add(
            threads.submit(
                () -> {
                  for (int call = 0; call < 25; call++) {
                    client.execute(REQUEST, context(Duration.ofHours(1)));
                  }
                  return null;
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(sentAt).hasSize(200);
    assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThan(Duration.ofMinutes(1));
  }

  private RateLimitingStage client(Bucket bucket) {
    return new RateLimitingStage(
        (request, options) -> {
          synchronized (sentAt) {
            sentAt.add(time.nanoTime());
          }
          return TestCalls.response(request, 200, "");
        },
        new BucketLimit(bucket),
        time,
        Runnable::run);
  }

  private CallContext context(Duration allowed) {
    return TestCalls.context(Deadline.after(allowed, time), Map.of());
  }
}
