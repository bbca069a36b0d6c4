package io.github.invoicingsdk.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes JSON values of models as a spec describes them, so that no test has a list of them. */
public final class SpecValues {

  /** A value of each format that is read and written as it stands here. */
  private static final Map<String, JsonElement> BY_FORMAT =
      Map.ofEntries(
          Map.entry("flag", new JsonPrimitive(1)),
          Map.entry("text-flag", new JsonPrimitive("1")),
          Map.entry("text-integer", new JsonPrimitive("7")),
          Map.entry("text-decimal", new JsonPrimitive("12.50")),
          Map.entry("date", new JsonPrimitive("2026-01-31")),
          Map.entry("day-month-year", new JsonPrimitive("31/01/2026")),
          Map.entry("day-month-year-time", new JsonPrimitive("31/01/2026 12:30:15")),
          Map.entry("local-date-time", new JsonPrimitive("2026-01-31T12:30:15.000")),
          Map.entry("date-time", new JsonPrimitive("2026-01-31T12:30:15Z")),
          Map.entry("base64-text", new JsonPrimitive("cGFzc3dvcmQ=")),
          Map.entry("uri", new JsonPrimitive("https://provider.example/file.pdf")));

  private final Spec spec;
  private final boolean whole;
  private final Set<String> within = new HashSet<>();

  private SpecValues(Spec spec, boolean whole) {
    this.spec = spec;
    this.whole = whole;
  }

  /**
   * The least that a model can be read from: what it requires, and nothing else.
   *
   * @param schema the name of the model's schema
   */
  public static JsonObject least(Spec spec, String schema) {
    return new SpecValues(spec, false).object(schema);
  }

  /**
   * A model with every property that its spec describes; one in itself is left out.
   *
   * @param schema the name of the model's schema
   */
  public static JsonObject whole(Spec spec, String schema) {
    return new SpecValues(spec, true).object(schema);
  }

  private JsonObject object(String name) {
    SpecNode schema = spec.schema(name);
    if (schema == null) {
      throw new IllegalArgumentException("the spec has no schema " + name);
    }
    within.add(name);
    return object(schema);
  }

  private JsonObject object(SpecNode schema) {
    JsonObject object = new JsonObject();
    List<String> required = schema.texts("required");
    for (SpecNode.Member property : schema.members("properties")) {
      if (whole || required.contains(property.name())) {
        add(object, property);
      }
    }
    for (SpecNode.Member property : schema.members("properties")) {
      if (object.size() < least(schema, "minProperties") && !object.has(property.name())) {
        add(object, property);
      }
    }
    return object;
  }

  private void add(JsonObject object, SpecNode.Member property) {
    String name = spec.schemaName(property.value());
    if (name.isEmpty() || within.add(name)) {
      object.add(property.name(), value(property.value()));
      within.remove(name);
    }
  }

  private JsonElement value(SpecNode node) {
    SpecNode schema = spec.resolveSchema(node);
    if (schema.has("enum")) {
      String first = schema.texts("enum").get(0);
      return schema.text("type").equals("integer")
          ? new JsonPrimitive(Integer.valueOf(first))
          : new JsonPrimitive(first);
    }
    JsonElement byFormat = BY_FORMAT.get(schema.text("format"));
    if (byFormat != null) {
      return byFormat;
    }
    return switch (schema.text("type")) {
      case "integer" -> new JsonPrimitive(Math.max(1, least(schema, "minimum")));
      case "number" -> new JsonPrimitive(new BigDecimal("12.50"));
      case "boolean" -> new JsonPrimitive(true);
      case "string" -> new JsonPrimitive(text(schema));
      case "array" -> array(schema);
      case "object" ->
          schema.path("additionalProperties").isMapping() ? map(schema) : object(schema);
      default -> JsonNull.INSTANCE;
    };
  }

  private static String text(SpecNode schema) {
    return schema.has("example")
        ? schema.text("example")
        : "a".repeat(Math.max(1, least(schema, "minLength")));
  }

  private JsonArray array(SpecNode schema) {
    JsonArray array = new JsonArray();
    if (whole) {
      array.add(value(schema.path("items")));
    }
    return array;
  }

  private JsonObject map(SpecNode schema) {
    JsonObject map = new JsonObject();
    if (whole) {
      map.add("1", value(schema.path("additionalProperties")));
    }
    return map;
  }

  private static int least(SpecNode schema, String name) {
    return schema.has(name) ? Integer.parseInt(schema.text(name)) : 0;
  }
}
