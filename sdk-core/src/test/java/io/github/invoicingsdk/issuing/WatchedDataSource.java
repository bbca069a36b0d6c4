package io.github.invoicingsdk.issuing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that can fail, and that sees what becomes of its connections. */
final class WatchedDataSource implements DataSource {

  private final DataSource target;
  private final boolean autoCommit;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger requested = new AtomicInteger();
  private final AtomicInteger rolledBack = new AtomicInteger();
  private volatile @Nullable String failure;
  private volatile boolean refusesCommits;
  private volatile boolean settingsChanged;

  private WatchedDataSource(DataSource target, boolean autoCommit) {
    this.target = target;
    this.autoCommit = autoCommit;
  }

  /** Hands out connections of the target, which commit each statement by themselves. */
  static WatchedDataSource of(DataSource target) {
    return new WatchedDataSource(target, true);
  }

  /** Hands out connections of the target on which somebody has to commit. */
  static WatchedDataSource withoutAutoCommit(DataSource target) {
    return new WatchedDataSource(target, false);
  }

  /** Gives no connection, but a failure with this SQLState. */
  void failWith(String sqlState) {
    failure = sqlState;
  }

  /** Gives connections again. */
  void recover() {
    failure = null;
  }

  /** Fails when somebody commits. */
  void refuseCommits() {
    refusesCommits = true;
  }

  /** How many connections were asked for. */
  int requested() {
    return requested.get();
  }

  /** How many transactions were rolled back. */
  int rolledBack() {
    return rolledBack.get();
  }

  /** How many connections nobody has closed. */
  int open() {
    return open.get();
  }

  /** Whether somebody changed what a connection is set to. */
  boolean settingsChanged() {
    return settingsChanged;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requested.incrementAndGet();
    String state = failure;
    if (state != null) {
      throw new SQLException("the database is away", state);
    }
    Connection connection = target.getConnection();
    connection.setAutoCommit(autoCommit);
    open.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            WatchedDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              watch(method.getName());
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void watch(String method) throws SQLException {
    if (method.equals("close")) {
      open.decrementAndGet();
    }
    if (method.equals("rollback")) {
      rolledBack.incrementAndGet();
    }
    if (method.startsWith("set")) {
      settingsChanged = true;
    }
    if (method.equals("commit") && refusesCommits) {
      throw new SQLException("the commit is refused", "08006");
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("user and password are those of the target");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return target.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    target.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    target.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return target.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(WatchedDataSource.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return target.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return target.isWrapperFor(type);
  }
}
