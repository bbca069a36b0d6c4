package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.JdbcIssueJournal;
import java.net.URI;
import java.util.Arrays;
import org.sqlite.SQLiteDataSource;

/** A program that issues orders one after the other, and that a test may kill at any moment. */
final class IssuingProcess {

  /** In place of a database: a journal in memory. */
  static final String NO_DATABASE = "-";

  private IssuingProcess() {}

  /** Takes the API, the key, the sequence, the database and the references. */
  public static void main(String[] arguments) {
    InvoiceXpressClientBuilder builder =
        InvoiceXpressClient.builder()
            .baseUrl(URI.create(arguments[0]))
            .apiKey(arguments[1])
            .issueJournal(journal(arguments[3]))
            .unlimitedRate();
    // A clock of its own, so that pauses take no time.
    try (InvoiceXpressClient client = BuilderAccess.withTime(builder, new FakeTime()).build()) {
      Sequence sequence = client.sequences().get(Long.parseLong(arguments[2]));
      for (String reference : Arrays.asList(arguments).subList(4, arguments.length)) {
        Document document = client.issue(DocumentType.INVOICE, sequence, Drafts.invoice(reference));
        System.out.println(reference + " " + document.id() + " " + document.sequenceNumber());
      }
    }
  }

  private static IssueJournal journal(String database) {
    if (database.equals(NO_DATABASE)) {
      return IssueJournal.inMemory();
    }
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl(database);
    JdbcIssueJournal journal = JdbcIssueJournal.of(dataSource);
    journal.createTableIfMissing();
    return journal;
  }
}
