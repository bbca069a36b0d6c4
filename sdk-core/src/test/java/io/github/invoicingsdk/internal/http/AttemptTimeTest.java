package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the time of an attempt runs, and which time an exception names. */
class AttemptTimeTest {

  private static final Request REQUEST = TestCalls.get("https://acme.example/x");
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);

  private final FakeTime time = new FakeTime();
  private final List<Duration> left = new ArrayList<>();

  @Test
  void waiting_for_the_rate_limit_takes_none_of_the_time_of_an_attempt() throws IOException {
    Bucket tenPerMinute = BucketLimit.bucket(10, time);
    Stage client =
        new RetryingStage(
            new RateLimitingStage(
                bounded(Duration.ZERO), new BucketLimit(tenPerMinute), time, Runnable::run),
            time);

    client.execute(REQUEST, context());
    client.execute(REQUEST, context());

    assertThat(time.sleeps()).singleElement().satisfies(wait -> assertThat(wait).isPositive());
    assertThat(left).containsExactly(ATTEMPT, ATTEMPT);
  }

  @Test
  void a_request_waits_for_the_rate_limit_longer_than_an_attempt_may_take() throws IOException {
    Bucket slow = BucketLimit.bucket(3, time);
    Stage client =
        new RetryingStage(
            new RateLimitingStage(
                bounded(Duration.ZERO), new BucketLimit(slow), time, Runnable::run),
            time);

    client.execute(REQUEST, context());
    client.execute(REQUEST, context());

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void waiting_for_a_token_takes_none_of_the_time_of_an_attempt() throws IOException {
    Stage exchange = bounded(Duration.ZERO);
    Stage client =
        new RetryingStage(
            (request, options) -> {
              time.advance(Duration.ofSeconds(4));
              return exchange.execute(request, options);
            },
            time);

    client.execute(REQUEST, context());

    assertThat(left).containsExactly(ATTEMPT);
  }

  @Test
  void an_attempt_never_has_more_time_than_is_left_of_the_call() throws IOException {
    CallContext context = context();
    time.advance(Duration.ofSeconds(58));

    bounded(Duration.ZERO).execute(REQUEST, context);

    assertThat(left).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void the_time_that_ran_out_is_that_of_an_attempt_while_the_call_has_some_left() {
    CallContext context = context();

    assertThatThrownBy(() -> bounded(ATTEMPT).execute(REQUEST, context))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(context.timeThatRanOut()).isEqualTo(ATTEMPT);
    time.advance(CALL);
    assertThat(context.timeThatRanOut()).isEqualTo(CALL);
  }

  @Test
  void a_write_that_was_not_sent_in_time_was_surely_not_processed() {
    CallContext write =
        TestCalls.context(Deadline.after(CALL, time), Map.of())
            .withRetry(false, "Read it back.", RetryPolicy.defaults(), ATTEMPT);
    time.advance(CALL);
    Stage client =
        new TranslatingStage(
            new RetryingStage(bounded(Duration.ZERO), time),
            new ErrorTranslator(new Redactor(List.of()), time));

    assertThatThrownBy(() -> client.execute(REQUEST, write))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            e -> {
              assertThat(e.mayHaveBeenProcessed()).isFalse();
              assertThat(e.allowed()).isEqualTo(CALL);
            });
    assertThat(left).isEmpty();
  }

  private Stage bounded(Duration exchange) {
    return new BoundingStage(
        (request, options) -> {
          left.add(Duration.ofMillis(options.readTimeoutMillis()));
          time.advance(exchange);
          if (exchange.isZero()) {
            return TestCalls.response(request, 200, "");
          }
          throw new HttpTimeoutException("too late");
        },
        1024);
  }

  private CallContext context() {
    return TestCalls.context(Deadline.after(CALL, time), Map.of())
        .withRetry(true, "", RetryPolicy.never(), ATTEMPT);
  }
}
