package io.github.invoicingsdk.release;

import io.github.invoicingsdk.release.Change.Action;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a spec with what it was when it was released. */
final class SpecComparison {

  private final SpecBundle before;
  private final SpecBundle after;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, List<Finding>> findings = new HashMap<>();

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
    List<Finding> found = new ArrayList<>(OperationComparison.compare(old, now));
    found.addAll(SecurityComparison.ofOperations(before, old, after, now));
    for (Finding finding : found) {
      findings.computeIfAbsent(called(now), subject -> new ArrayList<>()).add(finding);
      add(finding.impact(), Action.CHANGED, now, finding.text());
    }
  }

  private void add(Impact impact, Action action, SpecOperation operation, String text) {
    // What a changelog may call it: its id, its method, or its whole interface.
    List<String> names = List.of(operation.id(), operation.javaMethod(), operation.api());
    changes.add(new Change(impact, action, after.name(), called(operation), names, text));
  }

  private void compareSchemas() {
    Map<String, SpecNode> old = before.schemas();
    Map<String, SpecNode> now = after.schemas();
    Directions oldDirections = Directions.of(before);
    Directions newDirections = Directions.of(after);
    old.forEach(
        (name, schema) -> {
          SpecNode kept = now.get(name);
          if (kept == null) {
            Impact impact =
                SchemaComparison.isWireOnly(schema) ? Impact.DOCUMENTATION : Impact.BREAKING;
            addSchema(impact, Action.REMOVED, name, List.of(name), "removed");
            return;
          }
          boolean sent = oldDirections.isSent(name) || newDirections.isSent(name);
          boolean received = oldDirections.isReceived(name) || newDirections.isReceived(name);
          for (Finding finding : SchemaComparison.compare(schema, kept, sent, received)) {
            findings.computeIfAbsent(called(name), subject -> new ArrayList<>()).add(finding);
            addSchema(finding.impact(), Action.CHANGED, name, List.of(name), finding.text());
          }
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
    List<Finding> found = new ArrayList<>(SecurityComparison.ofRoots(before, after));
    found.addAll(
        Facets.compare(
            before.root(),
            after.root(),
            Aspect.REST,
            Set.of("paths", "components", "tags", "info", "security")));
    for (Finding finding : found) {
      findings.computeIfAbsent(calledSpec(), subject -> new ArrayList<>()).add(finding);
      addRoot(finding.impact(), finding.text());
    }
    for (String member : List.of("tags", "info")) {
      if (!before.root().path(member).says(after.root().path(member))) {
        addRoot(Impact.DOCUMENTATION, "other " + member);
      }
    }
  }

  private void compareGenerators() {
    SpecNode old = before.generator().path("nameMappings");
    SpecNode now = after.generator().path("nameMappings");
    Set<String> wireNames = new TreeSet<>(old.names());
    wireNames.addAll(now.names());
    for (String wireName : wireNames) {
      if (!old.path(wireName).says(now.path(wireName))) {
        // A name for what is new renames nothing, nor does one for what is gone.
        boolean isNew = !before.names(wireName) || !after.names(wireName);
        addRoot(
            isNew ? Impact.DOCUMENTATION : Impact.BREAKING,
            "other Java name: %s: %s -> %s"
                .formatted(
                    wireName, Facets.shown(old.path(wireName)), Facets.shown(now.path(wireName))));
      }
    }
    for (Finding finding :
        Facets.compare(
            before.generator(), after.generator(), Aspect.REST, Set.of("nameMappings", "files"))) {
      addRoot(Impact.BREAKING, "other packages or options: " + finding.text());
    }
  }

  private void addRoot(Impact impact, String text) {
    changes.add(
        new Change(
            impact, Action.CHANGED, after.name(), calledSpec(), List.of(after.name()), text));
  }

  /**
   * What openapi-diff calls incompatible and nothing here explains.
   *
   * @param incompatible what of an operation openapi-diff calls incompatible, by its id
   */
  void addWhatWasOverlooked(Map<String, Set<Aspect>> incompatible) {
    Map<String, SpecOperation> now = after.operations();
    incompatible.forEach(
        (id, aspects) -> {
          SpecOperation operation = now.get(id);
          for (Aspect aspect : aspects) {
            if (operation != null && !isExplained(operation, aspect)) {
              add(
                  Impact.BREAKING,
                  Action.CHANGED,
                  operation,
                  "openapi-diff calls its %s incompatible, and no rule here says why"
                      .formatted(aspect.name().toLowerCase(Locale.ROOT)));
            }
          }
        });
  }

  /** Whether a finding of the same aspect says so; what else changed explains nothing. */
  private boolean isExplained(SpecOperation operation, Aspect aspect) {
    if (aspect == Aspect.SECURITY) {
      return hasSecurity(called(operation)) || hasSecurity(calledSpec());
    }
    return found(called(operation))
            .anyMatch(finding -> finding.aspect() == aspect && finding.explainsIncompatibility())
        || Directions.schemasOf(operation, aspect).stream()
            .anyMatch(schema -> found(called(schema)).anyMatch(Finding::explainsIncompatibility));
  }

  private boolean hasSecurity(String subject) {
    return found(subject).anyMatch(finding -> finding.aspect() == Aspect.SECURITY);
  }

  private Stream<Finding> found(String subject) {
    return findings.getOrDefault(subject, List.of()).stream();
  }

  private String calledSpec() {
    return "spec `" + after.name() + "`";
  }

  private static String called(SpecOperation operation) {
    return "operation `" + operation.id() + "`";
  }

  private static String called(String schema) {
    return "schema `" + schema + "`";
  }
}
