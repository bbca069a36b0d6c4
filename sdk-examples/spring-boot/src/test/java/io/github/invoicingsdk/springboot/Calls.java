package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallResult;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Calls and ends of calls, for telling them to an activity. */
final class Calls {

  private Calls() {}

  static Call of(String operation) {
    return new Call() {
      @Override
      public Provider provider() {
        return Provider.INVOICEXPRESS;
      }

      @Override
      public String operation() {
        return operation;
      }

      @Override
      public OptionalInt page() {
        return OptionalInt.empty();
      }

      @Override
      public <T> void attach(Class<T> key, T value) {
        throw new UnsupportedOperationException("nothing is kept");
      }

      @Override
      public <T> Optional<T> attachment(Class<T> key) {
        return Optional.empty();
      }
    };
  }

  /**
   * The end of a call.
   *
   * @param status the status of the response; 0 when none came
   * @param failure what the caller got; null when it got a value
   */
  static CallResult result(CallResult.Outcome outcome, int status, @Nullable Throwable failure) {
    return new CallResult(
        outcome,
        status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
        1,
        Duration.ofMillis(5),
        Optional.ofNullable(failure));
  }

  static CallResult success() {
    return result(CallResult.Outcome.SUCCEEDED, 200, null);
  }
}
