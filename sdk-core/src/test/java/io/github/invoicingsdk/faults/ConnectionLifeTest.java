package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.internal.http.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that a server ends between calls, and clients that are closed under load. */
@Timeout(60)
class ConnectionLifeTest {

  private static final int THREADS = 200;
  private static final int CALLS = 20;

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
  void connections_that_end_between_calls_are_replaced_and_no_write_is_doubled(Call call) {
    api.hangUpAfterAnswers();
    try (Call.Client client = call.open(api, tokens, Time.system())) {
      for (int i = 0; i < CALLS; i++) {
        Outcome outcome = Outcome.of(client, Call.OPTIONS);
        if (call.kind() == Call.Kind.WRITE) {
          // The client may see only when it sends that the connection is gone.
          assertThat(outcome).isIn(Outcome.SUCCESS, Outcome.unknown(ConnectionException.class));
        } else {
          assertThat(outcome).isEqualTo(Outcome.SUCCESS);
        }
      }
    }
    assertThat(api.requests()).isLessThanOrEqualTo(CALLS);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void closing_under_load_ends_every_thread(Call call) throws Exception {
    CountDownLatch underWay = new CountDownLatch(THREADS);
    Queue<Throwable> ends = new ConcurrentLinkedQueue<>();
    List<Thread> callers = new ArrayList<>();
    Call.Client client = call.open(api, tokens, Time.system());
    try (client) {
      for (int i = 0; i < THREADS; i++) {
        Thread caller = new Thread(() -> callUntilClosed(client, underWay, ends));
        caller.setDaemon(true);
        caller.start();
        callers.add(caller);
      }
      assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
    }

    for (Thread caller : callers) {
      caller.join(TimeUnit.SECONDS.toMillis(30));
    }
    assertThat(callers).noneMatch(Thread::isAlive);
    assertThat(ends)
        .hasSize(THREADS)
        .allSatisfy(
            end ->
                assertThat(end)
                    .isInstanceOfAny(IllegalStateException.class, InvoicingException.class));
    ends.forEach(Outcome::assertShowsNoSecret);
  }

  private static void callUntilClosed(
      Call.Client client, CountDownLatch underWay, Queue<Throwable> ends) {
    underWay.countDown();
    try {
      while (true) {
        client.call(Call.OPTIONS);
      }
    } catch (IllegalStateException | InvoicingException e) {
      ends.add(e);
    }
  }
}
