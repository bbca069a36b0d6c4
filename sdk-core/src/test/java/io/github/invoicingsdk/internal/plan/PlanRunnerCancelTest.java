package io.github.invoicingsdk.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.observation.Listeners;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans that are ended from outside: the step under way is cancelled, and none follows. */
@Timeout(60)
class PlanRunnerCancelTest {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final List<String> followed = new ArrayList<>();
  private final ByHand byHand = new ByHand();

  @AfterEach
  void nothing_may_follow() {
    assertThat(followed).isEmpty();
  }

  @Test
  void cancelling_during_a_request_cancels_it() {
    CompletableFuture<String> request = new CompletableFuture<>();
    CompletableFuture<String> result = start(Plan.request(() -> request));

    result.cancel(true);

    assertThat(request).isCancelled();
    assertThat(result).isCancelled();
  }

  @Test
  void a_response_after_the_end_changes_nothing() {
    CompletableFuture<String> deaf = new Uncancellable<>();
    CompletableFuture<String> result = start(Plan.request(() -> deaf));

    result.cancel(true);
    deaf.complete("too late");

    assertThat(result).isCancelled();
  }

  @Test
  void cancelling_during_a_pause_ends_it() {
    CompletableFuture<String> result = start(Plan.pause(PAUSE).map(over -> ""));

    result.cancel(true);

    assertThat(byHand.pauses).singleElement().satisfies(pause -> assertThat(pause).isCancelled());
  }

  @Test
  void cancelling_during_work_that_blocks_interrupts_its_thread() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Plan<String> work =
        Plan.blocking(
            () -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              return "";
            });
    CompletableFuture<String> result =
        PlanRunner.start(
            andThen(work), new OtherThreads(new FakeTime(), executor, Listeners.NONE.capture()));
    started.await();

    result.cancel(true);

    Await.await(interrupted::get);
    executor.shutdown();
  }

  @Test
  void cancelling_before_the_first_step_has_begun_keeps_it_from_beginning() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    Plan<String> work = Plan.blocking(() -> follow("work"));
    CompletableFuture<String> result =
        PlanRunner.start(
            andThen(work),
            new OtherThreads(new FakeTime(), waiting::add, Listeners.NONE.capture()));

    result.cancel(true);

    waiting.forEach(Runnable::run);
  }

  @Test
  void cancelling_between_two_steps_keeps_the_second_from_beginning() {
    CompletableFuture<String> first = new CompletableFuture<>();
    AtomicReference<@Nullable CompletableFuture<String>> result = new AtomicReference<>();
    result.set(
        start(
            Plan.request(() -> first)
                .then(
                    value -> {
                      cancel(result);
                      return Plan.request(
                          () -> CompletableFuture.completedFuture(follow("request")));
                    })));

    first.complete("");

    assertThat(result.get()).isCancelled();
  }

  @Test
  void a_request_that_is_sent_at_the_very_moment_of_cancelling_is_cancelled() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    AtomicReference<@Nullable CompletableFuture<String>> result = new AtomicReference<>();
    Supplier<CompletableFuture<String>> sending =
        () -> {
          cancel(result);
          return second;
        };
    result.set(start(Plan.request(() -> first).then(value -> Plan.request(sending))));

    first.complete("");

    assertThat(second).isCancelled();
  }

  @Test
  void a_result_that_is_given_from_outside_ends_the_plan_as_well() {
    CompletableFuture<String> request = new CompletableFuture<>();
    CompletableFuture<String> result = start(Plan.request(() -> request));

    result.complete("given");

    assertThat(request).isCancelled();
    assertThat(result).isCompletedWithValue("given");
  }

  @Test
  void a_thread_that_is_interrupted_while_it_pauses_stays_interrupted() {
    Means here = new CallingThread(new FakeTime(), IllegalStateException::new);
    Plan<String> plan = Plan.pause(PAUSE).map(over -> follow("after the pause"));

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> PlanRunner.run(plan, here))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private CompletableFuture<String> start(Plan<String> first) {
    return PlanRunner.start(andThen(first), byHand);
  }

  private Plan<String> andThen(Plan<String> first) {
    return first
        .map(value -> follow("function"))
        .otherwise(failure -> Plan.of(follow("handler: " + failure)));
  }

  private String follow(String what) {
    followed.add(what);
    return what;
  }

  private static void cancel(AtomicReference<@Nullable CompletableFuture<String>> result) {
    CompletableFuture<String> future = result.get();
    if (future != null) {
      future.cancel(true);
    }
  }

  /** Pauses that end when a test says so. */
  private static final class ByHand implements Means {

    private final List<CompletableFuture<@Nullable Void>> pauses = new ArrayList<>();

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
      CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
      pauses.add(pause);
      return pause;
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work) {
      throw new AssertionError("nothing blocks here");
    }
  }

  /** A future whose work goes on, whatever anybody says. */
  private static final class Uncancellable<T> extends CompletableFuture<T> {

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }
}
