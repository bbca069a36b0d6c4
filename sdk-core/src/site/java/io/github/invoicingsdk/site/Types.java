package io.github.invoicingsdk.site;

import io.github.invoicingsdk.spec.JavaTypes;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the types of a spec's schemas, as Java has them, and puts their bounds into words. */
final class Types {

  private static final Map<String, String> WIRE =
      Map.ofEntries(
          Map.entry("flag", "0 or 1"),
          Map.entry("text-flag", "\"0\" or \"1\""),
          Map.entry("text-integer", "a whole number in quotes"),
          Map.entry("text-decimal", "a number in quotes"),
          Map.entry("base64-text", "Base64 of UTF-8"),
          Map.entry("date", "2026-01-31"),
          Map.entry("day-month-year", "31/01/2026"),
          Map.entry("day-month-year-time", "31/01/2026 12:00:00"),
          Map.entry("local-date-time", "2026-01-31T12:00:00.000"),
          Map.entry("date-time", "2026-01-31T12:00:00Z"));

  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern LIST = Pattern.compile("List<(.+)>");

  private final Spec spec;

  Types(Spec spec) {
    this.spec = spec;
  }

  /** The names in a Java type that have a class made of a schema, and so a section on the page. */
  List<String> named(String javaType) {
    return NAME.matcher(javaType).results().map(MatchResult::group).filter(this::isNamed).toList();
  }

  private boolean isNamed(String name) {
    SpecNode schema = spec.schema(name);
    return schema != null
        && (schema.has("properties") || schema.has("enum") || schema.has("x-property-groups"));
  }

  /** The type of a schema as HTML, with links to the sections of those that it names. */
  String html(SpecNode schema) {
    return html(JavaTypes.of(schema));
  }

  /** A Java type as HTML, with links to the sections of those that it names. */
  String html(String javaType) {
    Matcher list = LIST.matcher(javaType);
    if (list.matches() && !named(javaType).isEmpty()) {
      return "list of " + html(list.group(1));
    }
    return isNamed(javaType)
        ? Html.link("#" + anchor(javaType), Html.code(javaType))
        : Html.code(javaType);
  }

  static String anchor(String type) {
    return "type-" + type;
  }

  /** What else binds a value: its form on the wire, its bounds, whether it may be null. */
  List<String> bounds(SpecNode node) {
    SpecNode schema = spec.resolveSchema(node);
    List<String> bounds = new ArrayList<>();
    if (WIRE.containsKey(schema.text("format"))) {
      bounds.add("sent as " + WIRE.get(schema.text("format")));
    }
    if (schema.has("minimum")) {
      bounds.add("at least " + schema.text("minimum"));
    }
    if (schema.has("maximum")) {
      bounds.add("at most " + schema.text("maximum"));
    }
    if (schema.has("minLength")) {
      bounds.add("at least " + characters(schema.text("minLength")));
    }
    if (schema.has("maxLength")) {
      bounds.add("at most " + characters(schema.text("maxLength")));
    }
    if (schema.has("pattern")) {
      bounds.add("matches " + schema.text("pattern"));
    }
    if (spec.schemaName(node).isEmpty() && schema.has("enum")) {
      bounds.add("one of " + String.join(", ", schema.texts("enum")));
    }
    if (schema.is("nullable") || node.is("nullable")) {
      bounds.add("may be null");
    }
    if (node.is("x-always")) {
      bounds.add("always sent");
    }
    if (node.is("x-personal")) {
      bounds.add("personal: masked in texts");
    }
    if (schema.is("x-secret") || node.is("x-secret")) {
      bounds.add("secret: masked in texts");
    }
    return bounds;
  }

  static String camel(String wireName) {
    StringBuilder camel = new StringBuilder();
    for (String word : wireName.split("[^A-Za-z0-9]+", 0)) {
      camel.append(
          camel.isEmpty()
              ? word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1)
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  private static String characters(String count) {
    return count + (count.equals("1") ? " character" : " characters");
  }
}
