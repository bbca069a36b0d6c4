package io.github.invoicingsdk.release;

import io.github.invoicingsdk.release.Change.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed since the baseline, and what is left to do about it.
 *
 * @param since the name of the baseline; empty if there is none, and so nothing changed
 * @param released the version of the last release
 * @param declared the version in the root pom
 * @param titles what readers call the specs, by their names
 * @param specs the changes of the specs
 * @param java the changes of the Java API
 * @param examples what no longer compiles, one line for each error
 * @param unexplained generated types that changed though their spec did not
 * @param changelog what the changelog says
 */
record ReleaseCheck(
    String since,
    Version released,
    String declared,
    Map<String, String> titles,
    List<Change> specs,
    List<Change> java,
    List<String> examples,
    List<Change> unexplained,
    Changelog changelog) {

  /** Copies what it is given. */
  ReleaseCheck {
    titles = Map.copyOf(titles);
    specs = List.copyOf(specs);
    java = List.copyOf(java);
    examples = List.copyOf(examples);
    unexplained = List.copyOf(unexplained);
  }

  /** Compares a project with its baseline. */
  static ReleaseCheck of(Workspace workspace, Baseline baseline) throws IOException {
    if (baseline.isNothing()) {
      return new ReleaseCheck(
          "",
          baseline.released(),
          workspace.version(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          workspace.changelog());
    }
    Map<String, SpecBundle> before = read(baseline.specs());
    Map<String, SpecBundle> after = read(workspace.specs());
    Map<String, String> titles = new TreeMap<>();
    before.values().forEach(spec -> titles.put(spec.name(), spec.title()));
    after.values().forEach(spec -> titles.put(spec.name(), spec.title()));
    Map<String, List<Change>> bySpec = compare(before, after);
    Map<String, String> generators = new TreeMap<>();
    before.values().forEach(spec -> addPackages(spec, generators));
    after.values().forEach(spec -> addPackages(spec, generators));
    List<Change> java =
        JavaComparison.compare(
            baseline.api(), workspace.api(), type -> generators.containsKey(packageOf(type)));
    List<Change> unexplained =
        java.stream()
            .filter(
                change -> {
                  String spec = generators.get(packageOf(unquoted(change.subject())));
                  return spec != null
                      && worst(bySpec.getOrDefault(spec, List.of())).compareTo(Impact.DOCUMENTATION)
                          <= 0;
                })
            .toList();
    return new ReleaseCheck(
        baseline.name(),
        baseline.released(),
        workspace.version(),
        titles,
        bySpec.values().stream().flatMap(List::stream).toList(),
        java,
        Examples.errors(baseline.examples(), workspace.classPath()),
        unexplained,
        workspace.changelog().since(baseline.changelog()));
  }

  private static Map<String, SpecBundle> read(Map<String, Path> folders) throws IOException {
    Map<String, SpecBundle> specs = new TreeMap<>();
    for (Map.Entry<String, Path> folder : folders.entrySet()) {
      specs.put(folder.getKey(), SpecBundle.in(folder.getValue()));
    }
    return specs;
  }

  private static Map<String, List<Change>> compare(
      Map<String, SpecBundle> before, Map<String, SpecBundle> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    Map<String, List<Change>> changes = new TreeMap<>();
    for (String name : names) {
      SpecBundle old = before.get(name);
      SpecBundle now = after.get(name);
      List<Change> found = new ArrayList<>();
      if (old != null && now != null) {
        found.addAll(SpecComparison.compare(old, now));
      } else {
        found.add(
            new Change(
                old == null ? Impact.ADDITION : Impact.BREAKING,
                old == null ? Action.ADDED : Action.REMOVED,
                name,
                "spec `" + name + "`",
                List.of(name),
                old == null ? "all of it is new" : "all of it is gone"));
      }
      changes.put(name, found);
    }
    return changes;
  }

  private static void addPackages(SpecBundle spec, Map<String, String> generators) {
    generators.put(spec.generator().text("apiPackage"), spec.name());
    generators.put(spec.generator().text("modelPackage"), spec.name());
  }

  /** The package of a type, nested or not: packages are lower case, and types are not. */
  private static String packageOf(String type) {
    return type.replaceAll("\\.[A-Z].*", "");
  }

  private static String unquoted(String subject) {
    return subject.replace("`", "");
  }

  /** The most that one of these changes costs a partner. */
  static Impact worst(List<Change> changes) {
    return changes.stream().map(Change::impact).reduce(Impact.NONE, Impact::or);
  }

  /** The most that any change costs a partner. */
  Impact impact() {
    Impact impact = worst(specs).or(worst(java));
    return examples.isEmpty() ? impact : Impact.BREAKING;
  }

  /** The lowest version that the next release may have. */
  Version demanded() {
    return released.after(impact());
  }

  /** Whether the declared version is high enough. */
  boolean isVersionHighEnough() {
    return Version.of(declared).compareTo(demanded()) >= 0;
  }

  /** The changes that the changelog has to tell and does not. */
  List<Change> untold() {
    List<Change> untold = new ArrayList<>(specs);
    untold.addAll(java);
    untold.removeIf(change -> !change.isToBeTold() || changelog.tells(change));
    return untold;
  }

  /** What is to be done before this can be merged; empty when nothing is. */
  List<String> demands() {
    List<String> demands = new ArrayList<>();
    if (!isVersionHighEnough()) {
      demands.add(
          "The version %s is too low: since %s there are changes of the kind \"%s\". Set the version to %s-SNAPSHOT or higher in all poms, or take back what costs that much."
              .formatted(declared, since, impact().word(), demanded()));
    }
    Set<String> subjects = new TreeSet<>();
    untold().forEach(change -> subjects.add(change.subject()));
    if (!subjects.isEmpty()) {
      demands.add(
          "CHANGELOG.md does not tell of: %s. Name each in backticks under \"## [Unreleased]\", in a line that is new since then; the draft in this report is a start. `ItemsApi` stands for all operations of that interface."
              .formatted(String.join(", ", subjects)));
    }
    if (!unexplained.isEmpty() && !changelog.tellsOfGeneratedCode()) {
      demands.add(
          "Generated code changed its API, and its spec did not: %s. A template, the generator or one of its options did that. Take it back, or, when it is wanted, tell partners in CHANGELOG.md under \"## [Unreleased]\" in an entry that begins with \"Generated code:\"."
              .formatted(
                  String.join(
                      ", ",
                      unexplained.stream().map(Change::subject).distinct().limit(10).toList())));
    }
    return demands;
  }
}
