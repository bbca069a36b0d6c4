package io.github.invoicingsdk.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.testing.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal in a database does, whichever database it is. */
abstract class JdbcIssueJournalContract extends StoredIssueJournalContract {

  private static final AtomicInteger TABLES = new AtomicInteger();

  private final WatchedDataSource dataSource;

  JdbcIssueJournalContract(WatchedDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  protected IssueJournal journal() {
    return JdbcIssueJournal.of(dataSource);
  }

  @Override
  protected IssueJournal journalOfAnotherProcess() {
    return JdbcIssueJournal.of(dataSource);
  }

  @Override
  protected void takeStoreAway() throws Exception {
    dataSource.failWith("08001");
  }

  @Override
  protected void bringStoreBack() throws Exception {
    dataSource.recover();
  }

  @BeforeEach
  void createTable() {
    JdbcIssueJournal.of(dataSource).createTableIfMissing();
  }

  @AfterEach
  void all_connections_are_closed_and_set_as_they_were() {
    assertThat(dataSource.open()).isZero();
    assertThat(dataSource.settingsChanged()).isFalse();
  }

  @Test
  void a_table_that_is_there_stays_with_what_it_holds() {
    assertThat(journal().add(intended("4711"))).isTrue();

    JdbcIssueJournal.of(dataSource).createTableIfMissing();

    assertThat(journal().find(key("4711"))).contains(intended("4711"));
  }

  @Test
  void machines_that_create_the_table_at_once_all_succeed() throws Exception {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, newTable());

    List<Boolean> added =
        AtOnce.run(
            8,
            i ->
                () -> {
                  journal.createTableIfMissing();
                  return journal.add(intended("order " + i));
                });

    assertThat(added).containsOnly(true);
  }

  @Test
  void journals_in_different_tables_know_nothing_of_each_other() {
    JdbcIssueJournal other = JdbcIssueJournal.of(dataSource, newTable());
    other.createTableIfMissing();

    assertThat(other.add(intended("4711"))).isTrue();

    assertThat(journal().find(key("4711"))).isEmpty();
  }

  @Test
  void a_table_that_is_missing_or_another_one_is_an_error() throws SQLException {
    String table = newTable();
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, table);
    assertThatThrownBy(() -> journal.find(key("4711")))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining(table)
        .hasCauseInstanceOf(SQLException.class);
    assertThatThrownBy(() -> journal.add(intended("4711")))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageNotContaining("4711");
    execute("CREATE TABLE " + table + " (id VARCHAR(64) NOT NULL PRIMARY KEY)");

    assertThatThrownBy(journal::createTableIfMissing)
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("cannot use table " + table);
  }

  @Test
  void a_row_that_another_constraint_refuses_is_an_error_and_no_second_entry() throws SQLException {
    String table = newTable();
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, table);
    execute(
        journal
            .createTableSql()
            .replace("document_id BIGINT", "document_id BIGINT CHECK (document_id > 7)"));
    IssueEntry refused = new IssueEntry(key("4711"), 1, "digest", "first", 7L, null);

    assertThatThrownBy(() -> journal.add(refused))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("cannot add to table " + table)
        .hasMessageNotContaining("4711");

    assertThat(journal.find(key("4711"))).isEmpty();
    assertThat(journal.add(intended("4711"))).isTrue();
  }

  @Test
  void a_row_that_somebody_has_spoilt_is_an_error() throws SQLException {
    String table = newTable();
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, table);
    journal.createTableIfMissing();
    assertThat(journal.add(intended("4711"))).isTrue();
    execute("UPDATE " + table + " SET entry_version = 0");

    assertThatThrownBy(() -> journal.find(key("4711")))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("none of a journal");
    assertThatThrownBy(() -> journal.add(intended("4711")))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("none of a journal");
  }

  final void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      var unused = statement.execute(sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  static String newTable() {
    return "journal_" + TABLES.incrementAndGet();
  }
}
