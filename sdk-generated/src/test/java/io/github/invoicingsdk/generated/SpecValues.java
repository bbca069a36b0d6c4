package io.github.invoicingsdk.generated;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Makes values of models as the specs describe them, so that no test has a list of them. */
final class SpecValues {

  /** Where the spec of a package of models stands. */
  private static final Map<String, Path> FOLDERS =
      Map.of(
          "io.github.invoicingsdk.invoicexpress.model", Path.of("../openapi/invoicexpress"),
          "io.github.invoicingsdk.idoklad.model", Path.of("../openapi/idoklad"),
          "io.github.invoicingsdk.idokladv2.model", Path.of("../openapi/idoklad-v2"),
          "io.github.invoicingsdk.sample.model", Path.of("src/test/openapi/sample"));

  private static final Map<String, Spec> SPECS = new TreeMap<>();

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

  /** The least that a model can be read from: what it requires, and nothing else. */
  static JsonObject least(Class<?> model) {
    return of(model, false);
  }

  /** A model with every property that its spec describes; one in itself is left out. */
  static JsonObject whole(Class<?> model) {
    return of(model, true);
  }

  private static JsonObject of(Class<?> model, boolean whole) {
    Spec spec = SPECS.computeIfAbsent(model.getPackageName(), SpecValues::read);
    SpecNode schema = spec.schema(model.getSimpleName());
    if (schema == null) {
      throw new AssertionError("the spec has no schema for " + model);
    }
    SpecValues values = new SpecValues(spec, whole);
    values.within.add(model.getSimpleName());
    return values.object(schema);
  }

  private static Spec read(String models) {
    try {
      return Spec.in(Objects.requireNonNull(FOLDERS.get(models), models));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
