package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.List;
import java.util.Optional;

/**
 * Finds or creates the one document that a call of {@code issue} is about, and hands it on to be
 * finished. For one call.
 *
 * <p>Two things keep a reference from getting two numbers. The journal: a document is numbered only
 * after its id was noted, and of several callers one notes its own. And, where no durable journal
 * can do that, the provider's list: a caller numbers its draft only after the list has shown it,
 * and nothing older beside it; whoever sees an older one gives up its own.
 *
 * @param <D> the provider's document
 */
public final class DocumentIssuer<D> implements AnotherWay<D> {

  /** What an adopted draft says is not known before it was changed. */
  private static final String UNKNOWN_DIGEST = "0".repeat(64);

  /** A caller that was overtaken sees at once what the other one has noted, or never. */
  private static final int RESTARTS_WITHOUT_PAUSE = 3;

  private final IssueCall<D> call;
  private final IssuingPort<D> port;
  private final DraftFinisher<D> finisher;
  private int restarts;
  private boolean waitedForAnother;

  /**
   * Creates an issuer.
   *
   * @param port the provider
   * @param journal what was noted before, and what is noted now
   * @param options how to issue
   * @param deadline the moment by which all must have ended
   */
  public DocumentIssuer(
      IssuingPort<D> port, IssueJournal journal, IssueOptions options, Deadline deadline) {
    this.port = port;
    this.call = new IssueCall<>(port, journal, options, deadline);
    this.finisher = new DraftFinisher<>(call, this);
  }

  /** Issues the document. */
  public Plan<IssueResult<D>> issue() {
    return call.noted().then(noted -> noted.isPresent() ? goOn(noted.get()) : begin());
  }

  /** Nothing is noted: what there is can only stand in the list. */
  private Plan<IssueResult<D>> begin() {
    if (!port.isListed() && !call.isDurablyNoted() && !call.options().isFirstAttempt()) {
      throw new IllegalStateException(
          "documents of type "
              + port.key().type()
              + " stand in none of the provider's lists, so nothing tells whether \""
              + port.key().reference()
              + "\" was issued before: give the client a durable journal by issueJournal(...), or"
              + " say IssueOptions.builder().firstAttempt() if it certainly was not");
    }
    return call.listed()
        .then(
            listed -> {
              IssueEntry first =
                  IssueEntry.intended(
                      port.key(), port.digest(), port.uniqueId(listed.gone(), false));
              return call.note(first)
                  .then(added -> added ? choose(first, listed, false) : restart());
            });
  }

  private Plan<IssueResult<D>> goOn(IssueEntry entry) {
    call.mayHaveLeftDrafts();
    Long id = entry.documentId();
    if (id != null) {
      return known(entry, id);
    }
    if (!waitedForAnother) {
      // Another caller may be creating it just now, and two drafts are one too many.
      waitedForAnother = true;
      return call.afterPause(this::issue, () -> createAgain(entry));
    }
    return createAgain(entry);
  }

  /** An earlier attempt may have created a draft whose response was lost. */
  private Plan<IssueResult<D>> createAgain(IssueEntry entry) {
    return call.listed().then(listed -> choose(entry, listed, true));
  }

  /**
   * Takes what the list shows, or creates a draft.
   *
   * @param again whether an earlier call may have created one that the list does not show
   */
  private Plan<IssueResult<D>> choose(IssueEntry entry, ListedDocuments<D> listed, boolean again) {
    if (!listed.numbered().isEmpty()) {
      return call.numberedOf(listed.numbered()).then(found -> adopt(entry, listed, found));
    }
    if (!listed.drafts().isEmpty()) {
      return adopt(entry, port.id(listed.drafts().get(0)));
    }
    return create(entry, port.uniqueId(listed.gone(), again && call.isDurablyNoted()));
  }

  private Plan<IssueResult<D>> adopt(
      IssueEntry entry, ListedDocuments<D> listed, List<D> reallyNumbered) {
    if (reallyNumbered.size() > 1) {
      return Plan.of(new IssueResult.Doubled<>(reallyNumbered));
    }
    if (reallyNumbered.isEmpty()) {
      // The list is behind: what it shows as numbered was cancelled, say.
      listed.numbered().forEach(document -> call.isGone(port.id(document)));
      return restart();
    }
    return adopt(entry, port.id(reallyNumbered.get(0)));
  }

  private Plan<IssueResult<D>> adopt(IssueEntry entry, long id) {
    return call.note(entry, entry.created(id, UNKNOWN_DIGEST, entry.uniqueId()))
        .then(noted -> noted.isPresent() ? known(noted.get(), id) : restart());
  }

  private Plan<IssueResult<D>> create(IssueEntry entry, String uniqueId) {
    return IssueCall.attempt(port.create(uniqueId, call.deadline()))
        .then(created -> created.then(id -> own(entry, id, uniqueId), e -> lost(entry, e)));
  }

  /** Notes a draft that this call has created, or gives it up for the one that is noted. */
  private Plan<IssueResult<D>> own(IssueEntry entry, long id, String uniqueId) {
    return call.note(entry, entry.created(id, port.digest(), uniqueId))
        .then(
            noted ->
                noted.isPresent()
                    ? draft(noted.get(), id, true)
                    : finisher.giveUp(id).then(done -> restart()));
  }

  /** A creation of which no response tells, or that another one with the same id keeps away. */
  private Plan<IssueResult<D>> lost(IssueEntry entry, InvoicingException failure) {
    boolean mayExist = IssueCall.isOpen(failure) || failure instanceof ConflictException;
    call.mayHaveLeftDrafts();
    if (!mayExist || !port.isListed()) {
      return Plan.failed(failure);
    }
    return IssueCall.attempt(call.listed())
        .then(
            read ->
                read.then(
                    listed ->
                        listed.isEmpty()
                            ? call.afterPause(
                                () -> lost(entry, failure), () -> Plan.failed(failure))
                            : choose(entry, listed, true),
                    unreadable -> {
                      failure.addSuppressed(unreadable);
                      return call.afterPause(
                          () -> lost(entry, failure), () -> Plan.failed(failure));
                    }));
  }

  /** A document that is noted. */
  private Plan<IssueResult<D>> known(IssueEntry entry, long id) {
    return finisher.read(entry, id, document -> draft(entry, id, false));
  }

  private Plan<IssueResult<D>> draft(IssueEntry entry, long id, boolean own) {
    return call.isDurablyNoted() || !port.isListed()
        ? finisher.finish(entry, id, own)
        : confirm(entry, id, own);
  }

  /**
   * Looks until the list shows the draft: before, it proves nothing about others. What is older
   * goes before it.
   */
  private Plan<IssueResult<D>> confirm(IssueEntry entry, long id, boolean own) {
    return call.listed()
        .then(
            listed -> {
              Optional<D> numbered = other(listed.numbered(), id);
              Optional<D> older =
                  numbered.or(() -> other(listed.drafts(), id).filter(d -> port.id(d) < id));
              if (older.isPresent()) {
                return finisher.giveUp(id).then(done -> adopt(entry, port.id(older.get())));
              }
              return listed.shows(id, port::id)
                  ? finisher.finish(entry, id, own)
                  : lookAgain(entry, id, own);
            });
  }

  /** Goes on looking as long as the draft is there: another caller may have given it up. */
  private Plan<IssueResult<D>> lookAgain(IssueEntry entry, long id, boolean own) {
    return call.get(id)
        .then(
            read -> {
              if (read.isEmpty()) {
                return vanished(entry, id);
              }
              return port.isMeant(read.get())
                  ? call.afterPause(
                      () -> confirm(entry, id, own), () -> Plan.of(new IssueResult.NotListed<>(id)))
                  : abandon(entry, id);
            });
  }

  /** The oldest document beside the one with that id. */
  private Optional<D> other(List<D> documents, long id) {
    return documents.stream().filter(document -> port.id(document) != id).findFirst();
  }

  /**
   * A noted document that cannot be read. Deleting it tells whether it is gone: the provider
   * refuses to delete what has a number.
   */
  @Override
  public Plan<IssueResult<D>> vanished(IssueEntry entry, long id) {
    return IssueCall.attempt(port.delete(id, call.deadline()).map(done -> true))
        .then(
            deleted ->
                deleted.failure() == null || deleted.failure() instanceof NotFoundException
                    ? abandon(entry, id)
                    : restart());
  }

  /** The document is gone, or was never meant: another one may be created in its place. */
  @Override
  public Plan<IssueResult<D>> abandon(IssueEntry entry, long id) {
    call.isGone(id);
    return call.listed()
        .then(
            listed -> {
              IssueEntry next =
                  entry.intendedAgain(
                      port.digest(), port.uniqueId(listed.gone(), call.isDurablyNoted()));
              return call.note(entry, next)
                  .then(noted -> noted.isPresent() ? choose(next, listed, true) : restart());
            });
  }

  /** Looks anew at what is noted, since something else has happened meanwhile. */
  @Override
  public Plan<IssueResult<D>> restart() {
    restarts++;
    return restarts <= RESTARTS_WITHOUT_PAUSE
        ? issue()
        : call.afterPause(this::issue, () -> Plan.failed(finisher.outOfTime(null)));
  }
}
