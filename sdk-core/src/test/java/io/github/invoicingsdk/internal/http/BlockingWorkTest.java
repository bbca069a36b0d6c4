package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingWorkTest {

  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @Test
  void the_future_holds_the_result() {
    CompletableFuture<String> future = BlockingWork.on(tasks::add, () -> "done");
    assertThat(future).isNotDone();

    tasks.remove().run();

    assertThat(future).isCompletedWithValue("done");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_failure_is_not_wrapped() {
    IOException failure = new IOException("no");
    CompletableFuture<String> future =
        BlockingWork.on(
            Runnable::run,
            () -> {
              throw failure;
            });

    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void work_that_is_cancelled_before_it_begins_never_begins() {
    AtomicBoolean begun = new AtomicBoolean();
    CompletableFuture<Boolean> future = BlockingWork.on(tasks::add, () -> begun.getAndSet(true));

    future.cancel(true);
    tasks.remove().run();

    assertThat(begun).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void cancelling_interrupts_the_thread_that_is_at_the_work() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    CompletableFuture<String> future =
        BlockingWork.on(
            task -> new Thread(task).start(),
            () -> {
              begun.countDown();
              seen.complete(catchThrowable(() -> new CountDownLatch(1).await()));
              return "ended";
            });
    begun.await();

    future.cancel(true);

    assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void the_thread_goes_on_to_other_work_uninterrupted() {
    CompletableFuture<CompletableFuture<String>> self = new CompletableFuture<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    CompletableFuture<String> future =
        BlockingWork.on(
            tasks::add,
            () -> {
              self.join().cancel(true);
              interrupted.set(Thread.currentThread().isInterrupted());
              return "too late";
            });
    self.complete(future);

    tasks.remove().run();

    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void an_interrupt_from_elsewhere_stays() {
    CompletableFuture<String> future =
        BlockingWork.on(
            Runnable::run,
            () -> {
              Thread.currentThread().interrupt();
              return "done";
            });

    assertThat(future).isCompletedWithValue("done");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void what_follows_on_the_result_is_not_interrupted() {
    AtomicBoolean interrupted = new AtomicBoolean(true);
    CompletableFuture<String> future = BlockingWork.on(tasks::add, () -> "done");
    CompletableFuture<Boolean> following =
        future.thenApply(
            done -> {
              future.cancel(true);
              return interrupted.getAndSet(Thread.currentThread().isInterrupted());
            });

    tasks.remove().run();

    assertThat(following).isCompleted();
    assertThat(interrupted).isFalse();
  }

  @Test
  void an_executor_that_takes_no_work_is_heard_at_once() {
    assertThatThrownBy(
            () ->
                BlockingWork.on(
                    task -> {
                      throw new RejectedExecutionException("full");
                    },
                    () -> "done"))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("full");
  }
}
