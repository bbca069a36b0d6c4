package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.CreateErrorCodes;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.RegisterErrorCodes;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * Creates and registers sequences at most once. The API has no idempotency key, so each write is
 * sent once, and whatever leaves its outcome open is settled by reading.
 */
final class SafeSequences {

  private static final String REGISTER = "registerSequence";
  private static final String HOW_TO_FIND_OUT =
      "Get the sequence and look whether it has validation codes.";

  private final SequencesApi sequences;
  private final Time time;
  private final Settling settling;

  SafeSequences(SequencesApi sequences, Time time) {
    this.sequences = sequences;
    this.time = time;
    this.settling = new Settling(time, "getSequence");
  }

  Registration ensureRegistered(long id, Duration atMost) {
    Deadline deadline = Deadline.after(atMost, time);
    Sequence before;
    try {
      before = sequences.get(id);
    } catch (NotFoundException e) {
      return new Registration.Failed(RegisterErrorCodes.NOT_FOUND, e);
    }
    Optional<Registration> already = settled(before, Registration.WasRegistered::new);
    if (already.isPresent()) {
      return already.get();
    }
    Sequence answered;
    try {
      answered = sequences.register(id);
    } catch (OutcomeUnknownException | DecodingException e) {
      // An answer that nobody can read says as little as none.
      return Settling.found(e, () -> readBack(id, deadline, Registration.RegisteredNow::new));
    } catch (ApiException e) {
      if (e.is(RegisterErrorCodes.ALL_REGISTERED)
          || e.is(RegisterErrorCodes.ALL_REGISTERED_AT_AUTHORITY)
          || e.is(RegisterErrorCodes.REGISTRATION_RUNNING)) {
        return readBack(id, deadline, Registration.WasRegistered::new)
            .orElseGet(() -> new Registration.Failed(reason(e), e));
      }
      if (e.errorCode().isEmpty()) {
        throw e;
      }
      return new Registration.Failed(reason(e), e);
    }
    // Beyond the reach of the handlers above: what a reading throws is no refusal of the write.
    return settled(answered, Registration.RegisteredNow::new)
        .or(() -> readBackAccepted(id, deadline))
        .orElseThrow(() -> call(REGISTER).pollingTimedOut(atMost));
  }

  Creation ensureCreated(NewSequence wanted, Duration atMost) {
    Deadline deadline = Deadline.after(atMost, time);
    Optional<Sequence> before = named(wanted.serie());
    if (before.isPresent()) {
      return new Creation.Existed(before.get());
    }
    try {
      return new Creation.CreatedNow(sequences.create(wanted));
    } catch (OutcomeUnknownException | DecodingException e) {
      return new Creation.CreatedNow(
          Settling.found(e, () -> settling.until(deadline, () -> named(wanted.serie()))));
    } catch (ApiException e) {
      if (e.is(CreateErrorCodes.ALREADY_EXISTS) || e.is(CreateErrorCodes.REGISTRATION_RUNNING)) {
        return settling
            .until(deadline, () -> named(wanted.serie()))
            .<Creation>map(Creation.Existed::new)
            .orElseGet(() -> new Creation.Failed(reason(e), e));
      }
      if (e.errorCode().isEmpty()) {
        throw e;
      }
      return new Creation.Failed(reason(e), e);
    }
  }

  /** What the state of a sequence says by itself; empty when it is not registered, or not yet. */
  private static Optional<Registration> settled(Sequence sequence, Result registered) {
    return switch (Numberings.of(sequence).registrationState()) {
      case REGISTERED -> Optional.of(registered.of(sequence));
      case PARTIALLY_REGISTERED -> Optional.of(new Registration.PartiallyRegistered(sequence));
      case NOT_REGISTERED, UNKNOWN -> Optional.empty();
    };
  }

  private Optional<Registration> readBack(long id, Deadline deadline, Result registered) {
    return settling.until(deadline, () -> settled(sequences.get(id), registered));
  }

  /** Reads back a registration that the provider accepted without showing codes. */
  private Optional<Registration> readBackAccepted(long id, Deadline deadline) {
    try {
      return readBack(id, deadline, Registration.RegisteredNow::new);
    } catch (CallInterruptedException stopped) {
      throw stopped;
    } catch (InvoicingException failed) {
      throw call(REGISTER).outcomeUnknown(failed, HOW_TO_FIND_OUT);
    }
  }

  private Optional<Sequence> named(String serie) {
    return sequences.list().stream().filter(sequence -> serie.equals(sequence.serie())).findFirst();
  }

  private static FailedCall call(String operation) {
    return FailedCall.of(Provider.INVOICEXPRESS, operation);
  }

  private static ErrorCode reason(ApiException refusal) {
    return refusal.errorCode().orElseThrow();
  }

  /** Makes the result for a sequence that is registered. */
  private interface Result {
    Registration of(Sequence sequence);
  }
}
