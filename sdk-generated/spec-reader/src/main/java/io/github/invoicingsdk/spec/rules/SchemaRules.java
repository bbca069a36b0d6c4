package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.JavaTypes;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecSchema;
import io.github.invoicingsdk.spec.SpecSchema.Kind;
import java.util.List;
import java.util.Set;

/** The rules about schemas: which types and formats there are, and what each schema must say. */
final class SchemaRules {

  private static final Set<String> IDS_THAT_ARE_TEXTS =
      Set.of("fiscal_id", "at_doc_code_id", "plugin_id");
  private static final Set<String> SECRET_FORMATS = Set.of("password", "base64-text");
  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "type",
          "format",
          "description",
          "properties",
          "required",
          "items",
          "additionalProperties",
          "enum",
          "nullable",
          "allOf",
          "example",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "minProperties");

  private final Spec spec;
  private final Violations violations;

  SchemaRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecSchema schema : spec.schemas()) {
      checkKeywords(schema);
      checkDescription(schema);
      checkType(schema);
      checkWireOnly(schema);
      checkRequired(schema);
      checkGroups(schema);
      checkDeciding(schema);
      checkMinProperties(schema);
    }
  }

  private void checkKeywords(SpecSchema schema) {
    for (SpecNode.Member member : schema.node().members()) {
      if (member.name().equals("default")) {
        violations.add(
            member.key(), "no defaults: a request would send what its author did not write");
      } else if (!KEYWORDS.contains(member.name()) && !member.name().startsWith("x-")) {
        violations.add(member.key(), "the templates do not know " + member.name());
      }
    }
    SpecNode allOf = schema.node().get("allOf");
    if (allOf != null && (allOf.items().size() != 1 || !allOf.items().get(0).has("$ref"))) {
      violations.add(allOf, "allOf only wraps one $ref");
    }
  }

  private void checkDescription(SpecSchema schema) {
    if (schema.kind() == Kind.PROPERTY && schema.node().has("$ref")) {
      violations.add(
          schema.key(),
          "the property " + schema.name() + " needs allOf around $ref and a description");
    } else if ((schema.kind() == Kind.NAMED || schema.kind() == Kind.PROPERTY)
        && !schema.node().has("description")) {
      violations.add(schema.key(), schema.name() + " has no description");
    }
  }

  private void checkType(SpecSchema schema) {
    String type = schema.node().text("type");
    String format = schema.node().text("format");
    Set<String> formats = JavaTypes.formats(type).keySet();
    if (formats.isEmpty()) {
      violations.add(schema.key(), "unknown type " + type);
    } else if (!formats.contains(format)) {
      violations.add(
          schema.key(),
          format.isEmpty()
              ? "the type " + type + " needs a format"
              : "the type " + type + " has no format " + format);
    }
    if (type.equals("array") && !schema.node().has("items")) {
      violations.add(schema.key(), "the array has no items");
    }
    if (isId(schema.name())
        && (schema.kind() == Kind.PROPERTY || schema.kind() == Kind.PARAMETER)
        && !format.equals("int64")
        && !format.equals("text-integer")) {
      violations.add(schema.key(), schema.name() + " is an id: type integer, format int64");
    }
    if (SECRET_FORMATS.contains(format) && !schema.node().text("x-secret").equals("true")) {
      violations.add(schema.key(), schema.name() + " is a password: it needs x-secret");
    }
    boolean inline = schema.kind() != Kind.NAMED && schema.node().has("properties");
    if (inline) {
      violations.add(schema.key(), "an object with properties must be a named schema");
    }
  }

  /** A fiscal id is given by the state, not by a provider, and may hold letters. */
  private static boolean isId(String name) {
    return !IDS_THAT_ARE_TEXTS.contains(name) && name.matches("id|Id|.*_id|.*[a-z]Id");
  }

  private void checkWireOnly(SpecSchema schema) {
    if (schema.kind() == Kind.NAMED
        && schema.name().endsWith("Envelope") != schema.node().text("x-wire-only").equals("true")) {
      violations.add(schema.key(), "schemas with x-wire-only end in Envelope, and no other do");
    }
  }

  private void checkRequired(SpecSchema schema) {
    SpecNode properties = schema.node().get("properties");
    for (SpecNode name : schema.node().items("required")) {
      if (properties == null || !properties.has(name.text())) {
        violations.add(name, "there is no property " + name.text());
      }
    }
  }

  /**
   * A property that may be unreadable must not hide that what it leads to may not: strictness is
   * said at each step of the way.
   */
  private void checkDeciding(SpecSchema schema) {
    SpecNode decides = schema.node().get("x-decides");
    if (decides != null && schema.kind() != Kind.PROPERTY) {
      violations.add(decides, "x-decides stands on properties only");
    }
    if (schema.node().text("x-wire-only").equals("true")) {
      return;
    }
    List<String> required = schema.node().items("required").stream().map(SpecNode::text).toList();
    for (SpecNode.Member property : schema.node().members("properties")) {
      boolean marked = property.value().has("x-decides");
      if (marked && required.contains(property.name())) {
        violations.add(
            property.key(), property.name() + " is required and decides without x-decides");
      } else if (!marked && !required.contains(property.name()) && leadsToDeciding(property)) {
        violations.add(
            property.key(), property.name() + " leads to what decides: it needs x-decides");
      }
    }
  }

  private void checkMinProperties(SpecSchema schema) {
    SpecNode least = schema.node().get("minProperties");
    if (least != null && (!least.text().equals("1") || !schema.node().has("properties"))) {
      violations.add(least, "minProperties is 1, and stands on objects with properties");
    }
  }

  private boolean leadsToDeciding(SpecNode.Member property) {
    SpecNode value = property.value();
    for (String container : List.of("items", "additionalProperties")) {
      SpecNode inner = value.get(container);
      value = inner == null ? value : inner;
    }
    SpecNode target = spec.resolveSchema(value);
    return !target.items("required").isEmpty()
        || target.members("properties").stream().anyMatch(part -> part.value().has("x-decides"));
  }

  private void checkGroups(SpecSchema schema) {
    SpecNode node = schema.node();
    for (SpecNode group : node.items("x-property-groups")) {
      SpecNode value = spec.schema(group.text("value"));
      SpecNode key = spec.schema(group.text("key"));
      if (key == null || !key.has("enum")) {
        violations.add(group, "the key " + group.text("key") + " is no named enum");
      }
      for (SpecNode part : group.items("properties")) {
        SpecNode properties = value == null ? null : value.get("properties");
        if (properties == null || !properties.has(part.text())) {
          violations.add(part, group.text("value") + " has no property " + part.text());
        }
      }
    }
    for (SpecNode.Member property : node.members("properties")) {
      SpecNode name = property.value().get("x-group");
      if (name != null
          && node.items("x-property-groups").stream()
              .noneMatch(
                  group ->
                      group.text("name").equals(name.text()) && isPart(group, property.name()))) {
        violations.add(property.key(), property.name() + " is no part of the group " + name.text());
      }
    }
  }

  private static boolean isPart(SpecNode group, String property) {
    return property.startsWith(group.text("prefix"))
        && group.items("properties").stream()
            .anyMatch(part -> property.endsWith("_" + part.text()));
  }
}
