package io.github.invoicingsdk.result;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Work that the provider does in the background, such as making a PDF.
 *
 * <p>Nothing is sent before {@link #poll()} or {@link #await(Duration)} is called.
 *
 * <pre>{@code
 * URI pdf = client.documents().pdf(documentId).await(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type of the result
 */
public interface Pending<T> {

  /**
   * Asks the provider once.
   *
   * @return the result, or an empty value while the provider has not finished
   */
  Optional<T> poll();

  /**
   * Asks the provider until it has finished, with the pause between two requests that the spec
   * states.
   *
   * @param atMost how long to wait altogether; must be positive
   * @return the result
   * @throws IllegalArgumentException when {@code atMost} is not positive
   */
  default T await(Duration atMost) {
    return await(atMost, poll -> {});
  }

  /**
   * Asks the provider until it has finished, as {@link #await(Duration)} does, and tells of each
   * response.
   *
   * @param atMost how long to wait altogether; must be positive
   * @param progress is told after every request, on the calling thread; what it throws ends the
   *     waiting
   * @return the result
   * @throws IllegalArgumentException when {@code atMost} is not positive
   */
  T await(Duration atMost, Consumer<? super PollProgress> progress);
}
