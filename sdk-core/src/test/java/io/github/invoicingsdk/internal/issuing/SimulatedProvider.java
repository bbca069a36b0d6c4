package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.ErrorResponse;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.Provider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider with documents, whose list shows them as they were some time ago. For one thread. */
final class SimulatedProvider {

  static final FailedCall CALL = FailedCall.of(Provider.INVOICEXPRESS, "simulated");

  private final SimulatedWorld world;
  private final boolean keepsUniqueIds;
  private final Map<Long, Doc> current = new HashMap<>();
  private final Map<String, Deque<Change>> history = new HashMap<>();
  private final Set<String> uniqueIds = new HashSet<>();
  private long nextId = 1;
  private long nextNumber = 1;

  SimulatedProvider(SimulatedWorld world, boolean keepsUniqueIds) {
    this.world = world;
    this.keepsUniqueIds = keepsUniqueIds;
  }

  /** A document as it is at one moment. */
  record Doc(long id, String reference, String content, DocumentState state, String number) {

    Doc with(DocumentState newState, String newContent, String newNumber) {
      return new Doc(id, reference, newContent, newState, newNumber);
    }
  }

  /** What became of a document, and when. */
  private record Change(long nanos, Doc document) {}

  long create(String reference, String content, String uniqueId) {
    if (!uniqueIds.add(uniqueId) && keepsUniqueIds) {
      throw refused(409);
    }
    Doc created = new Doc(nextId++, reference, content, DocumentState.DRAFT, "");
    put(created);
    return created.id();
  }

  Doc get(long id) {
    Doc document = current.get(id);
    if (document == null || document.state() == DocumentState.GONE) {
      throw refused(404);
    }
    return document;
  }

  void update(long id, String content) {
    put(draft(id).with(DocumentState.DRAFT, content, ""));
  }

  void takeNumber(long id) {
    Doc draft = draft(id);
    put(draft.with(DocumentState.NUMBERED, draft.content(), Long.toString(nextNumber++)));
  }

  void delete(long id) {
    Doc draft = draft(id);
    put(draft.with(DocumentState.GONE, draft.content(), ""));
  }

  /** The documents of a reference as they were some time ago. */
  List<Doc> list(String reference, Duration lag) {
    long seen = world.nanoTime() - lag.toNanos();
    Map<Long, Doc> listed = new HashMap<>();
    for (Change change : history.getOrDefault(reference, new ArrayDeque<>())) {
      if (change.nanos() <= seen) {
        listed.put(change.document().id(), change.document());
      }
    }
    return new ArrayList<>(listed.values());
  }

  /** The documents of a reference as they are. */
  List<Doc> all(String reference, DocumentState state) {
    return list(reference, Duration.ZERO).stream()
        .filter(document -> document.state() == state)
        .toList();
  }

  static ApiException refused(int status) {
    return CALL.refused(ErrorResponse.builder(status).build());
  }

  private Doc draft(long id) {
    Doc document = get(id);
    if (document.state() != DocumentState.DRAFT) {
      throw refused(422);
    }
    return document;
  }

  private void put(Doc document) {
    current.put(document.id(), document);
    history
        .computeIfAbsent(document.reference(), reference -> new ArrayDeque<>())
        .add(new Change(world.nanoTime(), document));
  }
}
