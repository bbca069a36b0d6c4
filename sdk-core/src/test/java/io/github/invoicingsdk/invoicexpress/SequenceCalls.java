package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Registers and creates in one of the ways that there are, which must not differ: each returns the
 * result, or throws what the call fails with.
 *
 * @param client the client
 * @param way how it is called
 */
public record SequenceCalls(InvoiceXpressClient client, Way way) {

  /** How an operation of several requests is called. */
  public enum Way {
    /** The calling thread does all of it. */
    BLOCKING,
    /** No thread waits. */
    FUTURE,
    /** Threads of an executor wait. */
    FUTURE_ON_THREADS
  }

  /** Makes sure that a sequence is registered. */
  public RegistrationResult ensureRegistered(long id) {
    return call(c -> c.ensureRegistered(id), c -> c.ensureRegistered(id));
  }

  /** Makes sure that a sequence is registered. */
  public RegistrationResult ensureRegistered(long id, Duration atMost) {
    return call(c -> c.ensureRegistered(id, atMost), c -> c.ensureRegistered(id, atMost));
  }

  /** Makes a new attempt for a sequence that is registered in part. */
  public RegistrationResult retryRegistration(RegistrationResult partial) {
    RegistrationResult.PartiallyRegistered told = (RegistrationResult.PartiallyRegistered) partial;
    return call(c -> c.retryRegistration(told), c -> c.retryRegistration(told));
  }

  /** Makes a new attempt for a sequence that is registered in part. */
  public RegistrationResult retryRegistration(RegistrationResult partial, Duration atMost) {
    RegistrationResult.PartiallyRegistered told = (RegistrationResult.PartiallyRegistered) partial;
    return call(c -> c.retryRegistration(told, atMost), c -> c.retryRegistration(told, atMost));
  }

  /** Makes sure that a sequence exists. */
  public CreationResult ensureCreated(String serie) {
    NewSequence wanted = NewSequence.builder().serie(serie).build();
    return call(c -> c.ensureCreated(wanted), c -> c.ensureCreated(wanted));
  }

  /** Makes sure that a sequence exists. */
  public CreationResult ensureCreated(String serie, Duration atMost) {
    NewSequence wanted = NewSequence.builder().serie(serie).build();
    return call(c -> c.ensureCreated(wanted, atMost), c -> c.ensureCreated(wanted, atMost));
  }

  private <T> T call(
      Function<InvoiceXpressClient, T> blocking,
      Function<InvoiceXpressAsyncClient, CompletableFuture<T>> future) {
    return switch (way) {
      case BLOCKING -> blocking.apply(client);
      case FUTURE -> result(future.apply(client.async()));
      case FUTURE_ON_THREADS ->
          result(future.apply(client.async(task -> new Thread(task, "registrar-test").start())));
    };
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
