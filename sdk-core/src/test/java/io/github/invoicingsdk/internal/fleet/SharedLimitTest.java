package io.github.invoicingsdk.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.fleet.TokenStore;
import io.github.invoicingsdk.fleet.UsageStore;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.http.NotSentInTimeException;
import io.github.invoicingsdk.internal.http.RequestLimit;
import io.github.invoicingsdk.internal.observation.Account;
import io.github.invoicingsdk.internal.observation.BodyMask;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.FleetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit that machines share, while what is shared comes and goes. */
class SharedLimitTest {

  private static final int LIMIT = 100;
  private static final int MACHINES = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FakeTime time = new FakeTime();
  private final BreakableFleet fleet = new BreakableFleet();
  private final List<FleetStatus> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_limit_holds_in_any_minute_whatever_becomes_of_what_is_shared(long seed)
      throws NotSentInTimeException {
    Random random = new Random(seed);
    List<SharedLimit> machines = new ArrayList<>();
    for (int i = 0; i < MACHINES; i++) {
      machines.add(limit());
    }
    Senders senders = new Senders();
    for (int step = 0; step < 20_000; step++) {
      senders.sendUntil(random.nextInt(random.nextInt(10) == 0 ? 4_000 : 300));
      // An outage of some seconds every few minutes, in which the data may get lost.
      if (fleet.away ? random.nextInt(100) == 0 : random.nextInt(900) == 0) {
        fleet.away = !fleet.away;
        if (random.nextBoolean()) {
          fleet.loseData();
        }
      }
      senders.wantToSend(machines.get(random.nextInt(MACHINES)), PATIENCE);
    }

    assertThat(senders.sent).hasSizeGreaterThan(500);
    assertThat(mostInAMinute(senders.sent)).isLessThanOrEqualTo(LIMIT);
    assertThat(told).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1_000, 7_000})
  void a_bucket_that_is_lost_again_and_again_does_not_lift_the_limit(long millis) {
    List<SharedLimit> machines = new ArrayList<>();
    for (int i = 0; i < MACHINES; i++) {
      machines.add(limit());
    }
    Senders senders = new Senders();
    for (long now = 0; now < Duration.ofMinutes(3).toMillis(); now += millis) {
      // More in each round than the limit allows until the next one.
      for (int i = 0; i < 2 + millis * LIMIT / 20_000; i++) {
        senders.wantToSend(machines.get(i % MACHINES), Duration.ofSeconds(60));
      }
      senders.sendUntil(millis);
      fleet.loseData();
    }

    assertThat(mostInAMinute(senders.sent)).isLessThanOrEqualTo(LIMIT);
    assertThat(told).isEmpty();
    if (millis >= 1_000) {
      assertThat(senders.sent).hasSizeGreaterThan(LIMIT);
    }
  }

  @Test
  void the_whole_limit_can_be_used_by_one_machine_while_the_others_rest()
      throws NotSentInTimeException {
    SharedLimit busy = limit();
    SharedLimit idle = limit();
    assertThat(idle.reserve(PATIENCE).pause()).isPositive();
    int sent = 0;
    for (int step = 0; step < 600; step++) {
      time.advance(Duration.ofMillis(100));
      try {
        RequestLimit.Place unused = busy.reserve(Duration.ofMillis(1));
        sent++;
      } catch (NotSentInTimeException notYet) {
        // Not sent, so not counted.
      }
    }

    assertThat(sent).isBetween(LIMIT * 3 / 4, LIMIT);
    assertThat(busy.mayBlock()).isTrue();
  }

  @Test
  void while_what_is_shared_is_away_a_machine_keeps_to_its_part() throws NotSentInTimeException {
    SharedLimit machine = limit();
    fleet.away = true;

    int sent = 0;
    for (int i = 0; i < 1_000; i++) {
      time.advance(Duration.ofMillis(60));
      try {
        machine.reserve(Duration.ofMillis(1));
        sent++;
      } catch (NotSentInTimeException notYet) {
        // Not sent, so not counted.
      }
    }

    assertThat(sent).isBetween(15, LIMIT / MACHINES);
    assertThat(told).extracting(FleetStatus::available).containsExactly(false);
    assertThat(told.get(0).reason()).isEqualTo("IllegalStateException");
  }

  @Test
  void what_is_shared_is_tried_again_after_a_pause_and_not_before() throws NotSentInTimeException {
    SharedLimit machine = limit();
    fleet.away = true;
    machine.reserve(PATIENCE);
    machine.reserve(PATIENCE);
    assertThat(fleet.asked).isEqualTo(1);

    fleet.away = false;
    time.advance(FleetHealth.PAUSE.minusMillis(1));
    machine.reserve(PATIENCE);
    assertThat(fleet.asked).isEqualTo(1);
    time.advance(Duration.ofMillis(1));
    machine.reserve(PATIENCE);
    assertThat(fleet.asked).isGreaterThan(1);
    time.advance(FleetHealth.STEADY);
    machine.reserve(PATIENCE);

    assertThat(told).extracting(FleetStatus::available).containsExactly(false, true);
  }

  @Test
  void an_interrupted_caller_does_not_mean_that_what_is_shared_is_away() throws Exception {
    SharedLimit machine = limit();
    fleet.away = true;

    Thread.currentThread().interrupt();
    machine.reserve(PATIENCE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void who_would_have_to_wait_too_long_is_told_so_and_what_is_shared_is_not_away() {
    SharedLimit machine = limit();

    assertThatThrownBy(() -> machine.reserve(Duration.ofMillis(1)))
        .isInstanceOf(NotSentInTimeException.class);
    assertThat(told).isEmpty();
  }

  @Test
  void what_comes_and_goes_is_told_once_and_back_when_it_is_steady() throws Exception {
    SharedLimit machine = limit();
    for (int i = 0; i < 20; i++) {
      fleet.away = i % 2 == 0;
      machine.reserve(PATIENCE);
      time.advance(FleetHealth.PAUSE);
    }
    assertThat(told).extracting(FleetStatus::available).containsExactly(false);

    fleet.away = false;
    time.advance(FleetHealth.STEADY);
    machine.reserve(PATIENCE);

    assertThat(told).extracting(FleetStatus::available).containsExactly(false, true);
    fleet.away = true;
    machine.reserve(PATIENCE);
    assertThat(told).extracting(FleetStatus::available).containsExactly(false, true, false);
  }

  private SharedLimit limit() {
    CallListener listener =
        new CallListener() {
          @Override
          public void fleetChanged(FleetStatus status) {
            told.add(status);
          }
        };
    Listeners listeners =
        new Listeners(List.of(listener), new BodyMask(new Redactor(List.of())), Account.NONE, time);
    FleetHealth health = new FleetHealth(Provider.IDOKLAD, listeners, time);
    return new SharedLimit(fleet, "account", LIMIT, health, time);
  }

  private static int mostInAMinute(List<Long> moments) {
    List<Long> sorted = new ArrayList<>(moments);
    Collections.sort(sorted);
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= Duration.ofMinutes(1).toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Requests that wait for their turn, and when they were sent. */
  private final class Senders {

    private final PriorityQueue<Waiting> waiting =
        new PriorityQueue<>(Comparator.comparingLong(Waiting::until));
    private final List<Long> sent = new ArrayList<>();

    void wantToSend(SharedLimit machine, Duration patience) {
      try {
        RequestLimit.Place place = machine.reserve(patience);
        assertThat(place.pause()).isLessThanOrEqualTo(patience);
        waiting.add(new Waiting(machine, place, time.nanoTime() + place.pause().toNanos()));
      } catch (NotSentInTimeException tooMany) {
        // Not sent, so not counted.
      }
    }

    /** Lets the time go on, in which those whose turn comes are sent. */
    void sendUntil(long millis) {
      long end = time.nanoTime() + Duration.ofMillis(millis).toNanos();
      while (!waiting.isEmpty() && waiting.peek().until() <= end) {
        Waiting next = waiting.remove();
        time.advance(Duration.ofNanos(next.until() - time.nanoTime()));
        if (next.place().held().getAsBoolean()) {
          sent.add(time.nanoTime());
        } else {
          wantToSend(next.machine(), PATIENCE);
        }
      }
      time.advance(Duration.ofNanos(end - time.nanoTime()));
    }
  }

  private record Waiting(SharedLimit machine, RequestLimit.Place place, long until) {}

  /** A bucket in memory that can be away, or lost. */
  private final class BreakableFleet implements Fleet {

    private @Nullable Bucket bucket;
    private int made;
    private boolean away;
    private int asked;

    void loseData() {
      bucket = null;
    }

    @Override
    public Optional<String> bucketName(String account) {
      asked++;
      requireThere();
      return bucket == null ? Optional.empty() : Optional.of("bucket-" + made);
    }

    @Override
    public Bucket bucket(String account, int requestsPerMinute) {
      requireThere();
      Bucket current = bucket;
      if (current == null) {
        current = empty();
        bucket = current;
        made++;
      }
      return current;
    }

    private void requireThere() {
      if (away) {
        throw new IllegalStateException("away");
      }
    }

    @Override
    public TokenStore tokens() {
      throw new AssertionError("no tokens here");
    }

    @Override
    public UsageStore usage() {
      throw new AssertionError("nothing is counted here");
    }

    @Override
    public int machines() {
      return MACHINES;
    }

    private Bucket empty() {
      return Bucket.builder()
          .addLimit(BucketLimit.sharedConfiguration(LIMIT, "shared").getBandwidths()[0])
          .withCustomTimePrecision(
              new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                  return time.nanoTime();
                }

                @Override
                public boolean isWallClockBased() {
                  return false;
                }
              })
          .build();
    }
  }
}
