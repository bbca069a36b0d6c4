package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingStageTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Request REQUEST = TestCalls.get("https://acme.example/x");

  private final FakeTime time = new FakeTime();
  private final Deque<Object> script = new ArrayDeque<>();
  private int sent;

  // Jitter at its upper end, so that the pauses are known.
  private final RetryingStage client =
      new RetryingStage(this::next, time, new Backoff(bound -> bound));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_not_processed_is_sent_again_for_every_operation(boolean repeatable)
      throws IOException {
    script(response(429), new ConnectException("refused"), response(429, "0"), response(200));

    assertThat(call(repeatable).status()).isEqualTo(200);

    assertThat(sent).isEqualTo(4);
  }

  static List<IOException> failures_before_anything_was_sent() {
    return List.of(
        new ConnectException("refused"),
        new UnknownHostException("acme.example"),
        new SSLHandshakeException("bad certificate"),
        new HttpConnectTimeoutException("slow"));
  }

  @ParameterizedTest
  @MethodSource("failures_before_anything_was_sent")
  void a_write_that_was_never_sent_is_sent_again(IOException failure) throws IOException {
    script(failure, response(201));

    assertThat(call(false).status()).isEqualTo(201);
  }

  static List<Object> outcomes_that_prove_nothing() {
    return List.of(
        response(500),
        response(502),
        response(503),
        // A gateway may say so after it has handed the request on.
        response(503, "0"),
        response(504),
        response(408),
        response(522),
        new SocketException("reset"),
        new HttpTimeoutException("the response did not come"),
        new IOException("fixed content-length: 100, bytes received: 22"));
  }

  @ParameterizedTest
  @MethodSource("outcomes_that_prove_nothing")
  void an_unknown_outcome_is_repeated_only_where_that_does_no_harm(Object outcome)
      throws IOException {
    script(outcome, response(200));
    assertThat(call(true).status()).isEqualTo(200);
    assertThat(sent).isEqualTo(2);

    sent = 0;
    script(outcome, response(200));
    if (outcome instanceof IOException failure) {
      assertThatThrownBy(() -> call(false)).isSameAs(failure);
    } else {
      assertThat(call(false).status()).isGreaterThanOrEqualTo(400);
    }
    assertThat(sent).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 301, 302, 400, 401, 402, 403, 404, 409, 422, 501, 505})
  void a_response_that_says_what_is_wrong_is_never_repeated(int status) throws IOException {
    script(response(status), response(200));

    assertThat(call(true).status()).isEqualTo(status);

    assertThat(sent).isEqualTo(1);
  }

  @Test
  void too_large_and_damaged_responses_are_never_repeated() {
    script(new ResponseTooLargeException("too large"));
    assertThatThrownBy(() -> call(true)).isInstanceOf(ResponseTooLargeException.class);
    script(new CorruptContentException("damaged"));
    assertThatThrownBy(() -> call(true)).isInstanceOf(CorruptContentException.class);
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void pauses_double_up_to_the_longest_one() throws IOException {
    RetryPolicy policy =
        RetryPolicy.defaults().toBuilder()
            .maxAttempts(6)
            .firstDelay(Duration.ofMillis(500))
            .longestDelay(Duration.ofSeconds(3))
            .build();
    script(
        response(500), response(500), response(500), response(500), response(500), response(500));

    assertThat(call(true, policy, MINUTE).status()).isEqualTo(500);

    assertThat(time.sleeps())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
  }

  @Test
  void retry_after_is_honoured_in_full_in_place_of_the_pause() throws IOException {
    script(response(429, "17"), response(503, "Sat, 31 Jan 2026 12:00:42 GMT"), response(200));

    call(true);

    // The second one is a moment: 42 seconds after noon, of which 17 have passed.
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(25));
  }

  @Test
  void a_wait_beyond_the_deadline_ends_the_call_at_once() throws IOException {
    script(response(429, "61"), response(200));

    assertThat(call(true).status()).isEqualTo(429);

    assertThat(time.sleeps()).isEmpty();
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void the_deadline_of_the_call_bounds_all_attempts_together() {
    RetryPolicy policy =
        RetryPolicy.defaults().toBuilder()
            .maxAttempts(100)
            .firstDelay(Duration.ofSeconds(1))
            .longestDelay(Duration.ofSeconds(1))
            .build();
    for (int i = 0; i < 100; i++) {
      script.add(new SocketException("reset"));
    }

    assertThatThrownBy(() -> call(true, policy, Duration.ofSeconds(5)))
        .isInstanceOf(SocketException.class);

    assertThat(sent).isEqualTo(5);
  }

  @Test
  void each_attempt_has_a_deadline_of_its_own_within_that_of_the_call() throws IOException {
    RetryingStage observed =
        new RetryingStage(
            (request, options) -> {
              sent++;
              Duration remaining = CallContext.of(options).deadline().remaining();
              assertThat(remaining).isEqualTo(Duration.ofSeconds(sent == 1 ? 30 : 15));
              time.advance(remaining);
              return sent == 1 ? response(504) : response(200);
            },
            time,
            new Backoff(bound -> 0));
    CallContext context =
        TestCalls.context(Deadline.after(Duration.ofSeconds(45), time), Map.of())
            .withRetry(true, "", RetryPolicy.defaults(), Duration.ofSeconds(30));

    assertThat(observed.execute(REQUEST, context).status()).isEqualTo(200);
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void pauses_are_random_unless_a_test_says_otherwise() throws IOException {
    RetryingStage jittering = new RetryingStage(this::next, time);
    for (int i = 0; i < 40; i++) {
      script(response(500), response(200));
      jittering.execute(
          REQUEST,
          TestCalls.context(Deadline.after(MINUTE, time), Map.of())
              .withRetry(true, "", RetryPolicy.defaults(), MINUTE));
    }

    assertThat(time.sleeps())
        .hasSize(40)
        .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(500)));
    assertThat(Set.copyOf(time.sleeps())).hasSizeGreaterThan(20);
  }

  @Test
  void an_interrupt_ends_the_call_at_once_and_keeps_the_flag() {
    script(response(500), response(200));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> call(true)).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void an_interrupted_attempt_is_not_repeated() {
    InterruptedIOException interrupted = new InterruptedIOException("interrupted");
    script(interrupted, response(200));

    assertThatThrownBy(() -> call(true)).isSameAs(interrupted);

    assertThat(sent).isEqualTo(1);
  }

  @Test
  void never_means_once() throws IOException {
    script(response(429), response(200));

    assertThat(call(true, RetryPolicy.never(), MINUTE).status()).isEqualTo(429);
  }

  private Response call(boolean repeatable) throws IOException {
    return call(repeatable, RetryPolicy.defaults(), MINUTE);
  }

  private Response call(boolean repeatable, RetryPolicy policy, Duration timeout)
      throws IOException {
    return client.execute(
        REQUEST,
        TestCalls.context(Deadline.after(timeout, time), Map.of())
            .withRetry(repeatable, "", policy, MINUTE));
  }

  private Response next(Request request, Request.Options options) throws IOException {
    sent++;
    Object outcome = script.remove();
    if (outcome instanceof IOException failure) {
      throw failure;
    }
    return (Response) outcome;
  }

  private void script(Object... outcomes) {
    script.clear();
    script.addAll(Arrays.asList(outcomes));
  }

  private static Response response(int status) {
    return TestCalls.response(REQUEST, status, "");
  }

  private static Response response(int status, String retryAfter) {
    return response(status).toBuilder().headers(Map.of("Retry-After", List.of(retryAfter))).build();
  }
}
