package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.SpecNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what breaks the house rules, each with file and line. */
final class Violations {

  private record Violation(String file, int line, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }

  private final List<Violation> violations = new ArrayList<>();

  void add(SpecNode at, String message) {
    violations.add(new Violation(at.file(), at.line(), message));
  }

  /** What was found as {@code file:line: message}, by file and line. */
  List<String> messages() {
    return violations.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Violation::file)
                .thenComparingInt(Violation::line)
                .thenComparing(Violation::message))
        .map(Violation::toString)
        .toList();
  }
}
