package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.ListChangedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code issue}: what it reads and notes, within its deadline.
 *
 * @param <D> the provider's document
 */
final class IssueCall<D> {

  /** What the provider does was seen to show up some seconds later. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final IssuingPort<D> port;
  private final IssueJournal journal;
  private final IssueOptions options;
  private final Deadline deadline;

  /** Documents that were seen to be gone, which lists may show for a while. */
  private final Set<Long> gone = ConcurrentHashMap.newKeySet();

  private volatile boolean mayHaveLeftDrafts;

  IssueCall(IssuingPort<D> port, IssueJournal journal, IssueOptions options, Deadline deadline) {
    this.port = port;
    this.journal = journal;
    this.options = options;
    this.deadline = deadline;
  }

  IssuingPort<D> port() {
    return port;
  }

  IssueOptions options() {
    return options;
  }

  Deadline deadline() {
    return deadline;
  }

  /** There may be drafts of the reference that nobody knows by their ids. */
  void mayHaveLeftDrafts() {
    mayHaveLeftDrafts = true;
  }

  /** Whether there may be drafts of the reference that nobody knows by their ids. */
  boolean hasToTidyUp() {
    return mayHaveLeftDrafts;
  }

  /** Whether lists need not be believed: a document is numbered only after it was noted. */
  boolean isDurablyNoted() {
    return journal.isDurable();
  }

  Plan<Optional<IssueEntry>> noted() {
    return Plan.blocking(() -> journal.find(port.key()));
  }

  Plan<Boolean> note(IssueEntry first) {
    return Plan.blocking(() -> journal.add(first));
  }

  /** Notes what follows on an entry; empty if somebody else was faster. */
  Plan<Optional<IssueEntry>> note(IssueEntry seen, IssueEntry next) {
    return Plan.blocking(() -> journal.replace(seen, next) ? Optional.of(next) : Optional.empty());
  }

  Plan<Optional<D>> get(long id) {
    return port.get(id, deadline);
  }

  /** What the list shows, read again as long as it changes while it is read. */
  Plan<ListedDocuments<D>> listed() {
    if (!port.isListed()) {
      return Plan.of(ListedDocuments.none());
    }
    return Plan.lazily(() -> port.list(deadline))
        .map(this::sorted)
        .otherwise(
            failure ->
                failure instanceof ListChangedException
                    ? afterPause(this::listed, () -> Plan.failed(failure))
                    : Plan.failed(failure));
  }

  /** The document is gone, whatever lists say. */
  void isGone(long id) {
    gone.add(id);
  }

  /** Pauses and goes on, or does something else when no time is left for that. */
  <T extends @Nullable Object> Plan<T> afterPause(Supplier<Plan<T>> next, Supplier<Plan<T>> late) {
    return Plan.lazily(
        () ->
            deadline.remaining().compareTo(PAUSE) <= 0
                ? late.get()
                : Plan.pause(PAUSE).then(over -> next.get()));
  }

  /** Does something of which the failure is no failure of the whole. */
  static <T> Plan<Attempt<T>> attempt(Plan<T> plan) {
    return plan.<Attempt<T>>map(value -> new Attempt<>(value, null))
        .otherwise(
            failure ->
                failure instanceof InvoicingException known
                        && !(failure instanceof CallInterruptedException)
                    ? Plan.of(new Attempt<>(null, known))
                    : Plan.failed(failure));
  }

  /** Whether a write with that failure may have been carried out. */
  static boolean isOpen(RuntimeException failure) {
    return failure instanceof OutcomeUnknownException || failure instanceof DecodingException;
  }

  /** The numbered ones of several documents, each read by its id. */
  Plan<List<D>> numberedOf(List<D> documents) {
    Plan<List<D>> all = Plan.of(List.of());
    for (D document : documents) {
      all = all.then(before -> get(port.id(document)).map(now -> withNumbered(before, now)));
    }
    return all;
  }

  private List<D> withNumbered(List<D> before, Optional<D> now) {
    List<D> numbered = new ArrayList<>(before);
    now.filter(document -> port.state(document) == DocumentState.NUMBERED).ifPresent(numbered::add);
    return numbered;
  }

  private ListedDocuments<D> sorted(List<D> documents) {
    List<D> numbered = new ArrayList<>();
    List<D> drafts = new ArrayList<>();
    int goneCount = 0;
    for (D document : documents) {
      if (port.state(document) == DocumentState.GONE || gone.contains(port.id(document))) {
        goneCount++;
      } else if (port.state(document) == DocumentState.DRAFT) {
        drafts.add(document);
      } else {
        numbered.add(document);
      }
    }
    Comparator<D> oldestFirst = Comparator.comparingLong(port::id);
    numbered.sort(oldestFirst);
    drafts.sort(oldestFirst);
    return new ListedDocuments<>(List.copyOf(numbered), List.copyOf(drafts), goneCount);
  }

  /**
   * What came of something that may fail.
   *
   * @param value what it brought; null if it failed
   * @param failure why it failed; null if it did not
   */
  record Attempt<T>(@Nullable T value, @Nullable InvoicingException failure) {

    /** Goes on with the value or the failure. */
    <R> Plan<R> then(
        Function<? super T, Plan<R>> next,
        Function<? super InvoicingException, Plan<R>> otherwise) {
      if (failure != null) {
        return otherwise.apply(failure);
      }
      return next.apply(Objects.requireNonNull(value, "value"));
    }
  }
}
