package io.github.invoicingsdk.issuing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps the entries that were used last. Thread-safe. */
final class InMemoryIssueJournal implements IssueJournal {

  private static final int MOST = 10_000;

  private final Map<IssueKey, IssueEntry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IssueKey, IssueEntry> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public synchronized Optional<IssueEntry> find(IssueKey key) {
    return Optional.ofNullable(entries.get(Objects.requireNonNull(key, "key")));
  }

  @Override
  public synchronized boolean add(IssueEntry entry) {
    return entries.putIfAbsent(entry.key(), entry) == null;
  }

  @Override
  public synchronized boolean replace(IssueEntry seen, IssueEntry next) {
    IssueEntry current = entries.get(seen.key());
    if (current == null || current.version() != seen.version()) {
      return false;
    }
    entries.put(seen.key(), next);
    return true;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public String toString() {
    return "IssueJournal{in memory}";
  }
}
