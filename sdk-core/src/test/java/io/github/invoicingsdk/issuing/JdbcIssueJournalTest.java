package io.github.invoicingsdk.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal in a database takes, and what it refuses. */
class JdbcIssueJournalTest {

  private static final IssueKey KEY = new IssueKey("x:acme", "Invoice", "4711");

  private final JdbcDataSource dataSource = new JdbcDataSource();

  @BeforeEach
  void openDatabase() {
    dataSource.setURL("jdbc:h2:mem:arguments;DB_CLOSE_DELAY=-1");
    JdbcIssueJournal.of(dataSource).createTableIfMissing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "journal;",
        "journal; DROP TABLE orders",
        "\"journal\"",
        "`journal`",
        "1journal",
        "a.b.c",
        ".journal",
        "journal.",
        "jour-nal",
        "diário",
        "journal\n",
        "journal--",
        "a234567890123456789012345678901234567890123456789012345678901234"
      })
  void a_name_that_is_no_plain_identifier_is_refused(String table) {
    assertThatThrownBy(() -> JdbcIssueJournal.of(dataSource, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("table is \"" + table + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "j",
        "_Journal_2",
        "public.issue_journal",
        "a23456789012345678901234567890123456789012345678901234567890123"
      })
  void a_plain_identifier_is_taken(String table) {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, table);
    journal.createTableIfMissing();

    assertThat(journal.createTableSql()).startsWith("CREATE TABLE IF NOT EXISTS " + table + " (");
    assertThat(journal).hasToString("IssueJournal{table " + table + "}");
    assertThat(journal.find(KEY)).isEmpty();
  }

  @Test
  void the_documentation_shows_the_sql_that_is_used() throws IOException {
    String source =
        Files.readString(
            Path.of("src/main/java/io/github/invoicingsdk/issuing/JdbcIssueJournal.java"), UTF_8);

    assertThat(source)
        .contains(
            JdbcIssueJournal.of(dataSource).createTableSql().lines().map(l -> " * " + l).toList());
  }

  static List<IssueEntry> longestEntries() {
    return List.of(
        entry("a".repeat(255), "t".repeat(100), "ç".repeat(1000)),
        new IssueEntry(KEY, 1, "d".repeat(64), "u".repeat(255), 7L, "n".repeat(255)));
  }

  @ParameterizedTest
  @MethodSource("longestEntries")
  void the_longest_texts_that_it_takes_fit_into_the_table(IssueEntry entry) {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource, "longest");
    journal.createTableIfMissing();

    assertThat(journal.add(entry)).isTrue();

    assertThat(journal.find(entry.key())).contains(entry);
  }

  static List<IssueEntry> tooLongEntries() {
    return List.of(
        entry("a".repeat(256), "T", "1"),
        entry("x:a", "t".repeat(101), "1"),
        entry("x:a", "T", "1".repeat(1001)),
        new IssueEntry(KEY, 1, "d".repeat(65), "first", null, null),
        new IssueEntry(KEY, 1, "digest", "u".repeat(256), null, null),
        new IssueEntry(KEY, 1, "digest", "first", 7L, "n".repeat(256)));
  }

  @ParameterizedTest
  @MethodSource("tooLongEntries")
  void a_text_that_is_too_long_is_refused_and_named(IssueEntry entry) {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);

    assertThatThrownBy(() -> journal.add(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "(account|type|reference|digest|uniqueId|number) has \\d+ characters; .* at most .*");
    assertThatThrownBy(() -> journal.replace(entry, entry))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reference_that_is_no_unicode_is_refused() {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);

    assertThatThrownBy(() -> journal.add(entry("x:a", "T", "order \ud83e")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order")
        .hasMessageContaining("surrogate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT1.5S", "PT10M"})
  void a_timeout_in_range_is_taken(Duration timeout) {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource).withQueryTimeout(timeout);

    assertThatCode(() -> journal.find(KEY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S", "PT10M0.001S"})
  void a_timeout_out_of_range_is_refused(Duration timeout) {
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);

    assertThatThrownBy(() -> journal.withQueryTimeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("queryTimeout is " + timeout);
  }

  @Test
  void an_entry_whose_transaction_cannot_be_committed_is_not_noted() {
    WatchedDataSource watched = WatchedDataSource.withoutAutoCommit(dataSource);
    watched.refuseCommits();
    IssueEntry entry = entry("x:refused", "T", "1");

    assertThatThrownBy(() -> JdbcIssueJournal.of(watched).add(entry))
        .isInstanceOf(IssueJournalException.class)
        .hasMessage("cannot add to table invoicing_issue_journal (SQLState 08006, error 0)");

    assertThat(watched.rolledBack()).isEqualTo(1);
    assertThat(watched.open()).isZero();
    assertThat(JdbcIssueJournal.of(dataSource).find(entry.key())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"40001, 20", "40P01, 20", "40003, 1", "08006, 1"})
  void only_a_transaction_that_was_rolled_back_is_repeated_and_not_for_ever(
      String sqlState, int attempts) {
    WatchedDataSource watched = WatchedDataSource.of(dataSource);
    watched.failWith(sqlState);

    assertThatThrownBy(() -> JdbcIssueJournal.of(watched).find(KEY))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining(sqlState);

    assertThat(watched.requested()).isEqualTo(attempts);
  }

  private static IssueEntry entry(String account, String type, String reference) {
    return IssueEntry.intended(new IssueKey(account, type, reference), "digest", "first");
  }
}
