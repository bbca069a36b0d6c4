package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.time.Duration;

/**
 * Creates and registers sequences so that each is created and registered at most once, whatever
 * happens to requests and responses.
 */
public interface SequenceRegistration {

  /** How long these operations wait unless the caller says: one minute. */
  Duration SETTLING_TIME = Duration.ofMinutes(1);

  /**
   * Makes sure that a sequence is registered with the Tax Authority, and waits up to a minute where
   * that has to be found out: see {@link #ensureRegistered(long, Duration)}.
   *
   * @param sequenceId the id of the sequence
   * @return what became of it
   */
  default RegistrationResult ensureRegistered(long sequenceId) {
    return ensureRegistered(sequenceId, SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence is registered with the Tax Authority. Unlike {@code
   * sequences().register(...)}, it can be called again and again: it looks first, registers at most
   * once, and finds out by reading what became of a registration whose response was lost or that is
   * running already.
   *
   * @param sequenceId the id of the sequence
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and the
   *     registration has not shown up in that time, or reading it back failed; it may still show up
   * @throws io.github.invoicingsdk.error.PollingTimeoutException if the provider accepted the
   *     registration, but no validation code has shown up in that time
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  RegistrationResult ensureRegistered(long sequenceId, Duration atMost);

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, and waits up to
   * a minute: see {@link #retryRegistration(PartiallyRegistered, Duration)}.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @return what became of it
   */
  default RegistrationResult retryRegistration(PartiallyRegistered partial) {
    return retryRegistration(partial, SETTLING_TIME);
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered. The provider's
   * help contradicts itself on whether there may be one, so {@link #ensureRegistered(long)} never
   * makes it. This sends one registration if the sequence still has just the codes that {@code
   * partial} tells of; if they have changed since, it sends none and tells what became of them.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and no
   *     further code has shown up in that time, or reading back failed; it may still show up
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  RegistrationResult retryRegistration(PartiallyRegistered partial, Duration atMost);

  /**
   * Makes sure that a sequence of a name exists, and waits up to a minute where that has to be
   * found out: see {@link #ensureCreated(NewSequence, Duration)}.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @return what became of it
   */
  default CreationResult ensureCreated(NewSequence sequence) {
    return ensureCreated(sequence, SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence of a name exists. Unlike {@code sequences().create(...)}, it can be
   * called again and again: it looks for the name first, creates at most once, and looks for the
   * name again if the response was lost.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @param atMost how long to wait for a sequence to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and the
   *     sequence has not shown up in that time, or looking for it failed; it may still show up
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  CreationResult ensureCreated(NewSequence sequence, Duration atMost);
}
