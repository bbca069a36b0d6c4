package io.github.invoicingsdk.issuing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Runs each statement on a connection and in a transaction of its own, and commits it. */
final class OwnTransactions {

  /**
   * Where a database isolates transactions strictly, one of several at the same time gets through,
   * and the others see what it did when they are repeated.
   */
  private static final int MOST_ATTEMPTS = 20;

  private final DataSource dataSource;
  private final int timeoutSeconds;

  /** What is done with a statement. */
  @FunctionalInterface
  interface Work<T> {

    T on(PreparedStatement statement) throws SQLException;
  }

  OwnTransactions(DataSource dataSource, Duration queryTimeout) {
    this.dataSource = dataSource;
    this.timeoutSeconds = Math.toIntExact(queryTimeout.plusNanos(999_999_999).toSeconds());
  }

  <T> T run(String sql, Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(sql, work);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !SqlStates.isRolledBack(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T runOnce(String sql, Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getAutoCommit()) {
        return execute(connection, sql, work);
      }
      try {
        T result = execute(connection, sql, work);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private <T> T execute(Connection connection, String sql, Work<T> work) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(timeoutSeconds);
      return work.on(statement);
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
