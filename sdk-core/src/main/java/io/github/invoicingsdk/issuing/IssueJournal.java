package io.github.invoicingsdk.issuing;

import java.util.Optional;

/**
 * Remembers which documents are being issued, so that a repeated call finds its document by id and
 * does not depend on the provider's lists, which show new documents late.
 *
 * <p>{@link JdbcIssueJournal} keeps the entries in a table of a database, and a Redis fleet has a
 * journal of its own. A partner can also keep them on the table of orders; these three methods are
 * all that is needed. For a column {@code version} that is null before the first call:
 *
 * <pre>
 * find     select ... from orders where reference = ? and version is not null
 * add      update orders set version = 1, ... where reference = ? and version is null
 * replace  update orders set version = ?, ... where reference = ? and version = ?
 * </pre>
 *
 * <p>What the methods note must be committed when they return: not be part of a transaction of the
 * caller that can still be rolled back. What they throw reaches the caller of {@code issue}
 * unchanged. While it comes from {@link #find} or {@link #add}, nothing was sent yet. No number is
 * taken before the document's id is noted.
 *
 * <p>Implementations are thread-safe.
 */
public interface IssueJournal {

  /**
   * Finds what is noted of a document.
   *
   * @param key which document is meant
   * @return the entry as it was noted last; empty if there is none
   */
  Optional<IssueEntry> find(IssueKey key);

  /**
   * Notes the first entry of a key, if there is none. Of several callers at the same time, on
   * whichever machine, exactly one hears true.
   *
   * @param entry the entry; its version is 1
   * @return false if there is an entry already, which then stays as it is
   */
  boolean add(IssueEntry entry);

  /**
   * Replaces an entry, if it is still the one that the caller has seen. Of several callers at the
   * same time, on whichever machine, exactly one hears true.
   *
   * @param seen what the caller has seen; the entry is the same if its version is
   * @param next what is noted in its place; its version is the next one
   * @return false if the entry is another one by now, which then stays as it is
   */
  boolean replace(IssueEntry seen, IssueEntry next);

  /**
   * Whether the entries outlive the process, and everybody who issues documents for the account
   * notes them here. Where they do not, the provider's lists are asked as well.
   *
   * @return true, unless overridden
   */
  default boolean isDurable() {
    return true;
  }

  /**
   * A journal in the memory of this process, which is what a client has unless it is given another.
   * It remembers the last 10,000 documents, and knows nothing of other processes and of the time
   * before this one.
   *
   * @return a new journal, which is not durable
   */
  static IssueJournal inMemory() {
    return new InMemoryIssueJournal();
  }
}
