package io.github.invoicingsdk.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.fleet.MonthlyUsage;
import io.github.invoicingsdk.fleet.UsageStore;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.observation.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The count of a month, alone and with others. */
class UsageCounterTest {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private final FakeTime time = new FakeTime();
  private final MemoryStore store = new MemoryStore();

  @Test
  void a_client_counts_its_requests_and_those_that_failed_but_not_those_for_tokens() {
    try (StubServer server =
            StubServer.start()
                .respondWith(
                    Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"),
                    Reply.empty(401),
                    Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
        IdokladClient client = BuilderAccess.withTime(StubClients.idoklad(server), time).build()) {
      assertThat(client.usage()).isEqualTo(new MonthlyUsage(JANUARY, 0, 0));

      client.numericSequences().get(7);
      client.numericSequences().get(7);

      assertThat(client.usage()).isEqualTo(new MonthlyUsage(JANUARY, 3, 1));
      assertThat(server.tokenRequests()).hasSize(2);
    }
  }

  @Test
  void a_month_begins_at_midnight_in_prague() {
    UsageCounter counter = counter(null);
    time.setNow(Instant.parse("2026-06-30T21:59:59Z"));
    count(counter, 3, 0);
    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(YearMonth.of(2026, 6), 3, 0));

    time.setNow(Instant.parse("2026-06-30T22:00:00Z"));

    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(YearMonth.of(2026, 7), 0, 0));
    count(counter, 1, 1);
    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(YearMonth.of(2026, 7), 2, 1));
  }

  @Test
  void machines_see_the_count_of_all() {
    UsageCounter one = counter(store);
    UsageCounter other = counter(store);

    count(one, 5, 1);
    count(other, 7, 2);

    assertThat(one.usage().calls()).isGreaterThanOrEqualTo(6);
    assertThat(other.usage()).isEqualTo(new MonthlyUsage(JANUARY, 15, 3));
    assertThat(one.usage()).isEqualTo(new MonthlyUsage(JANUARY, 15, 3));
  }

  @Test
  void what_is_shared_is_told_once_a_second_at_most() {
    UsageCounter counter = counter(store);

    count(counter, 100, 0);
    assertThat(store.reports).hasSize(1);
    time.advance(Duration.ofSeconds(1));
    count(counter, 100, 0);

    assertThat(store.reports).hasSize(2);
    assertThat(counter.usage().calls()).isEqualTo(200);
  }

  @Test
  void nothing_is_lost_while_what_is_shared_is_away() {
    UsageCounter counter = counter(store);
    count(counter, 10, 0);
    store.away = true;
    for (int second = 0; second < 30; second++) {
      time.advance(Duration.ofSeconds(1));
      count(counter, 10, 1);
    }
    // What is known: the last total and what was counted since.
    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(JANUARY, 340, 30));

    store.away = false;
    time.advance(FleetHealth.PAUSE);

    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(JANUARY, 340, 30));
    assertThat(store.totals).containsEntry(JANUARY, new MonthlyUsage(JANUARY, 340, 30));
  }

  @Test
  void what_was_counted_in_the_old_month_is_added_to_the_old_month() {
    UsageCounter counter = counter(store);
    store.away = true;
    count(counter, 10, 0);
    time.setNow(Instant.parse("2026-02-01T12:00:00Z"));
    time.advance(FleetHealth.PAUSE);
    store.away = false;

    count(counter, 1, 0);

    assertThat(counter.usage()).isEqualTo(new MonthlyUsage(YearMonth.of(2026, 2), 1, 0));
    assertThat(store.totals).containsEntry(JANUARY, new MonthlyUsage(JANUARY, 10, 0));
  }

  private UsageCounter counter(@Nullable UsageStore shared) {
    return new UsageCounter(
        shared,
        "account",
        "Europe/Prague",
        new FleetHealth(Provider.IDOKLAD, Listeners.NONE, time),
        time,
        Runnable::run);
  }

  private static void count(UsageCounter counter, int accepted, int refused) {
    Observation call = Listeners.NONE.call(Provider.IDOKLAD, "get", OptionalInt.empty());
    for (int i = 0; i < accepted + refused; i++) {
      counter.attempted(
          call,
          new Attempt(
              1,
              i < accepted ? Attempt.Outcome.ACCEPTED : Attempt.Outcome.REFUSED,
              OptionalInt.of(200),
              Duration.ZERO,
              0,
              0,
              () -> "",
              () -> ""));
    }
  }

  /** A store in memory that can be away. */
  private static final class MemoryStore implements UsageStore {

    private final Map<YearMonth, MonthlyUsage> totals = new HashMap<>();
    private final List<Long> reports = new ArrayList<>();
    private boolean away;

    @Override
    public MonthlyUsage add(String account, YearMonth month, long calls, long failed) {
      if (away) {
        throw new IllegalStateException("away");
      }
      reports.add(calls);
      return totals.merge(
          month,
          new MonthlyUsage(month, calls, failed),
          (a, b) -> new MonthlyUsage(month, a.calls() + b.calls(), a.failed() + b.failed()));
    }
  }
}
