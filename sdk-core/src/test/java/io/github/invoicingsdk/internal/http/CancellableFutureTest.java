package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CancellableFutureTest {

  private final Open open = new Open();
  private final CompletableFuture<Open> step = new CompletableFuture<>();
  private final CancellableFuture<Open> steps = new CancellableFuture<>();

  @Test
  void a_value_that_is_handed_on_stays_open() {
    steps.then(step, steps::succeed, steps::fail);

    step.complete(open);

    assertThat(steps.result()).isCompletedWithValue(open);
    assertThat(open.closed).isZero();
  }

  @Test
  void a_value_that_comes_after_the_end_is_closed() {
    steps.result().cancel(true);

    steps.succeed(open);

    assertThat(open.closed).isOne();
  }

  @Test
  void what_a_step_brings_after_the_end_is_closed_and_goes_no_further() {
    Uncancellable late = new Uncancellable();
    steps.then(late, value -> steps.fail(new AssertionError("it goes on")), steps::fail);
    steps.result().cancel(true);

    late.complete(open);

    assertThat(open.closed).isOne();
    assertThat(steps.result()).isCancelled();
  }

  @Test
  void a_value_that_cannot_be_closed_is_dropped() {
    steps.result().cancel(true);

    steps.succeed(
        new Open() {
          @Override
          public void close() throws IOException {
            throw new IOException("no");
          }
        });

    assertThat(steps.result()).isCancelled();
  }

  /** A step that has got too far to be cancelled. */
  private static final class Uncancellable extends CompletableFuture<Open> {

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }

  private static class Open implements Closeable {

    private int closed;

    @Override
    public void close() throws IOException {
      closed++;
    }
  }
}
