package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings one noted draft up to date, compares it with what was asked for, gives it its number, and
 * compares it again.
 *
 * @param <D> the provider's document
 */
final class DraftFinisher<D> {

  private static final String HOW_TO_FIND_OUT =
      "Issue the document again with the same reference, or get it and look at its state and"
          + " number.";

  private final IssueCall<D> call;
  private final IssuingPort<D> port;
  private final AnotherWay<D> otherwise;

  /**
   * Creates a finisher.
   *
   * @param call the call
   * @param otherwise how to go on when there is no draft to finish
   */
  DraftFinisher(IssueCall<D> call, AnotherWay<D> otherwise) {
    this.call = call;
    this.port = call.port();
    this.otherwise = otherwise;
  }

  /**
   * Finishes a draft.
   *
   * @param own whether this call has written what it says; another one is changed first
   */
  Plan<IssueResult<D>> finish(IssueEntry entry, long id, boolean own) {
    return own ? prove(entry, id, true, true) : update(entry, id);
  }

  /**
   * Reads a noted document and goes on as its state asks for.
   *
   * @param draft what to do with it while it is a draft
   */
  Plan<IssueResult<D>> read(IssueEntry entry, long id, Function<D, Plan<IssueResult<D>>> draft) {
    return call.get(id)
        .then(
            read -> {
              if (read.isEmpty()) {
                return otherwise.vanished(entry, id);
              }
              D document = read.get();
              if (!port.isMeant(document)) {
                return otherwise.abandon(entry, id);
              }
              return switch (port.state(document)) {
                case DRAFT -> draft.apply(document);
                case NUMBERED -> existing(entry, document);
                case GONE -> otherwise.abandon(entry, id);
              };
            });
  }

  /** A document that had its number before this call. */
  private Plan<IssueResult<D>> existing(IssueEntry entry, D document) {
    return judge(
        entry,
        document,
        comparison -> new IssueResult.Existed<>(document, comparison.notVisible()));
  }

  /**
   * Deletes a draft for which another document stands. That is never worth a failure.
   *
   * @return a plan that tells whether it is certainly gone
   */
  Plan<Boolean> giveUp(long id) {
    Plan<Boolean> deletion =
        call.get(id)
            .then(
                read -> {
                  boolean draft =
                      read.isPresent()
                          && port.isMeant(read.get())
                          && port.state(read.get()) == DocumentState.DRAFT;
                  return draft
                      ? port.delete(id, call.deadline()).map(done -> true)
                      : Plan.of(read.isEmpty() || port.state(read.get()) == DocumentState.GONE);
                });
    return IssueCall.attempt(deletion)
        .map(
            deleted -> {
              boolean certain = Boolean.TRUE.equals(deleted.value());
              if (certain) {
                call.isGone(id);
              }
              return certain;
            });
  }

  /**
   * The exception for a call whose time is over before a number was taken.
   *
   * @param cause what took the time; null when there is nothing to say about it
   */
  RuntimeException outOfTime(@Nullable Throwable cause) {
    return port.call().deadlineExceeded(call.options().atMost(), false, cause);
  }

  private Plan<IssueResult<D>> update(IssueEntry entry, long id) {
    return IssueCall.attempt(port.update(id, call.deadline()).map(done -> true))
        .then(
            updated -> {
              InvoicingException failure = updated.failure();
              return failure == null || IssueCall.isOpen(failure)
                  ? noteUpdated(entry, id)
                  : refused(entry, id, failure);
            });
  }

  /** Whether the draft was changed is seen when it is compared. */
  private Plan<IssueResult<D>> noteUpdated(IssueEntry entry, long id) {
    return call.note(entry, entry.created(id, port.digest(), entry.uniqueId()))
        .then(
            noted -> noted.isPresent() ? prove(noted.get(), id, false, true) : otherwise.restart());
  }

  /**
   * Compares a draft with what was asked for, and takes its number if it is that.
   *
   * @param created whether this call has created it; another one may keep what a change does not
   *     take away
   * @param again whether another reading may show more
   */
  private Plan<IssueResult<D>> prove(IssueEntry entry, long id, boolean created, boolean again) {
    return read(
        entry,
        id,
        draft ->
            port.compare(draft, call.deadline())
                .then(
                    comparison -> {
                      if (comparison.isEqual()) {
                        return takeNumber(entry, id);
                      }
                      return again
                          ? call.afterPause(
                              () -> prove(entry, id, created, false),
                              () -> Plan.of(unproven(draft, comparison)))
                          : createdAnew(entry, draft, comparison, created);
                    }));
  }

  /** A draft that cannot be brought up to date is replaced: it has no legal existence. */
  private Plan<IssueResult<D>> createdAnew(
      IssueEntry entry, D draft, Comparison comparison, boolean created) {
    IssueResult<D> unproven = unproven(draft, comparison);
    if (created || comparison.differences().isEmpty()) {
      return Plan.of(unproven);
    }
    long id = port.id(draft);
    return giveUp(id).then(gone -> gone ? otherwise.abandon(entry, id) : Plan.of(unproven));
  }

  private static <D> IssueResult<D> unproven(D draft, Comparison comparison) {
    return comparison.differences().isEmpty()
        ? new IssueResult.NotVisible<>(draft, comparison.notVisible())
        : new IssueResult.DraftDiffers<>(draft, comparison.differences());
  }

  private Plan<IssueResult<D>> takeNumber(IssueEntry entry, long id) {
    if (call.deadline().hasPassed()) {
      return Plan.failed(outOfTime(null));
    }
    return IssueCall.attempt(port.takeNumber(id, call.deadline()).map(done -> true))
        .then(
            taken -> {
              InvoicingException failure = taken.failure();
              return failure == null || IssueCall.isOpen(failure)
                  ? settle(entry, id, failure)
                  : refused(entry, id, failure);
            });
  }

  /**
   * Reads until the number shows.
   *
   * @param failure why the response does not tell; null if it said that the number was taken
   */
  private Plan<IssueResult<D>> settle(
      IssueEntry entry, long id, @Nullable InvoicingException failure) {
    return shown(entry, id, failure)
        .otherwise(stopped -> Plan.failed(afterTheNumber(stopped, failure)));
  }

  private Plan<IssueResult<D>> shown(
      IssueEntry entry, long id, @Nullable InvoicingException failure) {
    return IssueCall.attempt(call.get(id))
        .then(
            read -> {
              Optional<D> document = read.value() == null ? Optional.empty() : read.value();
              if (document.isPresent() && port.state(document.get()) == DocumentState.NUMBERED) {
                return judge(
                    entry, document.get(), comparison -> new IssueResult.Issued<>(document.get()));
              }
              return call.afterPause(
                  () -> shown(entry, id, failure),
                  () -> Plan.failed(unknown(failure, read.failure())));
            });
  }

  private RuntimeException unknown(
      @Nullable InvoicingException failure, @Nullable InvoicingException unreadable) {
    RuntimeException unknown =
        failure != null
            ? failure
            : port.call()
                .outcomeUnknown(
                    unreadable != null
                        ? unreadable
                        : port.call().deadlineExceeded(call.options().atMost(), true, null),
                    HOW_TO_FIND_OUT);
    if (failure != null && unreadable != null) {
      failure.addSuppressed(unreadable);
    }
    return unknown;
  }

  /** A number may have been taken, whatever a failure that comes later says of itself. */
  private RuntimeException afterTheNumber(
      RuntimeException stopped, @Nullable InvoicingException failure) {
    RuntimeException told =
        stopped instanceof InvoicingException known && !known.mayHaveBeenProcessed()
            ? port.call().outcomeUnknown(known, HOW_TO_FIND_OUT)
            : stopped;
    if (failure != null && told != failure) {
      told.addSuppressed(failure);
    }
    return told;
  }

  /**
   * The provider has refused a write. That is believed only of a draft that is seen to be one
   * still: another caller may have been faster.
   */
  private Plan<IssueResult<D>> refused(IssueEntry entry, long id, InvoicingException refusal) {
    return IssueCall.attempt(call.get(id))
        .then(
            read ->
                read.then(
                    document -> {
                      if (document.isEmpty()) {
                        return otherwise.vanished(entry, id);
                      }
                      return switch (port.state(document.get())) {
                        case DRAFT -> Plan.failed(refusal);
                        case NUMBERED -> existing(entry, document.get());
                        case GONE -> otherwise.abandon(entry, id);
                      };
                    },
                    unreadable -> {
                      refusal.addSuppressed(unreadable);
                      return call.afterPause(
                          () -> refused(entry, id, refusal),
                          () -> Plan.failed(port.call().outcomeUnknown(refusal, HOW_TO_FIND_OUT)));
                    }));
  }

  /** Compares a document that has a number, a second time if it seems to be something else. */
  private Plan<IssueResult<D>> judge(
      IssueEntry entry, D document, Function<Comparison, IssueResult<D>> expected) {
    return compared(document)
        .then(
            comparison -> {
              IssueResult<D> result =
                  comparison.differences().isEmpty()
                      ? expected.apply(comparison)
                      : new IssueResult.NumberedDiffers<>(document, comparison.differences());
              return entry.number() == null ? close(entry, document, result) : Plan.of(result);
            });
  }

  private Plan<Comparison> compared(D document) {
    return port.compare(document, call.deadline())
        .then(
            first ->
                first.differences().isEmpty()
                    ? Plan.of(first)
                    : call.afterPause(
                        () ->
                            call.get(port.id(document))
                                .then(
                                    again ->
                                        again.isEmpty()
                                            ? Plan.of(first)
                                            : port.compare(again.get(), call.deadline())),
                        () -> Plan.of(first)));
  }

  /**
   * The last look after a number was taken: at others that got one after all, and at drafts that
   * are left over. The number is taken, so nothing that fails here is a failure of the call.
   */
  private Plan<IssueResult<D>> close(IssueEntry entry, D document, IssueResult<D> result) {
    return IssueCall.attempt(lastLook(port.id(document)))
        .then(
            look -> {
              Leftovers<D> left = look.value();
              if (left != null && !left.doubles().isEmpty()) {
                return Plan.of(doubled(document, left.doubles()));
              }
              // Without this note, the next call looks once more.
              return left != null && left.isTidy()
                  ? noteNumber(entry, document).map(done -> result)
                  : Plan.of(result);
            });
  }

  /**
   * Where drafts may be left over, a list that does not show the document does not show them
   * either.
   */
  private Plan<Leftovers<D>> lastLook(long id) {
    return call.listed()
        .then(
            listed ->
                !call.hasToTidyUp() || !port.isListed() || listed.shows(id, port::id)
                    ? tidied(listed, id, true)
                    : call.afterPause(() -> lastLook(id), () -> tidied(listed, id, false)));
  }

  /** Gives up drafts that are left over, and finds other documents with a number. */
  private Plan<Leftovers<D>> tidied(ListedDocuments<D> listed, long id, boolean whole) {
    Plan<Boolean> tidy = Plan.of(whole);
    for (D draft : listed.drafts()) {
      if (port.id(draft) != id) {
        tidy = tidy.then(before -> giveUp(port.id(draft)).map(gone -> before && gone));
      }
    }
    List<D> others =
        listed.numbered().stream().filter(document -> port.id(document) != id).toList();
    return tidy.then(
        isTidy -> call.numberedOf(others).map(doubles -> new Leftovers<>(isTidy, doubles)));
  }

  /**
   * What is left of a reference beside its document.
   *
   * @param isTidy whether there is certainly no draft
   * @param doubles other documents with a number
   */
  private record Leftovers<D>(boolean isTidy, List<D> doubles) {}

  private IssueResult<D> doubled(D document, List<D> doubles) {
    List<D> all = new ArrayList<>(doubles);
    all.add(document);
    all.sort(Comparator.comparingLong(port::id));
    return new IssueResult.Doubled<>(all);
  }

  private Plan<Boolean> noteNumber(IssueEntry entry, D document) {
    String number = port.number(document);
    return number == null
        ? Plan.of(false)
        : call.note(entry, entry.numbered(number))
            .map(Optional::isPresent)
            .otherwise(failure -> Plan.of(false));
  }
}
