package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what stands beside types and names: texts, constraints and extensions. */
final class Facets {

  private static final int LONGEST = 80;

  /** What partners neither see nor feel. */
  private static final Set<String> EXAMPLES = Set.of("example", "examples");

  private static final Set<String> TEXTS =
      Set.of(
          "description",
          "summary",
          "title",
          "externalDocs",
          "x-source",
          "x-returns",
          "x-deprecated",
          "x-enum-descriptions");

  private Facets() {}

  /**
   * The differences of two nodes in all members but some.
   *
   * @param aspect what the members belong to, as far as OpenAPI knows them
   */
  static List<Finding> compare(SpecNode before, SpecNode after, Aspect aspect, Set<String> but) {
    Set<String> members = new TreeSet<>(before.names());
    members.addAll(after.names());
    members.removeAll(but);
    members.removeAll(EXAMPLES);
    List<Finding> findings = new ArrayList<>();
    for (String member : members) {
      SpecNode old = before.path(member);
      SpecNode now = after.path(member);
      if (!old.saysBut(EXAMPLES, now)) {
        findings.add(
            difference(member, old, now, member.startsWith("x-") ? Aspect.EXTENSION : aspect));
      }
    }
    return findings;
  }

  private static Finding difference(String member, SpecNode old, SpecNode now, Aspect aspect) {
    if (TEXTS.contains(member)) {
      return new Finding(Impact.DOCUMENTATION, aspect, "other " + member);
    }
    if (member.equals("deprecated")) {
      return now.text().equals("true")
          ? new Finding(Impact.ADDITION, aspect, "deprecated")
          : new Finding(Impact.DOCUMENTATION, aspect, "no longer deprecated");
    }
    return new Finding(Impact.BEHAVIOUR, aspect, member + ": " + shown(old) + " -> " + shown(now));
  }

  /** A value as a report shows it: on one line, and not too long. */
  static String shown(SpecNode value) {
    if (value.isMissing()) {
      return "(none)";
    }
    String text = value.isText() ? value.text() : value.json();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
