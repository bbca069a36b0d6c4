package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.Documents;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a test sees and arranges of the documents, under the account's lock. */
final class DocumentsView implements Documents {
  private final Object lock;
  private final DocumentBook book;
  private final SeriesBook series;
  private final DocumentSettings settings;

  DocumentsView(Object lock, DocumentBook book, SeriesBook series, DocumentSettings settings) {
    this.lock = lock;
    this.book = book;
    this.series = series;
    this.settings = settings;
  }

  @Override
  public int count() {
    synchronized (lock) {
      return book.size();
    }
  }

  @Override
  public int drafts() {
    synchronized (lock) {
      return book.all(document -> document.status() == DocumentStatus.DRAFT).size();
    }
  }

  @Override
  public List<Long> ids(String reference) {
    Objects.requireNonNull(reference, "reference");
    synchronized (lock) {
      return book.all(document -> reference.equals(document.content().reference())).stream()
          .map(Document::id)
          .sorted()
          .toList();
    }
  }

  @Override
  public List<Long> numbers(long seriesId, String documentType) {
    synchronized (lock) {
      return book.numbers().given(series.get(seriesId), Numbering.of(documentType));
    }
  }

  @Override
  public String status(long documentId) {
    synchronized (lock) {
      return known(documentId).status().wireName();
    }
  }

  @Override
  public List<String> emails(long documentId) {
    synchronized (lock) {
      return List.copyOf(known(documentId).emails());
    }
  }

  @Override
  public void archive(long documentId) {
    synchronized (lock) {
      Document document = known(documentId);
      document.archive();
      book.changed(document);
    }
  }

  @Override
  public void startCreation(String proprietaryUid) {
    Objects.requireNonNull(proprietaryUid, "proprietaryUid");
    synchronized (lock) {
      book.runningUids().add(proprietaryUid);
    }
  }

  @Override
  public void finishCreation(String proprietaryUid) {
    synchronized (lock) {
      book.runningUids().remove(proprietaryUid);
    }
  }

  @Override
  public void keepUids(boolean keep) {
    synchronized (lock) {
      book.keepUids = keep;
    }
  }

  @Override
  public void pendingResponses(int count) {
    requireNotNegative("count", count);
    synchronized (lock) {
      book.pendingResponses = count;
    }
  }

  @Override
  public void listLag(Duration lag) {
    if (lag.isNegative()) {
      throw new IllegalArgumentException("lag must be zero or more, but is " + lag);
    }
    synchronized (lock) {
      settings.listLag().time(lag);
    }
  }

  @Override
  public void listLagRequests(int requests) {
    requireNotNegative("requests", requests);
    synchronized (lock) {
      settings.listLag().requests(requests);
    }
  }

  @Override
  public void listPages(ListPages pages) {
    Objects.requireNonNull(pages, "pages");
    synchronized (lock) {
      settings.pages().mode(pages);
    }
  }

  @Override
  public void replaceEveryClient(boolean replace) {
    synchronized (lock) {
      settings.consumer().replaceEveryone(replace);
    }
  }

  @Override
  public void replaceDocumentExemption(String sent, String stored) {
    synchronized (lock) {
      settings.exemptions().replaceOfDocuments(sent, stored);
    }
  }

  @Override
  public void replaceLineExemption(@Nullable String sent, String stored) {
    synchronized (lock) {
      settings.exemptions().replaceOfLines(sent, stored);
    }
  }

  @Override
  public void taxForm(TaxForm form) {
    Objects.requireNonNull(form, "form");
    synchronized (lock) {
      shown().taxForm(form);
    }
  }

  @Override
  public void taxForm(TaxForm form, int responses) {
    Objects.requireNonNull(form, "form");
    requireNotNegative("responses", responses);
    synchronized (lock) {
      shown().taxForm(form, responses);
    }
  }

  @Override
  public void lineAmounts(boolean shown) {
    synchronized (lock) {
      shown().lineAmounts(shown);
    }
  }

  @Override
  public void clientFiscalIds(boolean shown) {
    synchronized (lock) {
      shown().clientFiscalIds(shown);
    }
  }

  @Override
  public void undocumentedMembers(boolean shown) {
    synchronized (lock) {
      shown().undocumentedMembers(shown);
    }
  }

  @Override
  public void emptyExemptions(boolean empty) {
    synchronized (lock) {
      shown().emptyExemptions(empty);
    }
  }

  @Override
  public void writeResponse(WriteResponse response) {
    Objects.requireNonNull(response, "response");
    synchronized (lock) {
      settings.responses().writeResponse(response);
    }
  }

  @Override
  public void updateResponse(WriteResponse response) {
    Objects.requireNonNull(response, "response");
    synchronized (lock) {
      settings.responses().updateResponse(response);
    }
  }

  private ShownMembers shown() {
    return settings.responses().shown();
  }

  private static void requireNotNegative(String name, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, but is " + number);
    }
  }

  private Document known(long documentId) {
    Document document = book.find(documentId);
    if (document == null) {
      throw new IllegalArgumentException(
          "documentId must exist, but there is no document " + documentId);
    }
    return document;
  }
}
