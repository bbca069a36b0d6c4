package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares which credentials are needed. A partner whose credentials sufficed and no longer do is
 * broken, however little of the Java code changed; everything else is behaviour.
 */
final class SecurityComparison {

  private static final Set<String> COMPARED_BY_THEMSELVES = Set.of("type", "flows");

  private final List<Finding> findings = new ArrayList<>();

  private SecurityComparison() {}

  /** What holds for all operations that say nothing else, and what each scheme is. */
  static List<Finding> ofRoots(SpecBundle before, SpecBundle after) {
    SecurityComparison comparison = new SecurityComparison();
    comparison.compareNeeds(before.root().path("security"), after.root().path("security"));
    Map<String, SpecNode> old = before.securitySchemes();
    after
        .securitySchemes()
        .forEach(
            (name, scheme) -> {
              SpecNode was = old.get(name);
              if (was != null) {
                comparison.compareScheme("security scheme `" + name + "`", was, scheme);
              }
            });
    return comparison.findings;
  }

  /** What holds for one operation, if it says something of its own. */
  static List<Finding> ofOperations(
      SpecBundle before, SpecOperation old, SpecBundle after, SpecOperation now) {
    SecurityComparison comparison = new SecurityComparison();
    if (old.node().has("security") || now.node().has("security")) {
      comparison.compareNeeds(needs(before, old), needs(after, now));
    }
    return comparison.findings;
  }

  private static SpecNode needs(SpecBundle bundle, SpecOperation operation) {
    SpecNode own = operation.node().path("security");
    return own.isMissing() ? bundle.root().path("security") : own;
  }

  private void compareNeeds(SpecNode before, SpecNode after) {
    Set<Set<String>> old = alternatives(before);
    Set<Set<String>> now = alternatives(after);
    if (!old.equals(now)) {
      boolean suffices = old.stream().allMatch(held -> now.stream().anyMatch(held::containsAll));
      add(
          suffices ? Impact.BEHAVIOUR : Impact.BREAKING,
          "needs %s instead of %s%s"
              .formatted(
                  shown(now), shown(old), suffices ? "" : ": credentials that sufficed do not"));
    }
  }

  /** Each way to be let in, as the schemes and scopes that it needs. */
  private static Set<Set<String>> alternatives(SpecNode security) {
    Set<Set<String>> alternatives = new LinkedHashSet<>();
    for (SpecNode requirement : security.items()) {
      Set<String> needed = new TreeSet<>();
      for (SpecNode.Member scheme : requirement.members()) {
        needed.add(scheme.name());
        scheme.value().texts().forEach(scope -> needed.add(scheme.name() + ":" + scope));
      }
      alternatives.add(needed);
    }
    return alternatives.isEmpty() ? Set.of(Set.of()) : alternatives;
  }

  private static String shown(Set<Set<String>> alternatives) {
    List<String> shown = new ArrayList<>();
    for (Set<String> needed : alternatives) {
      shown.add(needed.isEmpty() ? "no credentials" : "`" + String.join(" and ", needed) + "`");
    }
    return String.join(" or ", shown);
  }

  private void compareScheme(String called, SpecNode old, SpecNode now) {
    if (!old.text("type").equals(now.text("type"))) {
      add(
          Impact.BREAKING,
          "%s is `%s` instead of `%s`".formatted(called, now.text("type"), old.text("type")));
      return;
    }
    for (Finding finding : Facets.compare(old, now, Aspect.SECURITY, COMPARED_BY_THEMSELVES)) {
      findings.add(finding.within(called));
    }
    Map<String, String> oldFlows = flows(old);
    Map<String, String> newFlows = flows(now);
    oldFlows.forEach(
        (flow, told) -> {
          String kept = newFlows.get(flow);
          if (kept == null) {
            add(Impact.BREAKING, "%s: flow `%s` removed".formatted(called, flow));
          } else if (!kept.equals(told)) {
            add(Impact.BEHAVIOUR, "%s: flow `%s`: %s -> %s".formatted(called, flow, told, kept));
          }
        });
    newFlows.keySet().stream()
        .filter(flow -> !oldFlows.containsKey(flow))
        .forEach(flow -> add(Impact.ADDITION, "%s: flow `%s` added".formatted(called, flow)));
  }

  /** The flows with their addresses and scopes, without the texts about the scopes. */
  private static Map<String, String> flows(SpecNode scheme) {
    Map<String, String> flows = new TreeMap<>();
    for (SpecNode.Member flow : scheme.members("flows")) {
      List<String> told = new ArrayList<>();
      for (SpecNode.Member member : flow.value().members()) {
        told.add(
            member.name().equals("scopes")
                ? "scopes " + new TreeSet<>(member.value().names())
                : member.name() + " " + member.value().text());
      }
      flows.put(flow.name(), String.join(", ", told));
    }
    return flows;
  }

  private void add(Impact impact, String text) {
    findings.add(new Finding(impact, Aspect.SECURITY, text));
  }
}
