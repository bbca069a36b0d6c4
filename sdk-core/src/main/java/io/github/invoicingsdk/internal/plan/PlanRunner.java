package io.github.invoicingsdk.internal.plan;

import io.github.invoicingsdk.internal.http.CancellableFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one plan. It keeps what is still to be done in a list and not on the thread's stack,
 * so that a plan may go round as often as it likes. For one thread at a time.
 *
 * @param <T> what comes out of the plan
 */
public final class PlanRunner<T extends @Nullable Object> {

  private final Means means;
  private final CancellableFuture<T> steps = new CancellableFuture<>();
  private final Deque<Plan<?>> open = new ArrayDeque<>();

  private PlanRunner(Means means) {
    this.means = means;
  }

  /**
   * Carries out a plan.
   *
   * @return what comes out of it; done on return if the means do all work on the calling thread.
   *     Cancelling it cancels the step that is under way, and none follows. Errors fail it too:
   *     nothing is thrown
   */
  public static <T extends @Nullable Object> CompletableFuture<T> start(Plan<T> plan, Means means) {
    PlanRunner<T> runner = new PlanRunner<>(means);
    try {
      runner.goOn(plan);
    } catch (Throwable failure) {
      runner.steps.fail(failure);
    }
    return runner.steps.result();
  }

  /** Carries out a plan with means that do all work on the calling thread. */
  public static <T extends @Nullable Object> T run(Plan<T> plan, Means means) {
    CompletableFuture<T> result = start(plan, means);
    Throwable failure = failureOf(result);
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return result.join();
  }

  /** The failure as it was given; joining or getting would wrap it. */
  @SuppressWarnings("FutureReturnValueIgnored") // The action has run when it is added.
  private static @Nullable Throwable failureOf(CompletableFuture<?> done) {
    AtomicReference<@Nullable Throwable> given = new AtomicReference<>();
    done.whenComplete((value, failure) -> given.set(failure));
    return given.get();
  }

  private void goOn(@Nullable Plan<?> plan) {
    @Nullable Plan<?> current = plan;
    while (current != null && !steps.result().isDone()) {
      current = step(current);
    }
  }

  /** Does the first thing of a plan, and says what is next; null if that comes by itself. */
  private @Nullable Plan<?> step(Plan<?> plan) {
    if (plan instanceof Plan.Then<?, ?> then) {
      open.push(then);
      return then.first;
    }
    if (plan instanceof Plan.Otherwise<?> otherwise) {
      open.push(otherwise);
      return otherwise.first;
    }
    if (plan instanceof Plan.Value<?> value) {
      return after(value.value);
    }
    if (plan instanceof Plan.Failure<?> failure) {
      return afterFailure(failure.failure);
    }
    return outcome(plan);
  }

  private @Nullable Plan<?> outcome(Plan<?> plan) {
    CompletableFuture<?> future;
    try {
      future = Objects.requireNonNull(begun(plan), "a request has no future");
    } catch (RuntimeException failure) {
      return failed(failure);
    }
    Arrival arrival = new Arrival();
    steps.then(
        future,
        value -> arrival.brings(new Plan.Value<>(value)),
        failure -> arrival.brings(failed(failure)));
    return arrival.alreadyThere();
  }

  private CompletableFuture<?> begun(Plan<?> plan) {
    if (plan instanceof Plan.Request<?> request) {
      return means.asCaller(request.call);
    }
    if (plan instanceof Plan.Blocking<?> blocking) {
      return means.blocking(blocking.work);
    }
    if (plan instanceof Plan.Pause pause) {
      return means.pause(pause.duration);
    }
    throw new IllegalStateException("there is no way to carry out " + plan.getClass());
  }

  private @Nullable Plan<?> after(@Nullable Object value) {
    while (!open.isEmpty()) {
      if (open.pop() instanceof Plan.Then<?, ?> then) {
        return next(then, value);
      }
    }
    succeed(value);
    return null;
  }

  private @Nullable Plan<?> afterFailure(RuntimeException failure) {
    while (!open.isEmpty()) {
      if (open.pop() instanceof Plan.Otherwise<?> otherwise) {
        try {
          return Objects.requireNonNull(otherwise.handler.apply(failure), "a handler has no plan");
        } catch (RuntimeException thrown) {
          return new Plan.Failure<>(thrown);
        }
      }
    }
    steps.fail(failure);
    return null;
  }

  /** The failure as part of a plan; one that no plan can handle ends it. */
  private @Nullable Plan<?> failed(Throwable failure) {
    if (failure instanceof RuntimeException exception
        && !(failure instanceof CancellationException)) {
      return new Plan.Failure<>(exception);
    }
    steps.fail(failure);
    return null;
  }

  /** The types fit, since the plan was built by {@link Plan#then}. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Plan<?> next(Plan.Then then, @Nullable Object value) {
    try {
      return Objects.requireNonNull((Plan<?>) then.next.apply(value), "a function has no plan");
    } catch (RuntimeException thrown) {
      return new Plan.Failure<>(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // What comes out of the outermost plan.
  private void succeed(@Nullable Object value) {
    steps.succeed((T) value);
  }

  /**
   * What follows a step. If the step ends before the loop has turned away, the loop takes it: a
   * call from inside the loop would put one more frame on the stack each time round.
   */
  private final class Arrival {

    private final AtomicBoolean met = new AtomicBoolean();
    private @Nullable Plan<?> next;

    void brings(@Nullable Plan<?> plan) {
      next = plan;
      if (!met.compareAndSet(false, true)) {
        goOn(plan);
      }
    }

    /** What is there by now; null if it comes later, or nothing follows. */
    @Nullable Plan<?> alreadyThere() {
      return met.compareAndSet(false, true) ? null : next;
    }
  }
}
