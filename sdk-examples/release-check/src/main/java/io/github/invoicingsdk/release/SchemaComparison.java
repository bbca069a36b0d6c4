package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.JavaTypes;
import io.github.invoicingsdk.spec.SpecNode;
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
  private static final Set<String> COMPARED_WITH_THEIR_PROPERTY =
      Set.of(
          "type",
          "format",
          "allOf",
          "$ref",
          "items",
          "additionalProperties",
          "nullable",
          "x-always",
          "x-group");

  private final SpecNode before;
  private final SpecNode after;
  private final boolean sent;
  private final boolean received;
  private final List<Finding> findings = new ArrayList<>();

  private SchemaComparison(SpecNode before, SpecNode after, boolean sent, boolean received) {
    this.before = before;
    this.after = after;
    this.sent = sent;
    this.received = received;
  }

  /**
   * The differences.
   *
   * @param sent whether requests hold the schema
   * @param received whether responses hold the schema
   */
  static List<Finding> compare(SpecNode before, SpecNode after, boolean sent, boolean received) {
    SchemaComparison comparison = new SchemaComparison(before, after, sent, received);
    comparison.compareAll();
    if (isWireOnly(before) && isWireOnly(after)) {
      // There is no class, and what is unwrapped has types of its own.
      return comparison.findings.stream().map(finding -> finding.atMost(Impact.BEHAVIOUR)).toList();
    }
    return comparison.findings;
  }

  /** Whether no class is made of it. */
  static boolean isWireOnly(SpecNode schema) {
    return schema.is("x-wire-only");
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
    } else if (!before.text("format").equals(after.text("format"))) {
      add(Impact.BEHAVIOUR, "another form on the wire");
    }
    compareProperties();
    compareValues();
    compareGroups();
    findings.addAll(Facets.compare(before, after, Aspect.SCHEMA, COMPARED_BY_THEMSELVES));
  }

  private void compareProperties() {
    SpecNode old = before.path("properties");
    SpecNode now = after.path("properties");
    for (SpecNode.Member property : old.members()) {
      SpecNode kept = now.get(property.name());
      if (kept != null) {
        compareProperty(property.name(), property.value(), kept);
      } else if (property.value().has("x-group")) {
        add(Impact.BEHAVIOUR, "property `" + property.name() + "` left its group");
      } else {
        add(Impact.BREAKING, "property `" + property.name() + "` removed");
      }
    }
    for (SpecNode.Member property : now.members()) {
      if (!old.has(property.name())) {
        boolean demanded = sent && Presence.of(after, property.name()) == Presence.REQUIRED;
        add(
            demanded ? Impact.BREAKING : Impact.ADDITION,
            (demanded ? "required property `%s` (%s) added" : "property `%s` (%s) added")
                .formatted(property.name(), JavaTypes.of(property.value())));
      }
    }
  }

  private void compareProperty(String name, SpecNode old, SpecNode now) {
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
    comparePresence(called, Presence.of(before, name), Presence.of(after, name), newType);
    compareNullable(called, old, now);
    if (!old.text("x-group").equals(now.text("x-group"))) {
      addExtension(called + " belongs to another group of properties, or to none");
    }
    Facets.compare(old, now, Aspect.SCHEMA, COMPARED_WITH_THEIR_PROPERTY)
        .forEach(finding -> findings.add(finding.within(called)));
  }

  /** The builder has a method for null where null may be said. */
  private void compareNullable(String called, SpecNode old, SpecNode now) {
    if (!old.is("nullable") && now.is("nullable")) {
      add(Impact.ADDITION, called + " may be null");
    } else if (old.is("nullable") && !now.is("nullable")) {
      add(Impact.BREAKING, called + " may no longer be null");
    }
  }

  private void comparePresence(String called, Presence was, Presence is, String type) {
    if (was == is) {
      return;
    }
    switch (is) {
      case REQUIRED -> add(Impact.BREAKING, called + " is required");
      case ALWAYS ->
          add(
              Impact.BEHAVIOUR,
              called
                  + (was == Presence.REQUIRED
                      ? " can be absent: its accessor throws then"
                      : " is always sent: its accessor throws if it is absent"));
      case OPTIONAL -> {
        if (!received) {
          add(Impact.ADDITION, called + " can be left out");
        } else if (type.startsWith("List<") || type.startsWith("Map<")) {
          add(Impact.BEHAVIOUR, called + " can be absent: its accessor gives an empty one then");
        } else {
          add(Impact.BREAKING, called + " can be absent: its accessor can give null");
        }
      }
    }
  }

  /** The type as it is sent, such as {@code string(text-flag)}. */
  private static String wireForm(SpecNode schema) {
    String format = schema.text("format");
    String type = schema.text("type");
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
            addExtension(
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

  private static Map<String, String> constants(SpecNode schema) {
    Map<String, String> constants = new LinkedHashMap<>();
    List<String> names = schema.texts("x-enum-varnames");
    List<String> values = schema.texts("enum");
    for (int index = 0; index < values.size(); index++) {
      String value = values.get(index);
      constants.put(
          value, index < names.size() ? names.get(index) : value.toUpperCase(Locale.ROOT));
    }
    return constants;
  }

  private void compareGroups() {
    Map<String, SpecNode> old = groups(before);
    Map<String, SpecNode> now = groups(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String called = "x-property-groups `" + name + "`";
      SpecNode oldGroup = old.get(name);
      SpecNode newGroup = now.get(name);
      if (oldGroup == null) {
        add(Impact.ADDITION, called + " added");
      } else if (newGroup == null) {
        addExtension(called + " removed");
      } else {
        if (!oldGroup.text("key").equals(newGroup.text("key"))
            || !oldGroup.text("value").equals(newGroup.text("value"))) {
          addExtension(called + " has another type of keys or values");
        }
        Facets.compare(oldGroup, newGroup, Aspect.EXTENSION, Set.of("key", "value"))
            .forEach(finding -> findings.add(finding.within(called)));
      }
    }
  }

  private static Map<String, SpecNode> groups(SpecNode schema) {
    Map<String, SpecNode> groups = new LinkedHashMap<>();
    schema.items("x-property-groups").forEach(group -> groups.put(group.text("name"), group));
    return groups;
  }

  private void add(Impact impact, String text) {
    findings.add(new Finding(impact, Aspect.SCHEMA, text));
  }

  private void addExtension(String text) {
    findings.add(new Finding(Impact.BREAKING, Aspect.EXTENSION, text));
  }
}
