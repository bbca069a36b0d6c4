package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecSchema;
import io.github.invoicingsdk.spec.SpecSchema.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about enums: named, described, and without what YAML takes for something else. */
final class EnumRules {

  private final Spec spec;
  private final Violations violations;

  EnumRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecSchema schema : spec.schemas()) {
      SpecNode values = schema.node().get("enum");
      if (values != null) {
        if (schema.kind() == Kind.NAMED) {
          checkNamed(schema, values);
        } else if (!schema.key().has("x-supplied")) {
          violations.add(schema.key(), "an enum must be a named schema");
        }
        checkTexts(values, schema.node().text("type"));
      }
    }
  }

  private void checkNamed(SpecSchema schema, SpecNode values) {
    for (String name : List.of("x-enum-varnames", "x-enum-descriptions")) {
      SpecNode others = schema.node().get(name);
      if (others == null || others.items().size() != values.items().size()) {
        violations.add(
            schema.key(), schema.name() + " needs as many " + name + " as it has values");
      } else {
        checkTexts(others, "string");
      }
    }
    SpecNode providerNames = schema.node().get("x-enum-names");
    if (providerNames != null) {
      checkProviderNames(schema, values, providerNames);
    }
    Set<String> names = new HashSet<>();
    for (SpecNode name : schema.node().items("x-enum-varnames")) {
      if (!name.text().matches("[A-Z][A-Z0-9_]*") || name.text().equals("UNRECOGNIZED")) {
        violations.add(name, name.text() + " is no name for a constant");
      }
      if (!names.add(name.text())) {
        violations.add(name, name.text() + " occurs twice");
      }
    }
  }

  private void checkProviderNames(SpecSchema schema, SpecNode values, SpecNode names) {
    if (names.items().size() != values.items().size()) {
      violations.add(schema.key(), schema.name() + " needs as many x-enum-names as it has values");
    }
    checkTexts(names, "string");
    Set<String> seen = new HashSet<>();
    for (SpecNode name : names.items()) {
      if (!seen.add(name.text())) {
        violations.add(name, name.text() + " occurs twice");
      }
    }
  }

  private void checkTexts(SpecNode list, String type) {
    Set<String> seen = new HashSet<>();
    for (SpecNode item : list.items()) {
      if (type.equals("string") ? !item.isText() : !item.isInteger()) {
        violations.add(
            item,
            type.equals("string")
                ? "YAML does not read " + item.text() + " as a text: put it in quotes"
                : item.text() + " is no integer");
      }
      if (list.items().size() > 1 && type.equals("integer") && !seen.add(item.text())) {
        violations.add(item, item.text() + " occurs twice");
      }
    }
  }
}
