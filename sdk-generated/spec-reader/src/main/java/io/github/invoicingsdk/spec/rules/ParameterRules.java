package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules about parameters. */
final class ParameterRules {

  private static final Set<String> FILTER_KINDS =
      Set.of(
          "id",
          "ids",
          "flag",
          "text",
          "semantic-text",
          "exact-text",
          "integer",
          "long",
          "enum",
          "date-time",
          "date",
          "decimal",
          "comparable-enum",
          "comparable-integer");
  private static final Map<String, Set<String>> FORMATS_OF_FIELDS =
      Map.of(
          "x-filter-fields", Set.of("filter", "legacy-filter"),
          "x-sort-fields", Set.of("sort", "legacy-sort"));

  private final Spec spec;
  private final Violations violations;

  ParameterRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecNode parameter : spec.parameters()) {
      checkForm(parameter);
      checkFields(parameter);
      checkNames(parameter);
    }
  }

  /** A name is a text on the wire, and the enum that it belongs to knows it. */
  private void checkNames(SpecNode parameter) {
    SpecNode named = parameter.get("x-names-of");
    if (named == null) {
      return;
    }
    SpecNode enumeration = spec.schema(named.text());
    if (enumeration == null || !enumeration.has("x-enum-names")) {
      violations.add(named, named.text() + " is no schema with x-enum-names");
    }
    SpecNode schema = parameter.get("schema");
    if (!parameter.text("in").equals("path")
        || schema == null
        || !schema.text("type").equals("string")
        || schema.has("format")) {
      violations.add(named, "a parameter with x-names-of is a text in the path");
    }
  }

  private void checkForm(SpecNode parameter) {
    String name = parameter.text("name");
    if (!parameter.has("description")) {
      violations.add(parameter, "the parameter " + name + " has no description");
    }
    switch (parameter.text("in")) {
      case "path" -> {
        if (!parameter.text("required").equals("true")) {
          violations.add(parameter, "the path parameter " + name + " must be required");
        }
      }
      case "query" -> {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
          violations.add(parameter, "the parameter " + name + " cannot stand in a template");
        }
        checkObject(parameter);
      }
      default -> violations.add(parameter, "the parameter " + name + " must be in path or query");
    }
  }

  /** An object becomes one argument, and its properties the parameters. */
  private void checkObject(SpecNode parameter) {
    if (!isObject(spec, parameter)) {
      return;
    }
    String name = parameter.text("name");
    if (!parameter.text("style").equals("form") || !parameter.text("explode").equals("true")) {
      violations.add(parameter, "the object " + name + " must have style form and explode true");
    }
    SpecNode resolved = spec.resolveSchema(Objects.requireNonNull(parameter.get("schema")));
    for (SpecNode.Member property : resolved.members("properties")) {
      SpecNode type = spec.resolveSchema(property.value());
      if (type.text("type").equals("object")) {
        violations.add(property.key(), property.name() + " is an object, which no query can say");
      }
    }
  }

  /** Whether a parameter stands for several, the properties of its schema. */
  static boolean isObject(Spec spec, SpecNode parameter) {
    SpecNode schema = parameter.get("schema");
    return schema != null && spec.resolveSchema(schema).text("type").equals("object");
  }

  private void checkFields(SpecNode parameter) {
    SpecNode schema = parameter.get("schema");
    String format = schema == null ? "" : schema.text("format");
    FORMATS_OF_FIELDS.forEach(
        (extension, formats) -> {
          if (parameter.has(extension) != formats.contains(format)) {
            violations.add(
                parameter, extension + " belongs to the formats of filters and sorts, no other");
          }
        });
    if (FORMATS_OF_FIELDS.values().stream().anyMatch(formats -> formats.contains(format))
        && parameter.text("required").equals("true")) {
      violations.add(parameter, "filters and sorts are optional");
    }
    for (SpecNode field : parameter.items("x-filter-fields")) {
      String kind = field.members().isEmpty() ? "" : field.members().get(0).name();
      if (!FILTER_KINDS.contains(kind)) {
        violations.add(field, "unknown kind of filter field: " + kind);
      }
      String type = field.text("type");
      if (kind.endsWith("enum")
          ? spec.schema(type) == null || field.members().size() != 2
          : field.members().size() != 1) {
        violations.add(field, "a filter field of kind enum, and no other, names an enum as type");
      }
    }
  }
}
