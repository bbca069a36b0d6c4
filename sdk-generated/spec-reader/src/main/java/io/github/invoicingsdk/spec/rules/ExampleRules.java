package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** The rule about examples: each fits its schema. */
final class ExampleRules {

  private final Spec spec;
  private final Violations violations;

  ExampleRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    spec.media().forEach(media -> check(media.get("schema"), media.get("example")));
    spec.schemas().forEach(schema -> check(schema.node(), schema.node().get("example")));
  }

  private void check(@Nullable SpecNode schema, @Nullable SpecNode example) {
    if (schema != null && example != null) {
      checkValue(spec.resolveSchema(schema), example);
    }
  }

  private void checkValue(SpecNode schema, SpecNode value) {
    boolean fits =
        switch (schema.text("type")) {
          case "object" -> value.isMapping();
          case "array" -> value.isList();
          case "integer" -> value.isInteger();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "string" -> value.isText();
          default -> true;
        };
    if (!fits) {
      violations.add(value, "the example is not of the type " + schema.text("type"));
      return;
    }
    SpecNode items = schema.get("items");
    if (items != null) {
      value.items().forEach(item -> checkValue(spec.resolveSchema(items), item));
    }
    if (value.isMapping()) {
      checkObject(schema, value);
    }
  }

  private void checkObject(SpecNode schema, SpecNode value) {
    SpecNode properties = schema.get("properties");
    SpecNode additional = schema.get("additionalProperties");
    for (SpecNode.Member member : value.members()) {
      SpecNode property = properties == null ? null : properties.get(member.name());
      if (property != null) {
        checkValue(spec.resolveSchema(property), member.value());
      } else if (additional != null && additional.isMapping()) {
        checkValue(spec.resolveSchema(additional), member.value());
      } else if (additional == null && schema.text("type").equals("object")) {
        violations.add(member.key(), "the schema has no property " + member.name());
      }
    }
    for (String name : schema.items("required").stream().map(SpecNode::text).toList()) {
      if (!value.has(name)) {
        violations.add(value, "the example lacks " + name);
      }
    }
  }
}
