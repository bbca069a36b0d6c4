package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names the types of schemas, as Java has them, and puts their bounds into words. */
final class Types {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("text-flag", "Boolean"),
          Map.entry("text-integer", "Long"),
          Map.entry("text-decimal", "BigDecimal"),
          Map.entry("date", "LocalDate"),
          Map.entry("day-month-year", "LocalDate"),
          Map.entry("day-month-year-time", "LocalDateTime"),
          Map.entry("local-date-time", "LocalDateTime"),
          Map.entry("date-time", "OffsetDateTime"),
          Map.entry("uri", "URI"),
          Map.entry("filter", "Filter"),
          Map.entry("sort", "Sort"),
          Map.entry("legacy-filter", "LegacyFilter"),
          Map.entry("legacy-sort", "LegacySort"));
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

  private Types() {}

  /** A schema that has a class of its own, and so a section on the page. */
  static boolean isNamed(SpecNode schema) {
    return schema.name().isPresent()
        && (schema.has("properties") || schema.has("enum") || schema.has("x-property-groups"));
  }

  static String java(SpecNode node) {
    SpecNode schema = node.schema();
    if (isNamed(schema)) {
      return schema.name().orElseThrow();
    }
    String format = schema.text("format").orElse("");
    return switch (schema.text("type").orElse("")) {
      case "integer" ->
          switch (format) {
            case "flag" -> "Boolean";
            case "int64" -> "Long";
            default -> "Integer";
          };
      case "boolean" -> "Boolean";
      case "number" -> "BigDecimal";
      case "string" -> TEXTS.getOrDefault(format, "String");
      case "array" -> "List<" + schema.child("items").map(Types::java).orElse("JsonElement") + ">";
      case "object" ->
          "Map<String, "
              + schema.child("additionalProperties").map(Types::java).orElse("JsonElement")
              + ">";
      default -> "JsonElement";
    };
  }

  /** The type as HTML, with a link to the section of the schema. */
  static String html(SpecNode node) {
    SpecNode schema = node.schema();
    if (isNamed(schema)) {
      String name = schema.name().orElseThrow();
      return Html.link("#" + anchor(name), Html.code(name));
    }
    Optional<SpecNode> items = schema.child("items").map(SpecNode::schema);
    if (items.filter(Types::isNamed).isPresent()) {
      return "list of " + html(items.orElseThrow());
    }
    return Html.code(java(schema));
  }

  static String anchor(String type) {
    return "type-" + type;
  }

  /** What else binds a value: its form on the wire, its bounds, whether it may be null. */
  static List<String> bounds(SpecNode node) {
    SpecNode schema = node.schema();
    List<String> bounds = new ArrayList<>();
    schema.text("format").map(WIRE::get).ifPresent(form -> bounds.add("sent as " + form));
    schema.text("minimum").ifPresent(least -> bounds.add("at least " + least));
    schema.text("maximum").ifPresent(most -> bounds.add("at most " + most));
    schema
        .text("minLength")
        .ifPresent(least -> bounds.add("at least " + least + characters(least)));
    schema.text("maxLength").ifPresent(most -> bounds.add("at most " + most + characters(most)));
    schema.text("pattern").ifPresent(pattern -> bounds.add("matches " + pattern));
    if (schema.name().isEmpty() && schema.has("enum")) {
      bounds.add("one of " + String.join(", ", schema.texts("enum")));
    }
    if (schema.flag("nullable") || node.flag("nullable")) {
      bounds.add("may be null");
    }
    if (schema.flag("x-secret") || node.flag("x-secret")) {
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
    return count.equals("1") ? " character" : " characters";
  }
}
