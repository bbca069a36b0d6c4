package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call of an operation, the same object from its start to its end. A listener can keep its own
 * value with it:
 *
 * <pre>{@code
 * public void started(Call call) {
 *   call.attach(Span.class, tracer.spanBuilder(call.operation()).startSpan());
 * }
 *
 * public void ended(Call call, CallResult result) {
 *   call.attachment(Span.class).ifPresent(Span::end);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface Call {

  /**
   * The provider that is called.
   *
   * @return the provider
   */
  Provider provider();

  /**
   * The operation.
   *
   * @return its name in the spec, such as {@code registerSequence}; or {@link CallListener#TOKEN}
   *     or {@link CallListener#DOWNLOAD}
   */
  String operation();

  /**
   * The page of a list that is asked for.
   *
   * @return its number, from 1; empty when the call is no page of a list
   */
  OptionalInt page();

  /**
   * Keeps a value with the call, in place of one that was kept under the same key.
   *
   * @param <T> the value's type
   * @param key the key; a class that no other listener uses
   * @param value the value
   */
  <T> void attach(Class<T> key, T value);

  /**
   * The value that was kept with the call.
   *
   * @param <T> the value's type
   * @param key the key
   * @return the value; empty when none was kept
   */
  <T> Optional<T> attachment(Class<T> key);
}
