package io.github.invoicingsdk.issuing;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;

/** A journal in H2, and how little it takes the database for granted. */
class H2IssueJournalTest {

  @Nested
  class WithAutoCommit extends JdbcIssueJournalContract {

    WithAutoCommit() {
      super(WatchedDataSource.of(h2("auto")));
    }
  }

  @Nested
  class WithoutAutoCommit extends JdbcIssueJournalContract {

    WithoutAutoCommit() {
      super(WatchedDataSource.withoutAutoCommit(h2("manual")));
    }
  }

  /** As MySQL and MariaDB do unless told otherwise. */
  @Nested
  class WithoutRegardToCase extends JdbcIssueJournalContract {

    WithoutRegardToCase() {
      super(WatchedDataSource.of(h2("careless;MODE=MySQL;IGNORECASE=TRUE")));
    }
  }

  private static JdbcDataSource h2(String database) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    return dataSource;
  }
}
