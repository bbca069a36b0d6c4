package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.observation.CallResult.Outcome;
import io.github.invoicingsdk.observation.FleetStatus;
import io.github.invoicingsdk.springboot.AccountHealth.Condition;
import io.github.invoicingsdk.springboot.AccountHealth.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountHealthTest {

  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final AccountActivity activity =
      new AccountActivity(new InvoicingAccount(Provider.INVOICEXPRESS, "acme"), () -> now);

  @Test
  void before_the_first_call_nothing_is_known() {
    Reading reading = health(null).read();

    assertThat(reading.condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(reading.details()).containsExactly(entry("callsUnderWay", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, 200, UP",
    "REFUSED, 404, UP",
    "REFUSED, 429, UP",
    "FAILED, 503, DOWN",
    "FAILED, 0, DOWN",
    "UNREADABLE, 200, DOWN",
    "OUTCOME_UNKNOWN, 0, DOWN"
  })
  void the_end_of_the_last_call_decides(Outcome outcome, int status, String expected) {
    end(Calls.result(outcome, status, null));

    assertThat(health(null).read().condition().name()).isEqualTo(expected);
  }

  @Test
  void a_call_that_its_caller_gave_up_says_nothing() {
    end(Calls.success());
    end(Calls.result(Outcome.CANCELLED, 0, null));

    assertThat(health(null).read().condition()).isEqualTo(Condition.UP);
  }

  @Test
  void a_failure_is_shown_by_its_type_and_never_by_its_message() {
    end(Calls.result(Outcome.FAILED, 0, new IllegalStateException("key=top-secret")));

    Reading reading = health(null).read();

    assertThat(reading.details())
        .contains(
            entry("lastCall", "getSequence"),
            entry("lastCallAt", "2026-11-21T10:00:00Z"),
            entry("lastOutcome", "failed"),
            entry("lastFailure", "IllegalStateException"));
    assertThat(reading.toString()).doesNotContain("top-secret");
  }

  @Test
  void what_is_too_old_is_not_known_any_more() {
    end(Calls.result(Outcome.FAILED, 503, null));
    now = now.plus(MAX_AGE);
    assertThat(health(null).read().condition()).isEqualTo(Condition.DOWN);

    now = now.plusNanos(1);

    assertThat(health(null).read().condition()).isEqualTo(Condition.UNKNOWN);
  }

  @Test
  void a_fleet_that_is_away_is_shown() {
    activity
        .listener()
        .fleetChanged(new FleetStatus(Provider.INVOICEXPRESS, "acme", false, "gone"));
    assertThat(health(null).read().details()).contains(entry("fleet", "away"));

    activity.listener().fleetChanged(new FleetStatus(Provider.INVOICEXPRESS, "acme", true, "back"));

    assertThat(health(null).read().details()).contains(entry("fleet", "available"));
  }

  @Test
  void a_request_is_sent_only_when_nothing_good_is_known_and_not_too_often() {
    AtomicInteger requests = new AtomicInteger();
    AccountHealth health =
        health(
            () -> {
              requests.incrementAndGet();
              end(Calls.result(Outcome.FAILED, 503, null));
            });

    assertThat(health.read().condition()).isEqualTo(Condition.DOWN);
    health.read();
    now = now.plus(INTERVAL.minusNanos(1));
    health.read();
    assertThat(requests).hasValue(1);

    now = now.plusNanos(1);
    health.read();
    assertThat(requests).hasValue(2);

    end(Calls.success());
    now = now.plus(INTERVAL);
    assertThat(health.read().condition()).isEqualTo(Condition.UP);
    assertThat(requests).hasValue(2);
  }

  @Test
  void health_does_not_throw_when_the_request_does() {
    AccountHealth health =
        health(
            () -> {
              throw new IllegalStateException("the client is closed");
            });

    assertThat(health.read().condition()).isEqualTo(Condition.UNKNOWN);
  }

  private AccountHealth health(@Nullable AccountProbe probe) {
    return new AccountHealth(activity, MAX_AGE, probe, INTERVAL);
  }

  private void end(CallResult result) {
    Call call = Calls.of("getSequence");
    activity.listener().started(call);
    activity.listener().ended(call, result);
  }
}
