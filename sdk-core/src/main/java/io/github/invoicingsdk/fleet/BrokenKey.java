package io.github.invoicingsdk.fleet;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a key that holds something else than was written from a Redis that is away. */
final class BrokenKey {

  private BrokenKey() {}

  /**
   * Whether a failure of a command over a connection that is there comes from what a key holds:
   * Redis itself works.
   */
  static boolean isReasonOf(RuntimeException failure) {
    Throwable reason = reason(failure);
    if (reason instanceof RedisCommandExecutionException refusal) {
      return isAboutTheKey(refusal.getMessage());
    }
    boolean away =
        reason instanceof RedisException
            || reason instanceof TimeoutException
            || reason instanceof InterruptedException;
    return !away;
  }

  /** Other refusals, such as READONLY or NOAUTH, are about the server. */
  private static boolean isAboutTheKey(@Nullable String message) {
    return message != null
        && (message.contains("WRONGTYPE") || message.contains("value is not an integer"));
  }

  private static Throwable reason(Throwable failure) {
    Throwable reason = failure;
    while ((reason instanceof CompletionException || reason instanceof ExecutionException)
        && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }
}
