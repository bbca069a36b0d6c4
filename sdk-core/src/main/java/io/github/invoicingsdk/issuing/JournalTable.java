package io.github.invoicingsdk.issuing;

/** The SQL of a journal's table, which every database understands that the journal is made for. */
final class JournalTable {

  // Names that no database reserves, and no CHAR: PostgreSQL finds no index for it.
  private static final String COLUMNS =
      """
        id VARCHAR(64) NOT NULL PRIMARY KEY,
        account VARCHAR(255) NOT NULL,
        document_type VARCHAR(100) NOT NULL,
        document_reference VARCHAR(1000) NOT NULL,
        entry_version INTEGER NOT NULL,
        content_digest VARCHAR(64) NOT NULL,
        unique_id VARCHAR(255) NOT NULL,
        document_id BIGINT,
        document_number VARCHAR(255),
        added_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
      """;

  private static final String CHANGING =
      "entry_version, content_digest, unique_id, document_id, document_number";

  private final String name;

  JournalTable(String name) {
    this.name = name;
  }

  String described() {
    return "table " + name;
  }

  String create() {
    return "CREATE TABLE IF NOT EXISTS " + name + " (\n" + COLUMNS + ")";
  }

  /** Fails if the table is not there, or has other columns. */
  String probe() {
    return "SELECT id, account, document_type, document_reference, "
        + CHANGING
        + " FROM "
        + name
        + " WHERE 1 = 0";
  }

  /** Takes the id. */
  String find() {
    return "SELECT " + CHANGING + " FROM " + name + " WHERE id = ?";
  }

  /** Takes what changes, the id, the account, the type and the reference. */
  String add() {
    return "INSERT INTO "
        + name
        + " ("
        + CHANGING
        + ", id, account, document_type, document_reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }

  /** Takes what changes, the id, and the version that the row must have. */
  String replace() {
    return "UPDATE "
        + name
        + " SET entry_version = ?, content_digest = ?, unique_id = ?, document_id = ?,"
        + " document_number = ? WHERE id = ? AND entry_version = ?";
  }
}
