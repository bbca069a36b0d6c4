package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.invoicingsdk.release.Change.Action;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a spec with what it was when it was released. */
final class SpecComparison {

  private final SpecBundle before;
  private final SpecBundle after;
  private final List<Change> changes = new ArrayList<>();

  /** A comparison that has found nothing yet. */
  SpecComparison(SpecBundle before, SpecBundle after) {
    this.before = before;
    this.after = after;
  }

  /** All changes: operations first, then schemas, then the rest. */
  static List<Change> compare(SpecBundle before, SpecBundle after) {
    SpecComparison comparison = new SpecComparison(before, after);
    SecondOpinion opinion = SecondOpinion.of(before, after);
    comparison.compareOperations(opinion);
    comparison.compareSchemas();
    comparison.compareRoots();
    comparison.compareGenerators();
    comparison.addWhatWasOverlooked(opinion.incompatible());
    return comparison.changes();
  }

  /** What was found so far. */
  List<Change> changes() {
    return changes;
  }

  private void compareOperations(SecondOpinion opinion) {
    Map<String, SpecOperation> old = before.operations();
    Map<String, SpecOperation> now = after.operations();
    Set<String> removed = new LinkedHashSet<>(opinion.removed());
    Set<String> added = new LinkedHashSet<>(opinion.added());
    // An id that is in one of the specs only left, came, or replaced another at its address.
    old.keySet().stream().filter(id -> !now.containsKey(id)).forEach(removed::add);
    now.keySet().stream().filter(id -> !old.containsKey(id)).forEach(added::add);
    old.values()
        .forEach(
            operation -> {
              SpecOperation kept = now.get(operation.id());
              if (kept == null) {
                kept = sameAddress(operation, now);
              }
              if (kept != null) {
                added.remove(kept.id());
                removed.remove(operation.id());
                compare(operation, kept);
              }
            });
    for (String id : removed) {
      SpecOperation operation = old.get(id);
      if (operation != null) {
        add(
            Impact.BREAKING,
            Action.REMOVED,
            operation,
            "`%s` is gone (`%s`)".formatted(operation.javaMethod(), operation.address()));
      }
    }
    for (String id : added) {
      SpecOperation operation = now.get(id);
      if (operation != null) {
        add(
            Impact.ADDITION,
            Action.ADDED,
            operation,
            "`%s` (`%s`)".formatted(operation.javaMethod(), operation.address()));
      }
    }
  }

  private static @Nullable SpecOperation sameAddress(
      SpecOperation operation, Map<String, SpecOperation> candidates) {
    return candidates.values().stream()
        .filter(candidate -> candidate.address().equals(operation.address()))
        .findFirst()
        .orElse(null);
  }

  private void compare(SpecOperation old, SpecOperation now) {
    for (Finding finding : OperationComparison.compare(old, now)) {
      add(finding.impact(), Action.CHANGED, now, finding.text());
    }
  }

  private void add(Impact impact, Action action, SpecOperation operation, String text) {
    changes.add(
        new Change(impact, action, after.name(), called(operation), operation.names(), text));
  }

  private void compareSchemas() {
    Map<String, JsonNode> old = before.schemas();
    Map<String, JsonNode> now = after.schemas();
    Directions oldDirections = Directions.of(before);
    Directions newDirections = Directions.of(after);
    old.forEach(
        (name, schema) -> {
          JsonNode kept = now.get(name);
          if (kept == null) {
            Impact impact =
                SchemaComparison.isWireOnly(schema) ? Impact.DOCUMENTATION : Impact.BREAKING;
            addSchema(impact, Action.REMOVED, name, List.of(name), "removed");
            return;
          }
          boolean sent = oldDirections.isSent(name) || newDirections.isSent(name);
          boolean received = oldDirections.isReceived(name) || newDirections.isReceived(name);
          SchemaComparison.compare(schema, kept, sent, received)
              .forEach(
                  finding ->
                      addSchema(
                          finding.impact(), Action.CHANGED, name, List.of(name), finding.text()));
        });
    now.forEach(
        (name, schema) -> {
          if (!old.containsKey(name)) {
            // It comes with the operation or the property that uses it, which is told.
            Impact impact =
                SchemaComparison.isWireOnly(schema) ? Impact.DOCUMENTATION : Impact.ADDITION;
            addSchema(impact, Action.ADDED, name, List.of(), "added");
          }
        });
  }

  private void addSchema(
      Impact impact, Action action, String name, List<String> names, String text) {
    changes.add(new Change(impact, action, after.name(), called(name), names, text));
  }

  private void compareRoots() {
    Facets.compare(before.tree(), after.tree(), Set.of("paths", "components", "tags", "info"))
        .forEach(finding -> addRoot(finding.impact(), finding.text()));
    for (String member : List.of("tags", "info")) {
      if (!before.tree().path(member).equals(after.tree().path(member))) {
        addRoot(Impact.DOCUMENTATION, "other " + member);
      }
    }
    Facets.compare(
            before.tree().path("components"),
            after.tree().path("components"),
            Set.of("schemas", "parameters", "responses", "requestBodies"))
        .forEach(finding -> addRoot(finding.impact(), finding.text()));
  }

  private void compareGenerators() {
    JsonNode old = before.generator().path("nameMappings");
    JsonNode now = after.generator().path("nameMappings");
    String oldText = before.tree().toString();
    Facets.compare(old, now, Set.of())
        .forEach(
            finding -> {
              String wireName = finding.text().substring(0, finding.text().lastIndexOf(": "));
              // A name for what is new renames nothing.
              boolean isNew = !oldText.contains("\"" + wireName + "\"");
              addRoot(
                  isNew ? Impact.DOCUMENTATION : Impact.BREAKING,
                  "other Java name: " + finding.text());
            });
    Facets.compare(before.generator(), after.generator(), Set.of("nameMappings", "files"))
        .forEach(
            finding -> addRoot(Impact.BREAKING, "other packages or options: " + finding.text()));
  }

  private void addRoot(Impact impact, String text) {
    changes.add(
        new Change(impact, Action.CHANGED, after.name(), "the spec", List.of(after.name()), text));
  }

  /**
   * What openapi-diff calls incompatible and nothing here explains.
   *
   * @param incompatible the ids of operations that openapi-diff calls incompatible
   */
  void addWhatWasOverlooked(List<String> incompatible) {
    Set<String> explained = new LinkedHashSet<>();
    for (Change change : changes) {
      if (change.impact().compareTo(Impact.DOCUMENTATION) > 0) {
        explained.add(change.subject());
      }
    }
    Map<String, SpecOperation> old = before.operations();
    Map<String, SpecOperation> now = after.operations();
    for (String id : incompatible) {
      SpecOperation was = old.get(id);
      SpecOperation is = now.get(id);
      // Refusals have no types in Java, however they are described.
      if (was != null
          && is != null
          && !isExplained(is, explained)
          && was.refusals().equals(is.refusals())) {
        add(
            Impact.BREAKING,
            Action.CHANGED,
            is,
            "openapi-diff calls its requests or answers incompatible, and no rule here says why");
      }
    }
  }

  private static boolean isExplained(SpecOperation operation, Set<String> explained) {
    return explained.contains(called(operation))
        || Directions.schemasOf(operation).stream()
            .anyMatch(schema -> explained.contains(called(schema)));
  }

  private static String called(SpecOperation operation) {
    return "operation `" + operation.id() + "`";
  }

  private static String called(String schema) {
    return "schema `" + schema + "`";
  }
}
