package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.plan.CallingThread;
import io.github.invoicingsdk.internal.plan.Means;
import io.github.invoicingsdk.internal.plan.OtherThreads;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.internal.plan.PlanRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out operations that are made of several calls: on the calling thread, or on threads that
 * nobody waits for. Either way the calls are those of the asynchronous interfaces; on the calling
 * thread their futures are done when they are returned. Thread-safe.
 */
public final class ComposedCalls {

  /** Less is not enough for any request, and zero is not allowed. */
  private static final Duration LEAST = Duration.ofMillis(1);

  private final ClientRuntime runtime;
  private final @Nullable Executor executor;
  private final Function<String, Means> means;

  private ComposedCalls(
      ClientRuntime runtime, @Nullable Executor executor, Function<String, Means> means) {
    this.runtime = runtime;
    this.executor = executor;
    this.means = means;
  }

  /** Carries them out on the calling thread. */
  static ComposedCalls blocking(ClientRuntime runtime) {
    return new ComposedCalls(
        runtime,
        Runnable::run,
        operation ->
            new CallingThread(
                runtime.time(),
                interruption ->
                    FailedCall.of(runtime.provider(), operation).interrupted(true, interruption)));
  }

  /**
   * Carries them out on other threads.
   *
   * @param executor its threads wait for responses; null when none shall
   * @param background its threads do what blocks all the same
   */
  static ComposedCalls async(
      ClientRuntime runtime, @Nullable Executor executor, Executor background) {
    return new ComposedCalls(
        runtime,
        executor,
        operation -> new OtherThreads(runtime.time(), background, runtime.capture()));
  }

  /** The clock. */
  public Clock time() {
    return runtime.time();
  }

  /** The calls, each of which may take as long as the client's options allow. */
  public AsyncEngine engine() {
    return runtime.async(executor);
  }

  /** The calls, none of which takes longer than the deadline allows. */
  public AsyncEngine within(Deadline deadline) {
    return limitedTo(deadline).async(executor);
  }

  /**
   * Makes clients, none of whose calls takes longer than a deadline allows.
   *
   * @param client makes a client that works with a runtime and an executor
   */
  public <A> Function<Deadline, A> within(BiFunction<ClientRuntime, @Nullable Executor, A> client) {
    return deadline -> client.apply(limitedTo(deadline), executor);
  }

  private ClientRuntime limitedTo(Deadline deadline) {
    CallOptions options = runtime.options();
    Duration remaining = deadline.remaining();
    Duration least = remaining.compareTo(LEAST) < 0 ? LEAST : remaining;
    return least.compareTo(options.timeout()) < 0
        ? runtime.with(options.toBuilder().timeout(least).build())
        : runtime;
  }

  /**
   * Carries out a plan and waits for it.
   *
   * @param operation the operation's name, for exceptions
   */
  public <T> T run(String operation, Plan<T> plan) {
    return PlanRunner.run(plan, means.apply(operation));
  }

  /**
   * Carries out a plan.
   *
   * @param operation the operation's name, for exceptions
   */
  public <T> CompletableFuture<T> start(String operation, Plan<T> plan) {
    return PlanRunner.start(plan, means.apply(operation));
  }
}
