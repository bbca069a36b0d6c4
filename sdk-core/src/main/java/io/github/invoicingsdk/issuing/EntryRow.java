package io.github.invoicingsdk.issuing;

import io.github.invoicingsdk.internal.digest.TextDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Writes an entry into a row of a {@link JournalTable}, and reads it again. */
final class EntryRow {

  private static final int LONGEST_ACCOUNT = 255;
  private static final int LONGEST_TYPE = 100;
  private static final int LONGEST_REFERENCE = 1000;
  private static final int LONGEST_DIGEST = 64;
  private static final int LONGEST_UNIQUE_ID = 255;
  private static final int LONGEST_NUMBER = 255;

  /** After what changes. */
  private static final int ID = 6;

  private EntryRow() {}

  /** What names the row, whatever the database makes of capitals, accents and blanks. */
  static String id(IssueKey key) {
    return TextDigest.of(key.account(), key.type(), key.reference());
  }

  /** Checked here because some databases cut texts off without a word. */
  static void requireFitting(IssueEntry entry) {
    requireFitting("account", entry.key().account(), LONGEST_ACCOUNT);
    requireFitting("type", entry.key().type(), LONGEST_TYPE);
    requireFitting("reference", entry.key().reference(), LONGEST_REFERENCE);
    requireFitting("digest", entry.digest(), LONGEST_DIGEST);
    requireFitting("uniqueId", entry.uniqueId(), LONGEST_UNIQUE_ID);
    requireFitting("number", entry.number(), LONGEST_NUMBER);
  }

  static int add(PreparedStatement statement, IssueEntry entry) throws SQLException {
    setChanging(statement, entry);
    IssueKey key = entry.key();
    statement.setString(ID, id(key));
    statement.setString(ID + 1, key.account());
    statement.setString(ID + 2, key.type());
    statement.setString(ID + 3, key.reference());
    return statement.executeUpdate();
  }

  static int replace(PreparedStatement statement, IssueEntry seen, IssueEntry next)
      throws SQLException {
    setChanging(statement, next);
    statement.setString(ID, id(seen.key()));
    statement.setInt(ID + 1, seen.version());
    return statement.executeUpdate();
  }

  /** The entry of a row that was found by the id of the key. */
  static IssueEntry read(ResultSet row, IssueKey key) throws SQLException {
    int version = row.getInt(1);
    String digest = row.getString(2);
    String uniqueId = row.getString(3);
    long id = row.getLong(4);
    Long documentId = row.wasNull() ? null : id;
    String number = row.getString(5);
    if (version < 1 || digest == null || uniqueId == null) {
      throw new IssueJournalException(
          "the row with id " + id(key) + " is none of a journal; somebody has changed it", null);
    }
    return new IssueEntry(key, version, digest, uniqueId, documentId, number);
  }

  private static void setChanging(PreparedStatement statement, IssueEntry entry)
      throws SQLException {
    statement.setInt(1, entry.version());
    statement.setString(2, entry.digest());
    statement.setString(3, entry.uniqueId());
    if (entry.documentId() == null) {
      statement.setNull(4, Types.BIGINT);
    } else {
      statement.setLong(4, entry.documentId());
    }
    statement.setString(5, entry.number());
  }

  private static void requireFitting(String name, @Nullable String value, int longest) {
    if (value != null && value.length() > longest) {
      throw new IllegalArgumentException(
          name
              + " has "
              + value.length()
              + " characters; a journal in a database keeps at most "
              + longest
              + ": "
              + value);
    }
  }
}
