package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what documents were, for lists that lag. Guarded by the account's lock. */
final class DocumentHistory {
  private final NavigableMap<Long, List<Version>> byId = new TreeMap<>();
  private final ListLag lag;

  DocumentHistory(ListLag lag) {
    this.lag = lag;
  }

  void clear() {
    byId.clear();
  }

  /** Keeps what a document is now. */
  void changed(Document document) {
    add(document.id(), document.asItIs());
  }

  void deleted(Document document) {
    add(document.id(), null);
  }

  /** The documents as lists show them now, the newest first. */
  List<Document> listed() {
    List<Document> documents = new ArrayList<>();
    for (List<Version> versions : byId.descendingMap().values()) {
      Document document = shown(versions);
      if (document != null) {
        documents.add(document);
      }
    }
    return documents;
  }

  private @Nullable Document shown(List<Version> versions) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (lag.shows(versions.get(i).since())) {
        return versions.get(i).document();
      }
    }
    return null;
  }

  private void add(long id, @Nullable Document document) {
    byId.computeIfAbsent(id, key -> new ArrayList<>()).add(new Version(lag.now(), document));
  }

  /**
   * What a document was for some time.
   *
   * @param document a copy; null if the document is deleted
   */
  private record Version(ListLag.Moment since, @Nullable Document document) {}
}
