package io.github.invoicingsdk.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Maven Central asks of a pom, and what we ask of one: to stand alone. */
final class PomRequirements {
  private static final List<List<String>> TEXTS =
      List.of(
          List.of("name"),
          List.of("description"),
          List.of("url"),
          List.of("licenses", "license", "name"),
          List.of("licenses", "license", "url"),
          List.of("developers", "developer", "name"),
          List.of("scm", "connection"),
          List.of("scm", "developerConnection"),
          List.of("scm", "url"));

  /** Build, parent, profiles and repositories concern nobody who uses an artifact. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "modelVersion",
          "groupId",
          "artifactId",
          "version",
          "packaging",
          "name",
          "description",
          "url",
          "licenses",
          "developers",
          "scm",
          "dependencyManagement",
          "dependencies");

  private static final Set<String> SCOPES = Set.of("", "compile", "runtime");

  private PomRequirements() {}

  /** The requirements that the pom does not meet, in words. */
  static List<String> violations(Pom pom) {
    List<String> violations = new ArrayList<>();
    for (List<String> steps : TEXTS) {
      String text = pom.text(steps.toArray(new String[0]));
      String path = String.join("/", steps);
      if (text.isEmpty()) {
        violations.add(path + " is missing");
      } else if (text.contains("${")) {
        violations.add(path + " has a variable: " + text);
      }
    }
    for (String element : pom.elements()) {
      if (!ELEMENTS.contains(element)) {
        violations.add("has <" + element + ">");
      }
    }
    for (Pom.Dependency dependency : pom.dependencies()) {
      if (!isRelease(dependency.version())) {
        violations.add(dependency.name() + " has the version '" + dependency.version() + "'");
      }
      if (!SCOPES.contains(dependency.scope())) {
        violations.add(dependency.name() + " has the scope " + dependency.scope());
      }
    }
    return violations;
  }

  /** Whether the version is fixed: neither empty, nor a snapshot, a range or a variable. */
  static boolean isRelease(String version) {
    return version.matches("[0-9A-Za-z][0-9A-Za-z._-]*")
        && !version.endsWith("-SNAPSHOT")
        && !version.equals("LATEST")
        && !version.equals("RELEASE");
  }
}
