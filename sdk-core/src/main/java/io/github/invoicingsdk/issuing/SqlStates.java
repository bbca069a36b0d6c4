package io.github.invoicingsdk.issuing;

import java.sql.SQLException;
import java.util.Set;

/** Tells what a database means by a failure. */
final class SqlStates {

  private static final String CONSTRAINT = "23";
  private static final int SQLITE_CONSTRAINT = 19;

  /** A serialization failure, and PostgreSQL's deadlock. */
  private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

  private static final String SYNTAX_OR_ACCESS = "42";
  private static final String NO_PRIVILEGE = "42501";

  private SqlStates() {}

  /** Whether a constraint is violated: that of the key, or another one. */
  static boolean isConstraintViolation(SQLException failure) {
    // SQLite's driver knows no states.
    return isOfClass(CONSTRAINT, failure)
        || (failure.getSQLState() == null && failure.getErrorCode() == SQLITE_CONSTRAINT);
  }

  /** Whether nothing of the transaction is left, so that it can be repeated. */
  static boolean isRolledBack(SQLException failure) {
    return failure.getSQLState() != null && ROLLED_BACK.contains(failure.getSQLState());
  }

  /** Whether the table or a column is missing. SQLite's driver does not tell. */
  static boolean isMisfit(SQLException failure) {
    return isOfClass(SYNTAX_OR_ACCESS, failure) && !NO_PRIVILEGE.equals(failure.getSQLState());
  }

  /** What helps to look the failure up. What the database says itself may hold values. */
  static String shown(SQLException failure) {
    return " (SQLState " + failure.getSQLState() + ", error " + failure.getErrorCode() + ")";
  }

  private static boolean isOfClass(String stateClass, SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.startsWith(stateClass);
  }
}
