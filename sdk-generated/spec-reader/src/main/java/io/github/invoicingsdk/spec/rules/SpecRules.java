package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs all house rules on one spec. */
public final class SpecRules {

  private SpecRules() {}

  /** What breaks the rules, as {@code file:line: message}; empty when nothing does. */
  public static List<String> check(Spec spec) {
    Violations violations = new Violations();
    checkStructure(spec, violations);
    new OperationRules(spec, violations).check();
    new ErrorCodeRules(spec, violations).check();
    new ParameterRules(spec, violations).check();
    new SchemaRules(spec, violations).check();
    new PresenceRules(spec, violations).check();
    new PersonalDataRules(spec, violations).check();
    new ConstraintRules(spec, violations).check();
    new EnumRules(spec, violations).check();
    new TextRules(spec, violations).check();
    new ExtensionRules(spec, violations).check();
    new PayloadRules(spec, violations).check();
    new MatchRules(spec, violations).check();
    new ExampleRules(spec, violations).check();
    return violations.messages();
  }

  private static void checkStructure(Spec spec, Violations violations) {
    for (SpecNode mapping : spec.mappings()) {
      Set<String> names = new HashSet<>();
      for (SpecNode.Member member : mapping.members()) {
        if (!names.add(member.name())) {
          violations.add(member.key(), member.name() + " occurs twice");
        }
      }
      if (mapping.has("$ref") && spec.target(mapping) == null) {
        violations.add(mapping, mapping.text("$ref") + " leads nowhere");
      }
      if (mapping.has("$ref") && mapping.members().size() > 1) {
        violations.add(mapping, "what stands beside $ref is ignored: wrap it in allOf");
      }
    }
  }
}
