package io.github.invoicingsdk.result;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Work that the provider does in the background, when no thread waits for it.
 *
 * <p>Nothing is sent before {@link #poll()} or {@link #await(Duration)} is called. Cancelling a
 * future ends the exchange or the pause that is under way; the provider goes on with its work.
 *
 * <pre>{@code
 * invoiceXpress.async().documents().pdf(documentId).await(Duration.ofMinutes(1))
 *     .thenAccept(pdf -> System.out.println(pdf));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type of the result
 */
public interface AsyncPending<T> {

  /**
   * Asks the provider once.
   *
   * @return the result to come, or an empty value while the provider has not finished
   */
  CompletableFuture<Optional<T>> poll();

  /**
   * Asks the provider until it has finished, with the pause between two requests that the spec
   * states.
   *
   * @param atMost how long to wait altogether; must be positive
   * @return the result to come
   * @throws IllegalArgumentException when {@code atMost} is not positive
   */
  default CompletableFuture<T> await(Duration atMost) {
    return await(atMost, poll -> {});
  }

  /**
   * Asks the provider until it has finished, as {@link #await(Duration)} does, and tells of each
   * response.
   *
   * @param atMost how long to wait altogether; must be positive
   * @param progress is told after every request, on a thread that it must not block for long; what
   *     it throws ends the waiting
   * @return the result to come
   * @throws IllegalArgumentException when {@code atMost} is not positive
   */
  CompletableFuture<T> await(Duration atMost, Consumer<? super PollProgress> progress);
}
