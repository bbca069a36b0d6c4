package io.github.invoicingsdk.issuing;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A journal in a file of SQLite. */
class SqliteIssueJournalTest {

  @TempDir private static Path folder;

  @Nested
  class WithAutoCommit extends JdbcIssueJournalContract {

    WithAutoCommit() {
      super(WatchedDataSource.of(sqlite("auto.db")));
    }
  }

  @Nested
  class WithoutAutoCommit extends JdbcIssueJournalContract {

    WithoutAutoCommit() {
      super(WatchedDataSource.withoutAutoCommit(sqlite("manual.db")));
    }
  }

  private static SQLiteDataSource sqlite(String file) {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve(file));
    return dataSource;
  }
}
