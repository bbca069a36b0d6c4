package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The closed list of extensions: where each may stand and which members it has. */
final class ExtensionRules {

  private static final Set<String> ON_OPERATION =
      Set.of(
          "x-source",
          "x-method",
          "x-returns",
          "x-envelope",
          "x-pagination",
          "x-retry",
          "x-find-out",
          "x-poll",
          "x-error-codes",
          "x-deprecated");
  private static final Set<String> ON_PARAMETER =
      Set.of("x-supplied", "x-filter-fields", "x-sort-fields", "x-names-of");
  private static final Set<String> ON_REQUEST_BODY = Set.of("x-request-envelope");
  private static final Set<String> ON_SCHEMA =
      Set.of(
          "x-wire-only",
          "x-property-groups",
          "x-group",
          "x-secret",
          "x-personal",
          "x-decides",
          "x-always",
          "x-enum-varnames",
          "x-enum-descriptions",
          "x-enum-names");

  /** Members by extension: those that must be there, and after them those that may. */
  private static final Map<String, List<Set<String>>> MEMBERS =
      Map.of(
          "x-source", List.of(Set.of("document", "evidence"), Set.of()),
          "x-envelope",
              List.of(Set.of("members", "type"), Set.of("list", "match", "success", "optional")),
          "x-request-envelope", List.of(Set.of("member", "type"), Set.of("beside", "omit")),
          "x-pagination",
              List.of(
                  Set.of("type", "page", "page-size", "items"),
                  Set.of("max-page-size", "total-items", "total-pages", "success")),
          "x-poll", List.of(Set.of("interval-millis"), Set.of("pending-status")),
          "x-error-codes", List.of(Set.of("status", "code", "name", "meaning"), Set.of()),
          "x-property-groups",
              List.of(
                  Set.of("name", "prefix", "key", "value", "properties", "description"), Set.of()));

  private final Spec spec;
  private final Violations violations;
  private final Set<SpecNode> checked = new HashSet<>();

  ExtensionRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    spec.operations().forEach(operation -> check(operation.node(), ON_OPERATION));
    spec.parameters().forEach(parameter -> check(parameter, ON_PARAMETER));
    spec.requestBodies().forEach(body -> check(body, ON_REQUEST_BODY));
    spec.schemas().forEach(schema -> check(schema.node(), ON_SCHEMA));
    for (SpecNode mapping : spec.mappings()) {
      if (!checked.contains(mapping)) {
        check(mapping, Set.of());
      }
    }
  }

  private void check(SpecNode node, Set<String> allowed) {
    checked.add(node);
    for (SpecNode.Member member : node.members()) {
      if (!member.name().startsWith("x-")) {
        continue;
      }
      if (!allowed.contains(member.name())) {
        violations.add(member.key(), member.name() + " is unknown or may not stand here");
      } else if (MEMBERS.containsKey(member.name())) {
        List<SpecNode> values =
            member.value().isList() ? member.value().items() : List.of(member.value());
        values.forEach(value -> checkMembers(member.name(), value));
      }
    }
  }

  private void checkMembers(String extension, SpecNode value) {
    List<Set<String>> known = MEMBERS.getOrDefault(extension, List.of(Set.of(), Set.of()));
    for (String name : known.get(0).stream().sorted().toList()) {
      if (!value.has(name)) {
        violations.add(value, extension + " has no " + name);
      }
    }
    for (SpecNode.Member member : value.members()) {
      if (!known.get(0).contains(member.name()) && !known.get(1).contains(member.name())) {
        violations.add(member.key(), extension + " knows no " + member.name());
      }
    }
  }
}
