package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@link SequenceRegistration} for callers that do not wait. */
public interface AsyncSequenceRegistration {

  /**
   * Makes sure that a sequence is registered with the Tax Authority, as {@link
   * SequenceRegistration#ensureRegistered(long)} does.
   *
   * @param sequenceId the id of the sequence
   * @return what became of it
   */
  default CompletableFuture<RegistrationResult> ensureRegistered(long sequenceId) {
    return ensureRegistered(sequenceId, SequenceRegistration.SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence is registered with the Tax Authority, as {@link
   * SequenceRegistration#ensureRegistered(long, Duration)} does.
   *
   * @param sequenceId the id of the sequence
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  CompletableFuture<RegistrationResult> ensureRegistered(long sequenceId, Duration atMost);

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, as {@link
   * SequenceRegistration#retryRegistration(PartiallyRegistered)} does.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @return what became of it
   */
  default CompletableFuture<RegistrationResult> retryRegistration(PartiallyRegistered partial) {
    return retryRegistration(partial, SequenceRegistration.SETTLING_TIME);
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, as {@link
   * SequenceRegistration#retryRegistration(PartiallyRegistered, Duration)} does.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  CompletableFuture<RegistrationResult> retryRegistration(
      PartiallyRegistered partial, Duration atMost);

  /**
   * Makes sure that a sequence of a name exists, as {@link
   * SequenceRegistration#ensureCreated(NewSequence)} does.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @return what became of it
   */
  default CompletableFuture<CreationResult> ensureCreated(NewSequence sequence) {
    return ensureCreated(sequence, SequenceRegistration.SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence of a name exists, as {@link
   * SequenceRegistration#ensureCreated(NewSequence, Duration)} does.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @param atMost how long to wait for a sequence to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  CompletableFuture<CreationResult> ensureCreated(NewSequence sequence, Duration atMost);
}
