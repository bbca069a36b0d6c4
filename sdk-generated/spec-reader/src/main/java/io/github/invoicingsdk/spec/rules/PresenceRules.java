package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecSchema;
import io.github.invoicingsdk.spec.SpecSchema.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about {@code x-always}: what a response always holds, and no request speaks of. */
final class PresenceRules {

  private final Spec spec;
  private final Violations violations;

  PresenceRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    Set<SpecNode> sent = sent();
    for (SpecSchema schema : spec.schemas()) {
      SpecNode always = schema.node().get("x-always");
      if (always != null && schema.kind() != Kind.PROPERTY) {
        violations.add(always, "x-always stands on properties only");
      }
      boolean isWireOnly = schema.node().is("x-wire-only");
      List<String> required = schema.node().texts("required");
      for (SpecNode.Member property : schema.node().members("properties")) {
        if (property.value().has("x-always")) {
          checkProperty(property, required, isWireOnly, sent.contains(schema.node()));
        }
      }
    }
  }

  private void checkProperty(
      SpecNode.Member property, List<String> required, boolean isWireOnly, boolean isSent) {
    String name = property.name();
    if (!property.value().is("x-always")) {
      violations.add(property.key(), "x-always of " + name + " is true or left out");
    }
    if (required.contains(name)) {
      violations.add(property.key(), name + " is required, which says more than x-always");
    }
    if (property.value().is("nullable")) {
      violations.add(property.key(), name + " is always there, so it is not nullable");
    }
    if (isWireOnly || property.value().has("x-group")) {
      violations.add(property.key(), name + " has no accessor of which x-always could speak");
    }
    if (isSent) {
      violations.add(property.key(), name + " is sent: a request has required, not x-always");
    }
  }

  /** The schemas that requests hold. */
  private Set<SpecNode> sent() {
    Set<SpecNode> found = new HashSet<>();
    for (SpecNode body : spec.requestBodies()) {
      for (SpecNode.Member content : spec.resolve(body).members("content")) {
        addSchema(content.value(), found);
      }
    }
    spec.parameters().forEach(parameter -> addSchema(parameter, found));
    return found;
  }

  private void addSchema(SpecNode holder, Set<SpecNode> found) {
    SpecNode schema = holder.get("schema");
    if (schema != null) {
      add(schema, found);
    }
  }

  private void add(SpecNode schema, Set<SpecNode> found) {
    SpecNode resolved = spec.resolveSchema(schema);
    if (!found.add(resolved)) {
      return;
    }
    resolved.members("properties").forEach(property -> add(property.value(), found));
    for (String name : List.of("items", "additionalProperties")) {
      if (resolved.path(name).isMapping()) {
        add(resolved.path(name), found);
      }
    }
    for (SpecNode group : resolved.items("x-property-groups")) {
      SpecNode value = spec.schema(group.text("value"));
      if (value != null) {
        add(value, found);
      }
    }
  }
}
