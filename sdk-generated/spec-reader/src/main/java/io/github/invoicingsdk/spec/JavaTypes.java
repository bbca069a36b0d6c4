package io.github.invoicingsdk.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which format becomes which Java type: the one place where the tools know it. A test holds the
 * options of the generator and the table in {@code openapi/README.md} to it.
 */
public final class JavaTypes {

  /** The Java types by format, by type of JSON; the empty format is none. */
  private static final Map<String, Map<String, String>> TYPES =
      Map.of(
          "integer",
          Map.of("int32", "Integer", "int64", "Long", "flag", "Boolean"),
          "number",
          Map.of("", "BigDecimal"),
          "boolean",
          Map.of("", "Boolean"),
          "array",
          Map.of("", "List"),
          "object",
          Map.of("", "Map"),
          "",
          Map.of("", "JsonElement"),
          "string",
          Map.ofEntries(
              Map.entry("", "String"),
              Map.entry("password", "String"),
              Map.entry("base64-text", "String"),
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
              Map.entry("legacy-sort", "LegacySort")));

  private JavaTypes() {}

  /** The types of JSON that a schema may have; the empty one is any value. */
  public static Set<String> types() {
    return TYPES.keySet();
  }

  /** The formats that a type of JSON may have, the empty one being none. */
  public static Map<String, String> formats(String type) {
    return new LinkedHashMap<>(TYPES.getOrDefault(type, Map.of()));
  }

  /**
   * The Java type of a schema, without its package: the name of the schema that it refers to, if it
   * refers to one.
   */
  public static String of(SpecNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.text("$ref");
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.items("allOf").size() == 1) {
      return of(schema.items("allOf").get(0));
    }
    return switch (schema.text("type")) {
      case "array" -> "List<" + of(schema.path("items")) + ">";
      case "object" ->
          schema.path("additionalProperties").isMapping()
              ? "Map<String, " + of(schema.path("additionalProperties")) + ">"
              : "Object";
      case "integer" -> formats("integer").getOrDefault(schema.text("format"), "Integer");
      case "string" -> formats("string").getOrDefault(schema.text("format"), "String");
      default -> formats(schema.text("type")).getOrDefault("", "JsonElement");
    };
  }
}
