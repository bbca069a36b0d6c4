package io.github.invoicingsdk.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.observation.Listeners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows what, in plans of any length, and how they fail. */
@Timeout(60)
class PlanRunnerTest {

  private static final int MANY = 100_000;

  private final FakeTime time = new FakeTime();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final Means here = new CallingThread(time, IllegalStateException::new);
  private final Means elsewhere = new OtherThreads(time, executor, Listeners.NONE.capture());
  private final List<String> told = new ArrayList<>();

  /** How the future of a request comes to its end. */
  enum Arrival {
    BEFORE_IT_IS_RETURNED {
      @Override
      CompletableFuture<Integer> of(int value, ExecutorService executor) {
        return CompletableFuture.completedFuture(value);
      }
    },
    ON_ANOTHER_THREAD {
      @Override
      CompletableFuture<Integer> of(int value, ExecutorService executor) {
        return CompletableFuture.supplyAsync(() -> value, executor);
      }
    },
    WHILE_IT_IS_LOOKED_AT {
      @Override
      CompletableFuture<Integer> of(int value, ExecutorService executor) {
        return new LateToSayThatItIsDone<>(value);
      }
    };

    abstract CompletableFuture<Integer> of(int value, ExecutorService executor);
  }

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  @Test
  void a_function_gets_what_came_out_before_it() {
    Plan<String> plan =
        Plan.of(1)
            .then(one -> Plan.request(() -> CompletableFuture.completedFuture(one + 1)))
            .map(two -> two + 1)
            .then(three -> Plan.pause(Duration.ofSeconds(three)).map(over -> "after " + three));

    assertThat(PlanRunner.run(plan, here)).isEqualTo("after 3");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(3));
    assertThat(PlanRunner.start(plan, elsewhere)).isCompletedWithValue("after 3");
  }

  @Test
  void a_plan_does_nothing_before_it_is_carried_out_and_all_of_it_each_time() {
    Plan<String> plan = Plan.lazily(() -> Plan.of("")).map(nothing -> tell("done"));

    assertThat(told).isEmpty();
    PlanRunner.run(plan, here);
    PlanRunner.run(plan, here);
    assertThat(told).containsExactly("done", "done");
  }

  @Test
  void nothing_may_come_out_of_a_step() {
    Plan<String> plan = Plan.pause(Duration.ZERO).map(over -> "over");

    assertThat(PlanRunner.run(plan, here)).isEqualTo("over");
  }

  @Test
  void a_handler_is_passed_over_after_success() {
    Plan<String> plan = Plan.of("value").otherwise(failure -> Plan.of(tell("handled")));

    assertThat(PlanRunner.run(plan, here)).isEqualTo("value");
    assertThat(told).isEmpty();
  }

  @Test
  void a_failure_passes_over_functions_and_reaches_the_innermost_handler() {
    Plan<String> plan =
        Plan.<String>failed(new IllegalArgumentException("first"))
            .map(value -> tell("function"))
            .otherwise(failure -> Plan.of(tell("inner: " + failure.getMessage())))
            .map(value -> tell("after the inner one"))
            .otherwise(failure -> Plan.of(tell("outer")));

    PlanRunner.run(plan, here);

    assertThat(told).containsExactly("inner: first", "after the inner one");
  }

  @Test
  void a_failure_in_a_handler_reaches_the_next_one_and_not_the_same() {
    Plan<String> plan =
        Plan.<String>failed(new IllegalArgumentException("first"))
            .otherwise(
                failure -> {
                  throw new IllegalStateException("second");
                })
            .otherwise(failure -> Plan.failed(new IllegalStateException(tell(of(failure)))))
            .otherwise(failure -> Plan.of(tell("third")));

    PlanRunner.run(plan, here);

    assertThat(told).containsExactly("second", "third");
  }

  @Test
  void a_handler_does_not_see_what_fails_after_it() {
    Plan<String> plan =
        Plan.of("value")
            .otherwise(failure -> Plan.of(tell("handled")))
            .then(value -> Plan.failed(new IllegalStateException("later")));

    assertThatThrownBy(() -> PlanRunner.run(plan, here)).hasMessage("later");
    assertThat(told).isEmpty();
  }

  @Test
  void either_goes_on_after_both_outcomes() {
    Plan<String> success = Plan.of(1).either(value -> Plan.of("value"), e -> Plan.of("handled"));
    Plan<String> failure =
        Plan.<Integer>failed(new IllegalStateException("first"))
            .either(value -> Plan.of("value"), e -> Plan.of("handled " + e.getMessage()));

    assertThat(PlanRunner.run(success, here)).isEqualTo("value");
    assertThat(PlanRunner.run(failure, here)).isEqualTo("handled first");
  }

  @Test
  void either_does_not_handle_what_fails_after_a_success_or_in_the_handler() {
    Plan<String> later =
        Plan.of(1)
            .either(
                value -> {
                  throw new IllegalStateException("later");
                },
                failure -> Plan.of(tell("handled")));
    Plan<String> handler =
        Plan.<Integer>failed(new IllegalStateException("first"))
            .either(value -> Plan.of(""), failure -> Plan.failed(new IllegalStateException("own")));

    assertThatThrownBy(() -> PlanRunner.run(later, here)).hasMessage("later");
    assertThatThrownBy(() -> PlanRunner.run(handler, here)).hasMessage("own");
    assertThat(told).isEmpty();
  }

  @Test
  void what_is_thrown_instead_of_a_future_is_a_failure() {
    Plan<String> request = Plan.request(throwing(new IllegalStateException("not sent")));
    Plan<String> work = Plan.blocking(throwing(new IllegalStateException("not done")));

    assertThat(PlanRunner.run(request.otherwise(failure -> Plan.of(of(failure))), here))
        .isEqualTo("not sent");
    assertThat(PlanRunner.run(work.otherwise(failure -> Plan.of(of(failure))), here))
        .isEqualTo("not done");
    assertThat(PlanRunner.start(work.otherwise(failure -> Plan.of(of(failure))), elsewhere).join())
        .isEqualTo("not done");
  }

  @Test
  @SuppressWarnings("NullAway") // On purpose.
  void a_plan_that_is_null_fails_and_does_not_hang() {
    Plan<String> then = Plan.of("").then(value -> null);
    Plan<String> otherwise = Plan.<String>failed(new IllegalStateException()).otherwise(e -> null);
    Plan<String> request = Plan.request(() -> null);

    for (Plan<String> plan : List.of(then, otherwise, request)) {
      assertThat(PlanRunner.start(plan, here)).isCompletedExceptionally();
      assertThatThrownBy(() -> PlanRunner.run(plan, here)).isInstanceOf(NullPointerException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_goes_round_as_often_as_it_likes(Arrival arrival) {
    assertThat(PlanRunner.start(countdown(MANY, arrival), elsewhere).join()).isEqualTo("there");
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_goes_round_after_failures_as_often_as_it_likes(Arrival arrival) {
    assertThat(PlanRunner.start(failures(MANY, arrival), elsewhere).join()).isEqualTo("there");
  }

  @Test
  void a_plan_may_be_made_of_as_many_others_as_it_likes() {
    Plan<Integer> plan = Plan.of(0);
    for (int i = 0; i < MANY; i++) {
      plan = plan.map(value -> value + 1).otherwise(Plan::failed);
    }

    assertThat(PlanRunner.run(plan, here)).isEqualTo(MANY);
  }

  @Test
  void work_that_blocks_runs_on_the_calling_thread_or_on_the_executor() {
    Plan<Thread> plan = Plan.blocking(Thread::currentThread);

    assertThat(PlanRunner.run(plan, here)).isSameAs(Thread.currentThread());
    assertThat(PlanRunner.start(plan, elsewhere).join()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void an_error_ends_the_plan_wherever_it_comes_from() {
    AssertionError error = new AssertionError("broken");
    Supplier<String> throwing = throwing(error);
    Plan<String> thrown = Plan.of("").map(value -> throwing.get());
    Plan<String> instead = Plan.request(throwing(error));
    Plan<String> failed = Plan.request(() -> CompletableFuture.failedFuture(error));
    Plan<String> work = Plan.blocking(throwing(error));
    Plan<String> handler =
        Plan.<String>failed(new IllegalStateException()).otherwise(e -> Plan.of(throwing.get()));

    for (Plan<String> plan : List.of(thrown, instead, failed, work, handler)) {
      Plan<String> handled = plan.otherwise(failure -> Plan.of(tell("handled")));

      assertThatThrownBy(() -> PlanRunner.run(handled, here)).isSameAs(error);
      assertThatThrownBy(() -> PlanRunner.start(handled, elsewhere).join()).hasCause(error);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void a_blocking_run_throws_the_very_exception_without_wrapping() {
    IllegalStateException failure = new IllegalStateException("own");
    CompletionException own = new CompletionException("own too", new IllegalStateException());

    assertThatThrownBy(() -> PlanRunner.run(Plan.failed(failure), here)).isSameAs(failure);
    assertThatThrownBy(
            () -> PlanRunner.run(Plan.request(() -> CompletableFuture.failedFuture(failure)), here))
        .isSameAs(failure);
    assertThatThrownBy(
            () ->
                PlanRunner.run(
                    Plan.request(
                        () -> CompletableFuture.failedFuture(new CompletionException(failure))),
                    here))
        .isSameAs(failure);
    assertThatThrownBy(() -> PlanRunner.run(Plan.failed(own), here)).isSameAs(own);
  }

  @Test
  void a_step_that_somebody_cancelled_cancels_the_plan() {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    Plan<String> plan =
        Plan.request(() -> cancelled).otherwise(failure -> Plan.of(tell("handled")));

    assertThat(PlanRunner.start(plan, elsewhere)).isCancelled();
    assertThatThrownBy(() -> PlanRunner.run(plan, here)).isInstanceOf(CancellationException.class);
    assertThat(told).isEmpty();
  }

  private Plan<String> countdown(int from, Arrival arrival) {
    return Plan.request(() -> arrival.of(from, executor))
        .then(value -> value == 0 ? Plan.of("there") : countdown(value - 1, arrival));
  }

  private Plan<String> failures(int from, Arrival arrival) {
    return Plan.request(() -> arrival.of(from, executor))
        .<String>map(
            value -> {
              throw new IllegalStateException(String.valueOf(value));
            })
        .otherwise(failure -> from == 0 ? Plan.of("there") : failures(from - 1, arrival));
  }

  private String tell(String text) {
    told.add(text);
    return text;
  }

  private static String of(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static <T> Supplier<T> throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static <T> Supplier<T> throwing(Error failure) {
    return () -> {
      throw failure;
    };
  }

  /** A future that was not done when it was asked, and is a moment later. */
  private static final class LateToSayThatItIsDone<T> extends CompletableFuture<T> {

    LateToSayThatItIsDone(T value) {
      complete(value);
    }

    @Override
    public boolean isDone() {
      return false;
    }
  }
}
