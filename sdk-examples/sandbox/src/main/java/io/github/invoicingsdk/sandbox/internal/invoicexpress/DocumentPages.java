package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.ListPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts lists of documents into pages, which need not fit together. Guarded by the account's lock.
 */
final class DocumentPages {
  /** What moved to the front, the latest first. */
  private final List<Long> moved = new ArrayList<>();

  private ListPages mode = ListPages.STEADY;

  void mode(ListPages pages) {
    mode = pages;
    moved.clear();
  }

  /** The page that is asked for. */
  Page cut(List<Document> found, Paging paging) {
    return switch (mode) {
      case STEADY -> new Page(paging.slice(found), paging.block(found.size()));
      case MOVING -> moving(found, paging);
      case FIRST_REPEATED ->
          new Page(new Paging(1, paging.perPage()).slice(found), paging.block(found.size()));
      case TOTALS_TOO_HIGH -> claimingMore(found, paging);
    };
  }

  private Page moving(List<Document> found, Paging paging) {
    Map<Long, Document> left = new LinkedHashMap<>();
    found.forEach(document -> left.put(document.id(), document));
    List<Document> ordered = new ArrayList<>();
    for (Long id : moved) {
      Document document = left.remove(id);
      if (document != null) {
        ordered.add(document);
      }
    }
    ordered.addAll(left.values());
    if (!ordered.isEmpty()) {
      Long last = ordered.get(ordered.size() - 1).id();
      moved.remove(last);
      moved.add(0, last);
    }
    return new Page(paging.slice(ordered), paging.block(ordered.size()));
  }

  private static Page claimingMore(List<Document> found, Paging paging) {
    long claimed = (long) found.size() + paging.perPage();
    return new Page(paging.slice(found), paging.block((int) Math.min(Integer.MAX_VALUE, claimed)));
  }

  /**
   * A page of a list.
   *
   * @param pagination the block that tells where the page stands
   */
  record Page(List<Document> documents, JsonObject pagination) {}
}
