package io.github.invoicingsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.http.TestCalls;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping and renewing tokens, seen from one thread. */
class CachedTokensTest {

  private final FakeTime time = new FakeTime();
  private final AtomicInteger fetches = new AtomicInteger();
  private final Redactor redactor = new Redactor(List.of());
  private final Deadline deadline = Deadline.after(TestCalls.AMPLE, Clock.system());

  @ParameterizedTest
  @CsvSource({"PT1H,PT59M", "PT10M,PT9M", "PT1M,PT54S", "PT1S,PT0.9S", "PT24H,PT23H59M"})
  void a_token_is_used_until_shortly_before_its_end(Duration lifetime, Duration fresh)
      throws Exception {
    CachedTokens tokens = living(lifetime);

    assertThat(tokens.token(deadline)).isEqualTo("T1");
    time.advance(fresh.minusNanos(1));
    assertThat(tokens.token(deadline)).isEqualTo("T1");
    time.advance(Duration.ofNanos(1));
    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @Test
  void the_lifetime_runs_from_before_the_token_was_asked_for() throws Exception {
    CachedTokens tokens =
        new CachedTokens(
            d -> {
              time.advance(Duration.ofSeconds(10));
              return next(Duration.ofMinutes(10));
            },
            time,
            redactor);

    tokens.token(deadline);
    time.advance(Duration.ofMinutes(9).minusSeconds(10));

    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2999-12-31T00:00:00Z"})
  void setting_the_clock_does_not_matter(Instant instant) throws Exception {
    CachedTokens tokens = living(Duration.ofHours(1));
    tokens.token(deadline);

    time.setNow(instant);

    assertThat(tokens.token(deadline)).isEqualTo("T1");
  }

  @Test
  void a_count_of_nanoseconds_that_overflows_does_not_matter() throws Exception {
    time.setNanoTime(Long.MAX_VALUE - 5);
    CachedTokens tokens = living(Duration.ofHours(1));
    tokens.token(deadline);

    time.advance(Duration.ofMinutes(58));
    assertThat(tokens.token(deadline)).isEqualTo("T1");
    time.advance(Duration.ofMinutes(1));
    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @Test
  void an_invalidated_token_is_fetched_anew() throws Exception {
    CachedTokens tokens = living(Duration.ofHours(1));
    tokens.token(deadline);

    tokens.invalidate("T1");

    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @Test
  void invalidating_a_token_that_was_replaced_leaves_the_new_one() throws Exception {
    CachedTokens tokens = living(Duration.ofHours(1));
    tokens.invalidate("T1");
    tokens.token(deadline);
    tokens.invalidate("T1");
    tokens.token(deadline);

    tokens.invalidate("T1");

    assertThat(tokens.token(deadline)).isEqualTo("T2");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void every_new_token_is_kept_out_of_what_is_shown() throws Exception {
    CachedTokens tokens = living(Duration.ofHours(1));

    tokens.token(deadline);
    tokens.token(deadline);
    tokens.invalidate("T1");
    tokens.token(deadline);

    assertThat(redactor.redact("old=T1&new=T2&next=T3")).isEqualTo("old=***&new=***&next=T3");
  }

  @Test
  void a_failure_is_not_kept() throws Exception {
    CachedTokens tokens =
        new CachedTokens(
            d -> {
              if (fetches.get() == 0) {
                fetches.incrementAndGet();
                throw new IOException("down");
              }
              return next(Duration.ofHours(1));
            },
            time,
            redactor);

    assertThatThrownBy(() -> tokens.token(deadline)).hasMessage("down");
    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @Test
  void an_error_of_the_fetcher_does_not_block_the_cache() throws Exception {
    CachedTokens tokens =
        new CachedTokens(
            d -> {
              if (fetches.get() == 0) {
                fetches.incrementAndGet();
                throw new AssertionError("broken");
              }
              return next(Duration.ofHours(1));
            },
            time,
            redactor);

    assertThatThrownBy(() -> tokens.token(deadline)).isInstanceOf(AssertionError.class);
    assertThat(tokens.token(deadline)).isEqualTo("T2");
  }

  @Test
  void a_deadline_that_has_passed_allows_a_kept_token_but_no_fetch() throws Exception {
    Deadline passed = Deadline.after(Duration.ofSeconds(1), time);
    time.advance(Duration.ofSeconds(1));
    CachedTokens tokens = living(Duration.ofHours(1));

    assertThatThrownBy(() -> tokens.token(passed)).isInstanceOf(HttpTimeoutException.class);
    assertThat(fetches).hasValue(0);
    tokens.token(deadline);
    assertThat(tokens.token(passed)).isEqualTo("T1");
  }

  private CachedTokens living(Duration lifetime) {
    return new CachedTokens(d -> next(lifetime), time, redactor);
  }

  private AccessToken next(Duration lifetime) {
    return new AccessToken("T" + fetches.incrementAndGet(), lifetime);
  }
}
