package io.github.invoicingsdk.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A journal in a real PostgreSQL. */
@Timeout(60)
class PostgresIssueJournalTest {

  private static PostgresServer postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = PostgresServer.started();
  }

  @AfterAll
  static void stop() throws IOException {
    // Null where it cannot run.
    if (postgres != null) {
      postgres.close();
    }
  }

  /** The server itself goes away and comes back. */
  private abstract static class Contract extends JdbcIssueJournalContract {

    Contract(WatchedDataSource dataSource) {
      super(dataSource);
    }

    @Override
    protected void takeStoreAway() throws IOException {
      postgres.stop();
    }

    @Override
    protected void bringStoreBack() throws IOException {
      postgres.start();
    }
  }

  @Nested
  class WithAutoCommit extends Contract {

    WithAutoCommit() {
      super(WatchedDataSource.of(postgres.dataSource()));
    }
  }

  @Nested
  class WithoutAutoCommit extends Contract {

    WithoutAutoCommit() {
      super(WatchedDataSource.withoutAutoCommit(postgres.dataSource()));
    }
  }

  @Nested
  class WithSerializableTransactions extends Contract {

    WithSerializableTransactions() {
      super(WatchedDataSource.withoutAutoCommit(serializable()));
    }
  }

  @Test
  void who_may_not_create_tables_uses_one_that_is_there() throws SQLException {
    execute("CREATE SCHEMA billing");
    JdbcIssueJournal.of(postgres.dataSource(), "billing.journal").createTableIfMissing();
    execute("CREATE ROLE clerk LOGIN");
    execute("GRANT USAGE ON SCHEMA billing TO clerk");
    execute("GRANT SELECT, INSERT, UPDATE ON billing.journal TO clerk");
    PGSimpleDataSource clerk = postgres.dataSource();
    clerk.setUser("clerk");
    JdbcIssueJournal journal = JdbcIssueJournal.of(clerk, "billing.journal");

    journal.createTableIfMissing();

    IssueEntry entry = entry("4711");
    assertThat(journal.add(entry)).isTrue();
    assertThat(journal.replace(entry, entry.created(7, "digest", entry.uniqueId()))).isTrue();
    assertThatThrownBy(() -> JdbcIssueJournal.of(clerk, "billing.another").createTableIfMissing())
        .isInstanceOf(IssueJournalException.class)
        .hasMessageStartingWith("cannot create table billing.another (SQLState 42501, error 0)");
  }

  @Test
  void a_statement_that_waits_too_long_for_a_lock_is_given_up() throws SQLException {
    JdbcIssueJournal journal =
        JdbcIssueJournal.of(postgres.dataSource(), "locked")
            .withQueryTimeout(Duration.ofSeconds(1));
    journal.createTableIfMissing();
    IssueEntry entry = entry("4711");
    assertThat(journal.add(entry)).isTrue();
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      var unused = statement.execute("LOCK TABLE locked");

      assertThatThrownBy(() -> journal.replace(entry, entry.created(7, "digest", entry.uniqueId())))
          .isInstanceOf(IssueJournalException.class)
          .hasMessageContaining("57014");
    }

    assertThat(journal.replace(entry, entry.created(8, "digest", entry.uniqueId()))).isTrue();
  }

  private static IssueEntry entry(String reference) {
    return IssueEntry.intended(new IssueKey("x:acme", "Invoice", reference), "digest", "first");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      var unused = statement.execute(sql);
    }
  }

  private static PGSimpleDataSource serializable() {
    PGSimpleDataSource dataSource = postgres.dataSource();
    dataSource.setOptions("-c default_transaction_isolation=serializable");
    return dataSource;
  }
}
