package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.CreateErrorCodes;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.RegisterErrorCodes;
import io.github.invoicingsdk.invoicexpress.api.SequencesApiAsync;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Registers and creates sequences at most once. The API has no idempotency key, so each write is
 * sent once, and whatever leaves its outcome open is settled by reading.
 */
final class SequenceRegistrar {

  /** The operations that write, for exceptions. */
  static final String REGISTER = "registerSequence";

  static final String CREATE = "createSequence";

  private static final SequenceWrite<RegistrationResult> REGISTRATION =
      new SequenceWrite<>(
          REGISTER,
          "Get the sequence and look whether it has validation codes.",
          sequence -> result(sequence, RegistrationResult.RegisteredNow::new),
          sequence -> result(sequence, RegistrationResult.WasRegistered::new),
          RegistrationResult.Failed::new,
          List.of(
              RegisterErrorCodes.ALL_REGISTERED,
              RegisterErrorCodes.ALL_REGISTERED_AT_AUTHORITY,
              RegisterErrorCodes.REGISTRATION_RUNNING));

  private static final SequenceWrite<CreationResult> CREATION =
      new SequenceWrite<>(
          CREATE,
          "List the sequences and look for the name.",
          CreationResult.CreatedNow::new,
          CreationResult.Existed::new,
          CreationResult.Failed::new,
          List.of(CreateErrorCodes.ALREADY_EXISTS, CreateErrorCodes.REGISTRATION_RUNNING));

  private final ComposedCalls calls;

  SequenceRegistrar(ComposedCalls calls) {
    this.calls = calls;
  }

  /** Registers a sequence unless it is registered already, if only in part. */
  Plan<RegistrationResult> ensureRegistered(long id, Duration atMost) {
    ReadBack readBack = new ReadBack(calls, atMost);
    return firstLook(id, before -> afterLook(id, before, readBack));
  }

  /** Registers the rest of a sequence that is still as the caller was told. */
  Plan<RegistrationResult> retryRegistration(PartiallyRegistered partial, Duration atMost) {
    long id = partial.sequence().id();
    ReadBack readBack = new ReadBack(calls, atMost);
    return firstLook(
        id,
        before ->
            isStill(partial, before)
                ? register(id, before, readBack)
                : afterLook(id, before, readBack));
  }

  private static boolean isStill(PartiallyRegistered partial, Sequence now) {
    return Numberings.of(now).registrationState() == RegistrationState.PARTIALLY_REGISTERED
        && RegistrationWatch.codes(now).equals(RegistrationWatch.codes(partial.sequence()));
  }

  /** Creates a sequence unless there is one of its name. */
  Plan<CreationResult> ensureCreated(NewSequence wanted, Duration atMost) {
    ReadBack readBack = new ReadBack(calls, atMost);
    return Plan.request(() -> sequences().list())
        .then(
            all ->
                named(wanted, all)
                    .map(before -> Plan.of(CREATION.before().apply(before)))
                    .orElseGet(() -> create(wanted, readBack)));
  }

  /** Only here does 404 mean that nothing was registered: later, something may have been. */
  private Plan<RegistrationResult> firstLook(
      long id, Function<Sequence, Plan<RegistrationResult>> next) {
    return Plan.request(() -> sequences().get(id))
        .either(
            next,
            failure ->
                failure instanceof NotFoundException refusal
                    ? Plan.of(new RegistrationResult.Failed(RegisterErrorCodes.NOT_FOUND, refusal))
                    : Plan.failed(failure));
  }

  private Plan<RegistrationResult> afterLook(long id, Sequence before, ReadBack readBack) {
    return switch (Numberings.of(before).registrationState()) {
      case REGISTERED -> Plan.of(new RegistrationResult.WasRegistered(before));
      case PARTIALLY_REGISTERED ->
          new RegistrationWatch(id, readBack)
              .from(before)
              .map(found -> REGISTRATION.before().apply(found.orElse(before)));
      case NOT_REGISTERED, UNKNOWN -> register(id, before, readBack);
    };
  }

  private Plan<RegistrationResult> register(long id, Sequence before, ReadBack readBack) {
    RegistrationWatch watch = new RegistrationWatch(id, readBack);
    return Plan.request(() -> sequences().register(id))
        .either(
            accepted -> afterAccepted(accepted, watch, readBack.atMost()),
            failure ->
                REGISTRATION.afterFailure(failure, watch.fromNow(RegistrationWatch.codes(before))));
  }

  private static Plan<RegistrationResult> afterAccepted(
      Sequence accepted, RegistrationWatch watch, Duration atMost) {
    Plan<Optional<Sequence>> found =
        switch (Numberings.of(accepted).registrationState()) {
          case REGISTERED, PARTIALLY_REGISTERED -> watch.from(accepted);
          case NOT_REGISTERED, UNKNOWN -> watch.fromNow(Map.of());
        };
    return found
        .otherwise(failure -> Plan.failed(REGISTRATION.acceptedButUnread(failure)))
        .then(
            sequence ->
                sequence
                    .map(now -> Plan.of(REGISTRATION.now().apply(now)))
                    .orElseGet(() -> Plan.failed(REGISTRATION.call().pollingTimedOut(atMost))));
  }

  private Plan<CreationResult> create(NewSequence wanted, ReadBack readBack) {
    return Plan.request(() -> sequences().create(wanted))
        .either(
            created -> Plan.of(CREATION.now().apply(created)),
            failure ->
                CREATION.afterFailure(
                    failure, search(wanted, readBack, readBack.now(SequencesApiAsync::list))));
  }

  /** Looks for the name until it is there; empty when the time is over. */
  private static Plan<Optional<Sequence>> search(
      NewSequence wanted, ReadBack readBack, Plan<Optional<List<Sequence>>> reading) {
    return reading.then(
        all -> {
          Optional<Sequence> found = all.flatMap(listed -> named(wanted, listed));
          return all.isEmpty() || found.isPresent()
              ? Plan.of(found)
              : search(wanted, readBack, readBack.afterPause(SequencesApiAsync::list));
        });
  }

  private static Optional<Sequence> named(NewSequence wanted, List<Sequence> all) {
    return all.stream()
        .filter(sequence -> wanted.serie().equals(Shown.orNull(sequence, Sequence::serie)))
        .findFirst();
  }

  private static RegistrationResult result(
      Sequence sequence, Function<Sequence, RegistrationResult> registered) {
    return Numberings.of(sequence).registrationState() == RegistrationState.REGISTERED
        ? registered.apply(sequence)
        : new PartiallyRegistered(sequence);
  }

  /** Sends with the time that the client's options allow. */
  private SequencesApiAsync sequences() {
    return calls.engine().resource(SequencesApiAsync.class);
  }
}
