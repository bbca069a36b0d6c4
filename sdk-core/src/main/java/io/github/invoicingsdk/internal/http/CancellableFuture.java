package io.github.invoicingsdk.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work in steps that no thread waits for, as one future. When that is completed from outside, by
 * cancelling it or by a timeout of the caller's own, the step that is under way is cancelled and
 * none follows. A value that comes too late and holds something open, such as a response whose body
 * has not been read, is closed. Thread-safe.
 *
 * @param <T> the type of the result
 */
public final class CancellableFuture<T extends @Nullable Object> {

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> underWay;

  /** Starts without a step. */
  public CancellableFuture() {
    atEnd(failure -> cancelStep());
  }

  /** What comes out of one step, changed; cancelling it cancels the step. */
  public static <S, T> CompletableFuture<T> map(
      CompletableFuture<S> step, Work<? super S, ? extends T> change) {
    CancellableFuture<T> steps = new CancellableFuture<>();
    steps.then(step, value -> steps.succeed(change.apply(value)), steps::fail);
    return steps.result();
  }

  /**
   * Does something when all is over, whichever way it ends.
   *
   * @param action gets the failure, or null
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Nothing follows this action.
  public void atEnd(Consumer<@Nullable Throwable> action) {
    result.whenComplete((value, failure) -> action.accept(failure));
  }

  /** The result to come. */
  public CompletableFuture<T> result() {
    return result;
  }

  /** Ends with a value, which is closed if it can be and nobody waits for it any more. */
  public void succeed(T value) {
    if (!result.complete(value)) {
      discard(value);
    }
  }

  /** Ends without a value. */
  @SuppressWarnings("NullAway") // A future of nothing is done with null.
  public void succeed() {
    result.complete(null);
  }

  /** Ends with a failure. */
  public void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /**
   * Goes on after a step.
   *
   * @param <S> the type of what the step brings
   * @param step the step, which is under way or done
   * @param next goes on with its value; what it throws is the failure of the whole
   * @param otherwise goes on with its failure, which is never wrapped; what it throws is the
   *     failure of the whole
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The result carries on what comes out of it.
  public <S> void then(
      CompletableFuture<S> step, Action<? super S> next, Action<? super Throwable> otherwise) {
    underWay = step;
    if (result.isDone()) {
      cancelStep();
    }
    step.whenComplete(
        (value, failure) -> {
          if (result.isDone()) {
            discard(value);
            return;
          }
          try {
            if (failure == null) {
              next.accept(value);
            } else {
              otherwise.accept(unwrap(failure));
            }
          } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
          }
        });
  }

  /** What a step failed with, without the wrapping that futures put around it. */
  public static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
  }

  private static void discard(@Nullable Object value) {
    if (value instanceof Closeable open) {
      try {
        open.close();
      } catch (IOException e) {
        // Nobody is left to be told.
      }
    }
  }

  private void cancelStep() {
    CompletableFuture<?> step = underWay;
    if (step != null) {
      step.cancel(true);
    }
  }

  /** Takes a value and may fail. */
  @FunctionalInterface
  public interface Action<S> {

    /** Goes on with the value. */
    void accept(S value) throws Exception;
  }

  /** Makes a value of another and may fail. */
  @FunctionalInterface
  public interface Work<S, T> {

    /** Makes the value. */
    T apply(S value) throws Exception;
  }
}
