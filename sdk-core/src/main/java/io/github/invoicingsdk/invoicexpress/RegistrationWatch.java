package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a sequence until its registration is whole or stands still. The provider registers type by
 * type, so that a part of the codes is no result as long as others are added.
 */
final class RegistrationWatch {

  /** Two pauses without a change: one alone may fall between two types. */
  private static final int ALIKE_READINGS = 3;

  private final long id;
  private final ReadBack readBack;

  RegistrationWatch(long id, ReadBack readBack) {
    this.id = id;
    this.readBack = readBack;
  }

  /** The validation codes of a sequence, by which two readings are compared. */
  static Map<SequenceDocumentType, ValidationCode> codes(Sequence sequence) {
    return Numberings.of(sequence).all().values().stream()
        .collect(Collectors.toMap(DocumentNumbering::type, DocumentNumbering::validationCode));
  }

  /**
   * Goes on from what was just read.
   *
   * @return the sequence when it is registered, or partially registered without a further change;
   *     when the time is over, as it was last seen with a part of the codes; empty if it was never
   */
  Plan<Optional<Sequence>> from(Sequence seen) {
    return judged(new Reading(seen, 1, Optional.empty(), Map.of()));
  }

  /**
   * Reads at once, and goes on from there.
   *
   * @param known the codes that say nothing new
   * @return as {@link #from}; empty as well if a part of the codes is there, but nothing new
   */
  Plan<Optional<Sequence>> fromNow(Map<SequenceDocumentType, ValidationCode> known) {
    return readBack
        .now(sequences -> sequences.get(id))
        .then(
            seen ->
                seen.isPresent()
                    ? judged(new Reading(seen.get(), 1, Optional.empty(), known))
                    : Plan.of(seen));
  }

  private Plan<Optional<Sequence>> judged(Reading reading) {
    if (reading.isWhole() || (reading.isPart() && reading.alike() == ALIKE_READINGS)) {
      return Plan.of(Optional.of(reading.seen()));
    }
    return readBack
        .afterPause(sequences -> sequences.get(id))
        .then(
            next ->
                next.isPresent()
                    ? judged(reading.followedBy(next.get()))
                    : Plan.of(reading.lastPart()));
  }

  /**
   * What a reading shows, and what those before it did.
   *
   * @param seen the sequence
   * @param alike how many readings in a row show these codes
   * @param partBefore the sequence as an earlier reading showed it with a part of the codes
   * @param known the codes that say nothing new
   */
  private record Reading(
      Sequence seen,
      int alike,
      Optional<Sequence> partBefore,
      Map<SequenceDocumentType, ValidationCode> known) {

    boolean isWhole() {
      return state() == RegistrationState.REGISTERED;
    }

    boolean isPart() {
      return state() == RegistrationState.PARTIALLY_REGISTERED && !codes(seen).equals(known);
    }

    Optional<Sequence> lastPart() {
      return isPart() ? Optional.of(seen) : partBefore;
    }

    Reading followedBy(Sequence next) {
      boolean same = codes(next).equals(codes(seen));
      return new Reading(next, same ? alike + 1 : 1, lastPart(), known);
    }

    private RegistrationState state() {
      return Numberings.of(seen).registrationState();
    }
  }
}
