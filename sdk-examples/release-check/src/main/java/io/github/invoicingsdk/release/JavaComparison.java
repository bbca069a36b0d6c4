package io.github.invoicingsdk.release;

import io.github.invoicingsdk.release.Change.Action;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the public Java API with what was released, by means of japicmp.
 *
 * <p>One verdict differs from japicmp's: a method that is added to an interface breaks those who
 * implement it, and the interfaces in generated packages are implemented by the SDK alone. There it
 * is an addition. Whoever wrote a double of such an interface by hand has to add the method.
 */
final class JavaComparison {

  /** The area of all changes found here. */
  static final String AREA = "java";

  private static final Set<JApiCompatibilityChangeType> ONLY_FOR_IMPLEMENTERS =
      Set.of(
          JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
          JApiCompatibilityChangeType.METHOD_NEW_DEFAULT,
          JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT,
          JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
          JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
          JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE);

  private final Predicate<String> generated;
  private final List<Change> changes = new ArrayList<>();

  private JavaComparison(Predicate<String> generated) {
    this.generated = generated;
  }

  /**
   * Compares jars, old ones first.
   *
   * @param before the jars of the release, by name
   * @param after the jars of this build, by name
   * @param generated whether a class of that full name is generated
   */
  static List<Change> compare(
      Map<String, byte[]> before, Map<String, byte[]> after, Predicate<String> generated) {
    Options options = Options.newDefault();
    options.setIgnoreMissingClasses(true);
    JarArchiveComparatorOptions comparatorOptions = JarArchiveComparatorOptions.of(options);
    comparatorOptions.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    JavaComparison comparison = new JavaComparison(generated);
    new JarArchiveComparator(comparatorOptions)
        .compare(archives(before), archives(after)).stream()
            .filter(type -> !type.getFullyQualifiedName().contains(".internal."))
            .sorted(Comparator.comparing(JApiClass::getFullyQualifiedName))
            .forEach(comparison::addType);
    return comparison.changes;
  }

  private static List<JApiCmpArchive> archives(Map<String, byte[]> jars) {
    return jars.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(jar -> new JApiCmpArchive(jar.getValue(), "", jar.getKey()))
        .toList();
  }

  private void addType(JApiClass type) {
    switch (type.getChangeStatus()) {
      case NEW -> add(type, Impact.ADDITION, Action.ADDED, "added");
      case REMOVED -> add(type, Impact.BREAKING, Action.REMOVED, "removed");
      default -> {
        addVerdicts(type, "the type", type.getCompatibilityChanges());
        type.getConstructors()
            .forEach(
                constructor ->
                    addMember(
                        type,
                        constructor.getChangeStatus(),
                        signature(constructor),
                        constructor.getCompatibilityChanges()));
        type.getMethods()
            .forEach(
                method ->
                    addMember(
                        type,
                        method.getChangeStatus(),
                        signature(method),
                        method.getCompatibilityChanges()));
        type.getFields()
            .forEach(
                field ->
                    addMember(
                        type,
                        field.getChangeStatus(),
                        signature(field),
                        field.getCompatibilityChanges()));
      }
    }
  }

  private void addMember(
      JApiClass type,
      JApiChangeStatus status,
      String member,
      List<JApiCompatibilityChange> verdicts) {
    if (status == JApiChangeStatus.NEW) {
      boolean breaking = verdicts.stream().anyMatch(verdict -> isBreaking(type, verdict));
      add(
          type,
          breaking ? Impact.BREAKING : Impact.ADDITION,
          Action.ADDED,
          "`%s` added%s".formatted(member, breaking ? because(type, verdicts) : ""));
    } else if (status == JApiChangeStatus.REMOVED) {
      boolean breaking = verdicts.stream().anyMatch(verdict -> isBreaking(type, verdict));
      add(
          type,
          // It may have moved to a type from which it is inherited.
          breaking ? Impact.BREAKING : Impact.ADDITION,
          Action.REMOVED,
          "`%s` removed%s".formatted(member, breaking ? because(type, verdicts) : ", inherited"));
    } else {
      addVerdicts(type, "`" + member + "`", verdicts);
    }
  }

  private void addVerdicts(JApiClass type, String what, List<JApiCompatibilityChange> verdicts) {
    if (verdicts.stream().anyMatch(verdict -> isBreaking(type, verdict))) {
      add(type, Impact.BREAKING, Action.CHANGED, what + " changed" + because(type, verdicts));
    } else if (verdicts.stream()
        .anyMatch(
            verdict ->
                verdict.getType() == JApiCompatibilityChangeType.ANNOTATION_DEPRECATED_ADDED)) {
      add(type, Impact.ADDITION, Action.CHANGED, what + " deprecated");
    }
  }

  private boolean isBreaking(JApiClass type, JApiCompatibilityChange verdict) {
    if (verdict.isBinaryCompatible() && verdict.isSourceCompatible()) {
      return false;
    }
    boolean cannotBeImplemented =
        generated.test(type.getFullyQualifiedName()) || !type.isNewClassExtendable();
    return !(cannotBeImplemented && ONLY_FOR_IMPLEMENTERS.contains(verdict.getType()));
  }

  private String because(JApiClass type, List<JApiCompatibilityChange> verdicts) {
    List<JApiCompatibilityChange> breaking =
        verdicts.stream().filter(verdict -> isBreaking(type, verdict)).toList();
    boolean binary = breaking.stream().anyMatch(verdict -> !verdict.isBinaryCompatible());
    boolean source = breaking.stream().anyMatch(verdict -> !verdict.isSourceCompatible());
    String reasons =
        breaking.stream()
            .map(verdict -> verdict.getType().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .distinct()
            .collect(Collectors.joining(", "));
    return " (%s: %s)"
        .formatted(binary && source ? "binary and source" : binary ? "binary" : "source", reasons);
  }

  private void add(JApiClass type, Impact impact, Action action, String text) {
    String fullName = type.getFullyQualifiedName();
    String name = fullName.substring(fullName.lastIndexOf('.') + 1).replace('$', '.');
    // What is generated follows from a spec, in whose words it is told.
    List<String> names =
        impact == Impact.BREAKING && !generated.test(fullName)
            ? List.of(name, name.substring(0, (name + ".").indexOf('.')))
            : List.of();
    changes.add(
        new Change(impact, action, AREA, "`" + fullName.replace('$', '.') + "`", names, text));
  }

  private static String signature(JApiBehavior behavior) {
    String parameters =
        behavior.getParameters().stream()
            .map(parameter -> simple(parameter.getType()))
            .collect(Collectors.joining(", "));
    String name =
        behavior instanceof JApiConstructor constructor
            ? simple(constructor.getName())
            : behavior.getName();
    return name + "(" + parameters + ")" + returned(behavior);
  }

  private static String returned(JApiBehavior behavior) {
    if (!(behavior instanceof JApiMethod method)) {
      return "";
    }
    String old = simple(method.getReturnType().getOldReturnType());
    String now = simple(method.getReturnType().getNewReturnType());
    return switch (method.getChangeStatus()) {
      case NEW -> ": " + now;
      case REMOVED -> ": " + old;
      default -> old.equals(now) ? ": " + now : ": " + old + " -> " + now;
    };
  }

  private static String signature(JApiField field) {
    return field.getName();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }
}
