package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that a server ends between calls, and clients that are closed under load. */
@Timeout(60)
class ConnectionLifeTest {

  private static final int THREADS = 200;
  private static final int CALLS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As a router does that has forgotten a connection, and says so to nobody. */
  private static final Fault SWALLOWED_IF_USED =
      Fault.wholeResponse(
          connection -> {
            if (connection.isUsed()) {
              connection.stall();
            } else {
              connection.respondWell();
            }
          });

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void close() throws Exception {
    api.close();
    tokens.close();
    threads.assertEnded();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void a_connection_that_ended_between_calls_is_replaced_without_sending_anything_twice(Call call)
      throws Exception {
    api.hangUpAfterResponses();
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      for (int i = 1; i <= CALLS; i++) {
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
        assertThat(api.requests()).isEqualTo(i);
        // The client has noticed. One that sends before it has cannot know what becomes of it.
        assertThat(Await.until(PATIENCE, () -> api.open() == 0)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void a_call_after_a_pause_does_not_take_a_connection_that_is_forgotten_on_the_way(Call call)
      throws Exception {
    FakeTime time = new FakeTime();
    api.breakWith(SWALLOWED_IF_USED);
    try (Call.Client client = call.open(api, tokens, time)) {
      for (int i = 1; i <= 3; i++) {
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
        assertThat(api.requests()).isEqualTo(i);
        time.advance(Duration.ofSeconds(31));
      }
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("calls_and_styles")
  void a_connection_on_which_an_attempt_timed_out_is_closed_and_not_used_again(
      Call call, Style style) throws Exception {
    CallOptions brief = Call.OPTIONS.toBuilder().attemptTimeout(Duration.ofMillis(500)).build();
    boolean write = call.kind() == Call.Kind.WRITE;
    api.breakWith(SWALLOWED_IF_USED);
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      assertThat(Outcome.of(client, Call.OPTIONS, style)).isEqualTo(Outcome.SUCCESS);

      assertThat(Outcome.of(client, brief, style))
          .isEqualTo(write ? Outcome.unknown(DeadlineExceededException.class) : Outcome.SUCCESS);

      // The second attempt had a connection of its own, or the next call has.
      Await.await(() -> api.playing() == 0);
      if (write) {
        assertThat(Outcome.of(client, Call.OPTIONS, style)).isEqualTo(Outcome.SUCCESS);
      }
      assertThat(api.requests()).isEqualTo(3);
    }
  }

  static Stream<Arguments> calls_and_styles() {
    return Arrays.stream(Call.values())
        .flatMap(call -> Arrays.stream(Style.values()).map(style -> Arguments.of(call, style)));
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void closing_under_load_lets_calls_under_way_end_and_refuses_new_ones(Call call)
      throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Queue<Throwable> ends = new ConcurrentLinkedQueue<>();
    AtomicInteger successes = new AtomicInteger();
    List<Thread> callers = new ArrayList<>();
    api.breakWith(
        Fault.wholeResponse(
            connection -> {
              release.await();
              connection.respondWell();
            }));
    Call.Client client = call.open(api, tokens, Clock.system());
    try (client) {
      for (int i = 0; i < THREADS; i++) {
        Thread caller = new Thread(() -> callUntilClosed(client, successes, ends));
        caller.setDaemon(true);
        caller.start();
        callers.add(caller);
      }
      assertThat(Await.until(PATIENCE, () -> api.playing() == THREADS)).isTrue();
    }
    assertThat(successes).hasValue(0);
    release.countDown();

    for (Thread caller : callers) {
      caller.join(PATIENCE.toMillis());
    }
    assertThat(callers).noneMatch(Thread::isAlive);
    assertThat(successes).hasValue(THREADS);
    assertThat(api.requests()).isEqualTo(THREADS);
    assertThat(ends)
        .hasSize(THREADS)
        .allSatisfy(end -> assertThat(end).isExactlyInstanceOf(IllegalStateException.class));
    ends.forEach(Outcome::assertShowsNoSecret);
    OpenSockets.assertNoneAfterClose(api::open);
  }

  private static void callUntilClosed(
      Call.Client client, AtomicInteger successes, Queue<Throwable> ends) {
    try {
      while (true) {
        client.call(Call.OPTIONS);
        successes.incrementAndGet();
      }
    } catch (IllegalStateException | InvoicingException e) {
      ends.add(e);
    }
  }
}
