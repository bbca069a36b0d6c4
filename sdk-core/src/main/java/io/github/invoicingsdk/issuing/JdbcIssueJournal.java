package io.github.invoicingsdk.issuing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in a table of a database. It needs no library but the database's driver, and the
 * module {@code java.sql}.
 *
 * <pre>{@code
 * JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);
 * journal.createTableIfMissing();
 * }</pre>
 *
 * <p>The SQL is made for PostgreSQL, MySQL, MariaDB, H2 and SQLite. This is the table, for those
 * who create it with Flyway or Liquibase; {@link #createTableSql()} returns the same:
 *
 * <pre>
 * CREATE TABLE IF NOT EXISTS invoicing_issue_journal (
 *   id VARCHAR(64) NOT NULL PRIMARY KEY,
 *   account VARCHAR(255) NOT NULL,
 *   document_type VARCHAR(100) NOT NULL,
 *   document_reference VARCHAR(1000) NOT NULL,
 *   entry_version INTEGER NOT NULL,
 *   content_digest VARCHAR(64) NOT NULL,
 *   unique_id VARCHAR(255) NOT NULL,
 *   document_id BIGINT,
 *   document_number VARCHAR(255),
 *   added_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
 * )
 * </pre>
 *
 * <p>The column {@code id} is a SHA-256 of account, type and reference. It keeps keys apart where a
 * collation takes {@code a} for {@code A} or ignores trailing blanks, and it fits into every index.
 * The columns of account, type and reference, and {@code added_at}, are there for people to read. A
 * reference has at most 1000 characters. For references beyond ASCII, the table needs a character
 * set that has them, such as {@code utf8mb4} in MySQL; otherwise the database refuses the entry.
 *
 * <p>Each method takes a connection from the data source, and its transaction is committed when the
 * method returns, whether the connection commits by itself or not. It joins no transaction of the
 * caller. Therefore do not pass a proxy that hands out the connection of a running transaction,
 * such as Spring's {@code TransactionAwareDataSourceProxy} or the data source of a JTA container:
 * the journal would commit what the caller may still want to roll back. Pass a data source of the
 * primary database, not of a replica that lags behind, and bound the time for connecting and for
 * the network there.
 *
 * <p>The database must keep what it has committed when its process dies. H2 does so with {@code
 * WRITE_DELAY=0} in the URL, and loses half a second without.
 *
 * <p>Whoever deletes a row makes the SDK forget the document. Keep the rows for as long as a
 * document may be issued again.
 *
 * <p>Immutable and thread-safe. The methods of the journal throw {@link IssueJournalException} if
 * the database cannot be used.
 */
public final class JdbcIssueJournal implements IssueJournal {

  private static final String TABLE = "invoicing_issue_journal";
  private static final Pattern TABLE_NAME =
      Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,62}");

  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final DataSource dataSource;
  private final JournalTable table;
  private final OwnTransactions transactions;

  private JdbcIssueJournal(DataSource dataSource, JournalTable table, Duration queryTimeout) {
    this.dataSource = dataSource;
    this.table = table;
    this.transactions = new OwnTransactions(dataSource, queryTimeout);
  }

  /**
   * A journal in the table {@code invoicing_issue_journal}.
   *
   * @param dataSource where connections come from; no proxy that joins transactions
   * @return the journal
   */
  // Who calls this has the module; who does not must be able to do without it.
  @SuppressWarnings("exports")
  public static JdbcIssueJournal of(DataSource dataSource) {
    return of(dataSource, TABLE);
  }

  /**
   * A journal in another table.
   *
   * @param dataSource where connections come from; no proxy that joins transactions
   * @param table the name of the table, with or without a schema: {@code billing.issue_journal}.
   *     Each part begins with a letter or an underscore, and has letters, digits and underscores of
   *     ASCII, 63 at most
   * @return the journal
   * @throws IllegalArgumentException if the name of the table is another one
   */
  @SuppressWarnings("exports")
  public static JdbcIssueJournal of(DataSource dataSource, String table) {
    Objects.requireNonNull(dataSource, "dataSource");
    if (!TABLE_NAME.matcher(Objects.requireNonNull(table, "table")).matches()) {
      throw new IllegalArgumentException(
          "table is \""
              + table
              + "\"; use letters, digits and underscores, at most 63, with or without a schema and"
              + " a dot before them");
    }
    return new JdbcIssueJournal(dataSource, new JournalTable(table), QUERY_TIMEOUT);
  }

  /**
   * The same journal with another limit for each statement, 10 seconds unless set.
   *
   * @param queryTimeout at least a second, at most 10 minutes; parts of a second count as a whole
   *     one
   * @return another journal
   * @throws IllegalArgumentException if the time is out of range
   */
  public JdbcIssueJournal withQueryTimeout(Duration queryTimeout) {
    Objects.requireNonNull(queryTimeout, "queryTimeout");
    if (queryTimeout.compareTo(SHORTEST) < 0 || queryTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "queryTimeout is " + queryTimeout + "; use " + SHORTEST + " to " + LONGEST);
    }
    return new JdbcIssueJournal(dataSource, table, queryTimeout);
  }

  /**
   * The SQL that creates the table, for tools that keep schemas, such as Flyway.
   *
   * @return one statement, without a semicolon
   */
  public String createTableSql() {
    return table.create();
  }

  /**
   * Creates the table, unless it is there. Several machines can do so at the same time. If the
   * table is there, the right to create tables is not needed.
   *
   * @throws IssueJournalException if the table cannot be created, or has other columns
   */
  public void createTableIfMissing() {
    if (missing() == null) {
      return;
    }
    SQLException refused = null;
    try {
      var unused = transactions.run(table.create(), PreparedStatement::execute);
    } catch (SQLException e) {
      // Another machine may have been faster, which not every database takes well.
      refused = e;
    }
    SQLException missing = missing();
    if (missing != null && refused != null) {
      throw failure("create", refused);
    }
    if (missing != null) {
      throw failure("use", missing);
    }
  }

  @Override
  public Optional<IssueEntry> find(IssueKey key) {
    String id = EntryRow.id(key);
    try {
      return transactions.run(table.find(), statement -> found(statement, key, id));
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  @Override
  public boolean add(IssueEntry entry) {
    EntryRow.requireFitting(entry);
    try {
      int unused = transactions.run(table.add(), statement -> EntryRow.add(statement, entry));
      return true;
    } catch (SQLException e) {
      // The constraint may also be one that somebody has added.
      if (SqlStates.isConstraintViolation(e) && find(entry.key()).isPresent()) {
        return false;
      }
      throw failure("add to", e);
    }
  }

  @Override
  public boolean replace(IssueEntry seen, IssueEntry next) {
    Objects.requireNonNull(seen, "seen");
    EntryRow.requireFitting(next);
    try {
      return transactions.run(
          table.replace(), statement -> EntryRow.replace(statement, seen, next) == 1);
    } catch (SQLException e) {
      throw failure("change", e);
    }
  }

  /** Shows the table. */
  @Override
  public String toString() {
    return "IssueJournal{" + table.described() + "}";
  }

  private static Optional<IssueEntry> found(PreparedStatement statement, IssueKey key, String id)
      throws SQLException {
    statement.setString(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(EntryRow.read(rows, key)) : Optional.empty();
    }
  }

  /** Why the table cannot be used; null if it can. */
  private @Nullable SQLException missing() {
    try {
      var unused = transactions.run(table.probe(), PreparedStatement::execute);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private IssueJournalException failure(String verb, SQLException failure) {
    return new IssueJournalException(
        "cannot "
            + verb
            + " "
            + table.described()
            + SqlStates.shown(failure)
            + (SqlStates.isMisfit(failure)
                ? "; createTableSql() shows the columns that it must have"
                : ""),
        failure);
  }
}
