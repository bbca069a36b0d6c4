package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what stands beside types and names: texts, constraints and extensions. */
final class Facets {

  private static final int LONGEST = 80;
  private static final Set<String> TEXTS =
      Set.of(
          "description",
          "summary",
          "title",
          "example",
          "examples",
          "externalDocs",
          "x-source",
          "x-returns",
          "x-deprecated",
          "x-enum-descriptions");

  private Facets() {}

  /** The differences of two nodes in all members but some. */
  static List<Finding> compare(JsonNode before, JsonNode after, Set<String> but) {
    Set<String> members = new TreeSet<>();
    before.fieldNames().forEachRemaining(members::add);
    after.fieldNames().forEachRemaining(members::add);
    members.removeAll(but);
    List<Finding> findings = new ArrayList<>();
    for (String member : members) {
      JsonNode old = before.path(member);
      JsonNode now = after.path(member);
      if (!old.equals(now)) {
        findings.add(difference(member, old, now));
      }
    }
    return findings;
  }

  private static Finding difference(String member, JsonNode old, JsonNode now) {
    if (TEXTS.contains(member)) {
      return new Finding(Impact.DOCUMENTATION, "other " + member);
    }
    if (member.equals("deprecated")) {
      return now.asBoolean()
          ? new Finding(Impact.ADDITION, "deprecated")
          : new Finding(Impact.DOCUMENTATION, "no longer deprecated");
    }
    return new Finding(Impact.BEHAVIOUR, member + ": " + shown(old) + " -> " + shown(now));
  }

  /** A value as a report shows it: on one line, and not too long. */
  static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "(none)";
    }
    String text =
        value.isTextual()
            ? value.asText()
            : value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
