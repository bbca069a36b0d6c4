package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares a schema with what it was, as seen by a user of its Java class. */
final class SchemaComparison {

  private static final Set<String> COMPARED_BY_THEMSELVES =
      Set.of(
          "type",
          "format",
          "properties",
          "required",
          "enum",
          "x-enum-varnames",
          "x-property-groups",
          "x-wire-only");
  private static final Set<String> PARTS_OF_TYPES =
      Set.of("type", "format", "allOf", "$ref", "items", "additionalProperties", "nullable");

  private final JsonNode before;
  private final JsonNode after;
  private final boolean sent;
  private final boolean received;
  private final List<Finding> findings = new ArrayList<>();

  private SchemaComparison(JsonNode before, JsonNode after, boolean sent, boolean received) {
    this.before = before;
    this.after = after;
    this.sent = sent;
    this.received = received;
  }

  /**
   * The differences.
   *
   * @param sent whether requests hold the schema
   * @param received whether answers hold the schema
   */
  static List<Finding> compare(JsonNode before, JsonNode after, boolean sent, boolean received) {
    SchemaComparison comparison = new SchemaComparison(before, after, sent, received);
    comparison.compareAll();
    if (isWireOnly(before) && isWireOnly(after)) {
      // There is no class, and what is unwrapped has types of its own.
      return comparison.findings.stream()
          .map(finding -> new Finding(finding.impact().atMost(Impact.BEHAVIOUR), finding.text()))
          .toList();
    }
    return comparison.findings;
  }

  /** Whether no class is made of it. */
  static boolean isWireOnly(JsonNode schema) {
    return schema.path("x-wire-only").asBoolean();
  }

  private void compareAll() {
    if (isWireOnly(before) != isWireOnly(after)) {
      add(
          isWireOnly(after) ? Impact.BREAKING : Impact.ADDITION,
          isWireOnly(after) ? "no class is made of it any more" : "a class is made of it");
    }
    if (!JavaTypes.of(before).equals(JavaTypes.of(after))) {
      add(
          Impact.BREAKING,
          "is `%s` instead of `%s`".formatted(JavaTypes.of(after), JavaTypes.of(before)));
    } else if (!before.path("format").equals(after.path("format"))) {
      add(Impact.BEHAVIOUR, "another form on the wire");
    }
    compareProperties();
    compareValues();
    compareGroups();
    findings.addAll(Facets.compare(before, after, COMPARED_BY_THEMSELVES));
  }

  private void compareProperties() {
    JsonNode old = before.path("properties");
    JsonNode now = after.path("properties");
    old.properties()
        .forEach(
            property -> {
              JsonNode kept = now.path(property.getKey());
              if (!kept.isMissingNode()) {
                compareProperty(property.getKey(), property.getValue(), kept);
              } else if (property.getValue().has("x-group")) {
                add(Impact.BEHAVIOUR, "property `" + property.getKey() + "` left its group");
              } else {
                add(Impact.BREAKING, "property `" + property.getKey() + "` removed");
              }
            });
    now.properties()
        .forEach(
            property -> {
              if (!old.has(property.getKey())) {
                boolean demanded = sent && isAlwaysThere(after, property.getKey());
                add(
                    demanded ? Impact.BREAKING : Impact.ADDITION,
                    (demanded ? "required property `%s` (%s) added" : "property `%s` (%s) added")
                        .formatted(property.getKey(), JavaTypes.of(property.getValue())));
              }
            });
  }

  private void compareProperty(String name, JsonNode old, JsonNode now) {
    String called = "property `" + name + "`";
    String oldType = JavaTypes.of(old);
    String newType = JavaTypes.of(now);
    if (!oldType.equals(newType)) {
      add(Impact.BREAKING, "%s is `%s` instead of `%s`".formatted(called, newType, oldType));
    } else if (!wireForm(old).equals(wireForm(now))) {
      add(
          Impact.BEHAVIOUR,
          "%s has another form on the wire: %s -> %s"
              .formatted(called, wireForm(old), wireForm(now)));
    }
    boolean wasThere = isAlwaysThere(before, name);
    boolean isThere = isAlwaysThere(after, name);
    if (!wasThere && isThere) {
      add(Impact.BREAKING, called + " is required");
    } else if (wasThere && !isThere) {
      add(
          received ? Impact.BREAKING : Impact.ADDITION,
          called + (received ? " can be absent: its getter can give null" : " can be left out"));
    }
    if (!old.path("x-group").equals(now.path("x-group"))) {
      add(Impact.BREAKING, called + " belongs to another group of properties, or to none");
    }
    Facets.compare(old, now, with(PARTS_OF_TYPES, "x-group"))
        .forEach(finding -> add(finding.impact(), called + ": " + finding.text()));
  }

  private static boolean isAlwaysThere(JsonNode schema, String property) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(property)) {
        return !schema.path("properties").path(property).path("nullable").asBoolean();
      }
    }
    return false;
  }

  /** The type as it is sent, such as {@code string(text-flag)}. */
  private static String wireForm(JsonNode schema) {
    String format = schema.path("format").asText();
    String type = schema.path("type").asText();
    String items = schema.has("items") ? "[" + wireForm(schema.path("items")) + "]" : "";
    return type + (format.isEmpty() ? "" : "(" + format + ")") + items;
  }

  private void compareValues() {
    Map<String, String> old = constants(before);
    Map<String, String> now = constants(after);
    old.forEach(
        (value, constant) -> {
          String kept = now.get(value);
          if (kept == null) {
            add(Impact.BREAKING, "value `%s` (`%s`) removed".formatted(value, constant));
          } else if (!kept.equals(constant)) {
            add(
                Impact.BREAKING,
                "value `%s` is called `%s` instead of `%s`".formatted(value, kept, constant));
          }
        });
    now.forEach(
        (value, constant) -> {
          if (!old.containsKey(value)) {
            add(Impact.ADDITION, "value `%s` (`%s`) added".formatted(value, constant));
          }
        });
  }

  private static Map<String, String> constants(JsonNode schema) {
    Map<String, String> constants = new LinkedHashMap<>();
    JsonNode names = schema.path("x-enum-varnames");
    int index = 0;
    for (JsonNode value : schema.path("enum")) {
      String name = names.path(index).asText();
      constants.put(
          value.asText(), name.isEmpty() ? value.asText().toUpperCase(Locale.ROOT) : name);
      index++;
    }
    return constants;
  }

  private void compareGroups() {
    Map<String, JsonNode> old = groups(before);
    Map<String, JsonNode> now = groups(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String called = "x-property-groups `" + name + "`";
      JsonNode oldGroup = old.get(name);
      JsonNode newGroup = now.get(name);
      if (oldGroup == null) {
        add(Impact.ADDITION, called + " added");
      } else if (newGroup == null) {
        add(Impact.BREAKING, called + " removed");
      } else {
        if (!oldGroup.path("key").equals(newGroup.path("key"))
            || !oldGroup.path("value").equals(newGroup.path("value"))) {
          add(Impact.BREAKING, called + " has another type of keys or values");
        }
        Facets.compare(oldGroup, newGroup, Set.of("key", "value"))
            .forEach(finding -> add(finding.impact(), called + ": " + finding.text()));
      }
    }
  }

  private static Map<String, JsonNode> groups(JsonNode schema) {
    Map<String, JsonNode> groups = new LinkedHashMap<>();
    schema
        .path("x-property-groups")
        .forEach(group -> groups.put(group.path("name").asText(), group));
    return groups;
  }

  private static Set<String> with(Set<String> some, String another) {
    Set<String> all = new LinkedHashSet<>(some);
    all.add(another);
    return all;
  }

  private void add(Impact impact, String text) {
    findings.add(new Finding(impact, text));
  }
}
