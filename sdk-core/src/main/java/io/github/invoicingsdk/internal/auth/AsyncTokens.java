package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens to calls that no thread waits for: a held one at once, and else the one that a
 * single thread in the background fetches for all of them. Thread-safe.
 */
final class AsyncTokens {

  private final TokenSource tokens;
  private final Executor background;
  private final Object lock = new Object();
  private @Nullable CompletableFuture<String> fetch;

  AsyncTokens(TokenSource tokens, Executor background) {
    this.tokens = tokens;
    this.background = background;
  }

  /**
   * A token to come; cancelling it does not stop the fetch, for which others may wait.
   *
   * @param caller is current while a token is fetched for this call
   */
  CompletableFuture<String> token(Deadline deadline, CapturedContext caller) {
    Optional<String> held = tokens.held();
    if (held.isPresent()) {
      return CompletableFuture.completedFuture(held.get());
    }
    CancellableFuture<String> steps = new CancellableFuture<>();
    await(steps, deadline, caller);
    return steps.result();
  }

  private void await(CancellableFuture<String> steps, Deadline deadline, CapturedContext caller) {
    Fetch current = joined(deadline, caller);
    CompletableFuture<String> mine =
        current.token().copy().orTimeout(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    steps.then(
        mine,
        steps::succeed,
        failure -> {
          if (failure instanceof TimeoutException) {
            steps.fail(
                new HttpTimeoutException(
                    "the deadline of "
                        + deadline.allowed()
                        + " passed before an access token came"));
          } else if (!current.leads() && isLeadersAffair(failure) && !deadline.hasPassed()) {
            await(steps, deadline, caller);
          } else {
            steps.fail(failure);
          }
        });
  }

  /** The fetch under way, or one that begins now. */
  private Fetch joined(Deadline deadline, CapturedContext caller) {
    CompletableFuture<String> mine;
    synchronized (lock) {
      if (fetch != null) {
        return new Fetch(fetch, false);
      }
      mine = new CompletableFuture<>();
      fetch = mine;
    }
    try {
      background.execute(() -> caller.run(() -> run(mine, deadline)));
    } catch (RuntimeException refused) {
      ended();
      mine.completeExceptionally(refused);
    }
    return new Fetch(mine, true);
  }

  private void run(CompletableFuture<String> mine, Deadline deadline) {
    try {
      String token = tokens.token(deadline);
      ended();
      mine.complete(token);
    } catch (IOException | RuntimeException e) {
      ended();
      mine.completeExceptionally(e);
    }
  }

  /** Whoever is told of the end must not find this fetch again. */
  private void ended() {
    synchronized (lock) {
      fetch = null;
    }
  }

  /** Whether a fetch failed because the call for which it was begun had no more time. */
  private static boolean isLeadersAffair(Throwable failure) {
    return failure instanceof HttpTimeoutException || failure instanceof InterruptedIOException;
  }

  /** A fetch, and whether it was begun by the one who asks. */
  private record Fetch(CompletableFuture<String> token, boolean leads) {}
}
