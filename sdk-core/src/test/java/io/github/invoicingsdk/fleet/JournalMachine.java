package io.github.invoicingsdk.fleet;

import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.issuing.JdbcIssueJournal;
import java.io.IOException;
import java.net.URI;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * One of several machines that note the same documents in one journal, as a process of its own:
 * waits for a line, and writes what it was the first to note.
 */
final class JournalMachine {

  static final int DOCUMENTS = 200;

  private JournalMachine() {}

  /** Takes the address of PostgreSQL or of Redis, and the number of the machine. */
  public static void main(String[] arguments) throws IOException {
    int machine = Integer.parseInt(arguments[1]);
    if (arguments[0].startsWith("jdbc:")) {
      // H2's pool serves every database.
      PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
      postgres.setUrl(arguments[0]);
      JdbcConnectionPool pool = JdbcConnectionPool.create(postgres);
      JdbcIssueJournal journal = JdbcIssueJournal.of(pool);
      journal.createTableIfMissing();
      note(journal, machine);
      pool.dispose();
    } else {
      try (RedisFleet fleet = RedisFleet.connect(URI.create(arguments[0]), 4)) {
        note(fleet.issueJournal(), machine);
      }
    }
  }

  static IssueKey key(int document) {
    return new IssueKey("invoicexpress:acme", "Invoice", "order " + document);
  }

  private static void note(IssueJournal journal, int machine) throws IOException {
    if (journal.find(key(-1)).isPresent()) {
      throw new IllegalStateException("the store is not a new one");
    }
    System.out.println("ready");
    if (System.in.read() < 0) {
      throw new IllegalStateException("the test is gone");
    }
    for (int i = 0; i < DOCUMENTS; i++) {
      IssueEntry intended = IssueEntry.intended(key(i), "digest", "machine " + machine);
      if (journal.add(intended)) {
        System.out.println("added " + i);
      }
      if (journal.replace(intended, intended.created(machine, "digest", intended.uniqueId()))) {
        System.out.println("replaced " + i);
      }
    }
    System.out.println("end");
  }
}
