package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The Java type that a schema becomes, as the table of types and formats in the specs says. */
final class JavaTypes {

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

  private JavaTypes() {}

  /** The name of the type, without its package. */
  static String of(JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.path("$ref").asText();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.path("allOf").size() == 1) {
      return of(schema.path("allOf").path(0));
    }
    String format = schema.path("format").asText();
    return switch (schema.path("type").asText()) {
      case "array" -> "List<" + of(schema.path("items")) + ">";
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "Map<String, " + of(schema.path("additionalProperties")) + ">"
              : "Object";
      case "integer" ->
          switch (format) {
            case "flag" -> "Boolean";
            case "int64" -> "Long";
            default -> "Integer";
          };
      case "number" -> "BigDecimal";
      case "boolean" -> "Boolean";
      case "string" -> TEXTS.getOrDefault(format, "String");
      default -> "JsonElement";
    };
  }
}
