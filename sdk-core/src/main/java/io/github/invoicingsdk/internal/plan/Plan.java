package io.github.invoicingsdk.internal.plan;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, step by step, and what follows from each outcome. A plan does nothing by
 * itself: {@link PlanRunner} carries it out, on the calling thread or without a thread that waits,
 * so that operations of several requests are written once for both. Immutable.
 *
 * @param <T> what comes out of it
 */
public abstract sealed class Plan<T extends @Nullable Object> {

  /** A plan with nothing to do. */
  public static <T extends @Nullable Object> Plan<T> of(T value) {
    return new Value<>(value);
  }

  /** A plan that fails. */
  public static <T extends @Nullable Object> Plan<T> failed(RuntimeException failure) {
    return new Failure<>(failure);
  }

  /**
   * Sends a request.
   *
   * @param call sends it when it is called; the future may be done already
   */
  public static <T extends @Nullable Object> Plan<T> request(Supplier<CompletableFuture<T>> call) {
    return new Request<>(call);
  }

  /** Work that blocks its thread, such as asking a database. */
  public static <T extends @Nullable Object> Plan<T> blocking(Supplier<T> work) {
    return new Blocking<>(work);
  }

  /** Waits. */
  public static Plan<@Nullable Void> pause(Duration duration) {
    return new Pause(duration);
  }

  /** Another plan, made when it is its turn. */
  public static <T extends @Nullable Object> Plan<T> lazily(Supplier<Plan<T>> plan) {
    return of(true).then(now -> plan.get());
  }

  /** Goes on with what comes out of this plan; what the function throws is a failure. */
  public <R extends @Nullable Object> Plan<R> then(Function<? super T, Plan<R>> next) {
    return new Then<>(this, next);
  }

  /** Changes what comes out of this plan. */
  public <R extends @Nullable Object> Plan<R> map(Function<? super T, ? extends R> change) {
    return then(value -> of(change.apply(value)));
  }

  /**
   * Goes on after a failure of this plan. Errors cannot be handled.
   *
   * @param handler another plan, or one that fails again
   */
  public Plan<T> otherwise(Function<? super RuntimeException, Plan<T>> handler) {
    return new Otherwise<>(this, handler);
  }

  /**
   * Goes on after either outcome of this plan. The handler does not see what fails in the plan that
   * follows a success.
   *
   * @param next goes on with what comes out of this plan
   * @param handler goes on after a failure of this plan
   */
  public <R extends @Nullable Object> Plan<R> either(
      Function<? super T, Plan<R>> next, Function<? super RuntimeException, Plan<R>> handler) {
    return this.<Plan<R>>map(value -> lazily(() -> next.apply(value)))
        .otherwise(failure -> of(lazily(() -> handler.apply(failure))))
        .then(following -> following);
  }

  static final class Value<T extends @Nullable Object> extends Plan<T> {
    final T value;

    Value(T value) {
      this.value = value;
    }
  }

  static final class Failure<T extends @Nullable Object> extends Plan<T> {
    final RuntimeException failure;

    Failure(RuntimeException failure) {
      this.failure = failure;
    }
  }

  static final class Request<T extends @Nullable Object> extends Plan<T> {
    final Supplier<CompletableFuture<T>> call;

    Request(Supplier<CompletableFuture<T>> call) {
      this.call = call;
    }
  }

  static final class Blocking<T extends @Nullable Object> extends Plan<T> {
    final Supplier<T> work;

    Blocking(Supplier<T> work) {
      this.work = work;
    }
  }

  static final class Pause extends Plan<@Nullable Void> {
    final Duration duration;

    Pause(Duration duration) {
      this.duration = duration;
    }
  }

  static final class Then<S extends @Nullable Object, T extends @Nullable Object> extends Plan<T> {
    final Plan<S> first;
    final Function<? super S, Plan<T>> next;

    Then(Plan<S> first, Function<? super S, Plan<T>> next) {
      this.first = first;
      this.next = next;
    }
  }

  static final class Otherwise<T extends @Nullable Object> extends Plan<T> {
    final Plan<T> first;
    final Function<? super RuntimeException, Plan<T>> handler;

    Otherwise(Plan<T> first, Function<? super RuntimeException, Plan<T>> handler) {
      this.first = first;
      this.handler = handler;
    }
  }
}
