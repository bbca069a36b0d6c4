package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Patience;
import io.github.invoicingsdk.internal.http.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that a server ends between calls, and clients that are closed under load. */
@Timeout(60)
class ConnectionLifeTest {

  private static final int THREADS = 200;
  private static final int CALLS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    api.hangUpAfterAnswers();
    try (Call.Client client = call.open(api, tokens, Time.system())) {
      for (int i = 1; i <= CALLS; i++) {
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
        assertThat(api.requests()).isEqualTo(i);
        // The client has noticed. One that sends before it has cannot know what becomes of it.
        assertThat(Patience.until(PATIENCE, () -> api.open() == 0)).isTrue();
      }
    }
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
        Fault.wholeAnswer(
            connection -> {
              release.await();
              connection.answerWell();
            }));
    Call.Client client = call.open(api, tokens, Time.system());
    try (client) {
      for (int i = 0; i < THREADS; i++) {
        Thread caller = new Thread(() -> callUntilClosed(client, successes, ends));
        caller.setDaemon(true);
        caller.start();
        callers.add(caller);
      }
      assertThat(Patience.until(PATIENCE, () -> api.playing() == THREADS)).isTrue();
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
