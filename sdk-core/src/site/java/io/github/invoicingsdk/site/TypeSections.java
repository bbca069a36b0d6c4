package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders the types that the operations of one page send and answer, each once. */
final class TypeSections {

  private final Spec spec;
  private final Map<String, SpecNode> types = new TreeMap<>();

  TypeSections(Spec spec) {
    this.spec = spec;
  }

  /** Adds a type and all that it consists of. */
  void add(SpecNode node) {
    SpecNode schema = node.schema();
    if (Types.isNamed(schema) && types.putIfAbsent(schema.name().orElseThrow(), schema) != null) {
      return;
    }
    schema.child("items").ifPresent(this::add);
    schema.child("additionalProperties").ifPresent(this::add);
    for (SpecNode group : schema.list("x-property-groups")) {
      add(spec.schema(group.require("key")));
      add(spec.schema(group.require("value")));
    }
    schema.children("properties").values().stream()
        .filter(property -> !property.has("x-group"))
        .forEach(this::add);
  }

  List<Page.Part> parts() {
    return types.keySet().stream().map(name -> new Page.Part(Types.anchor(name), name)).toList();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    types.forEach(
        (name, schema) -> {
          html.append("<section class=\"type\" id=\"")
              .append(Types.anchor(name))
              .append("\">\n<h3>");
          html.append(Html.code(name)).append("</h3>\n");
          schema
              .text("description")
              .ifPresent(text -> html.append("<p>").append(Html.prose(text)).append("</p>\n"));
          html.append(schema.has("enum") ? values(schema) : properties(schema));
          html.append("</section>\n");
        });
    return html.toString();
  }

  private static String values(SpecNode schema) {
    List<String> values = schema.texts("enum");
    List<String> names = schema.texts("x-enum-varnames");
    List<String> meanings = schema.texts("x-enum-descriptions");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(
          List.of(
              Html.code(i < names.size() ? names.get(i) : values.get(i)),
              Html.code(values.get(i)),
              i < meanings.size() ? Html.prose(meanings.get(i)) : ""));
    }
    return Tables.html(List.of("Constant", "Value", "Meaning"), rows);
  }

  private String properties(SpecNode schema) {
    List<String> required = schema.texts("required");
    List<List<String>> rows = new ArrayList<>();
    for (SpecNode group : schema.list("x-property-groups")) {
      String key = group.require("key");
      String value = group.require("value");
      rows.add(
          List.of(
              Html.code(group.require("prefix") + "*"),
              "map of " + Types.html(spec.schema(key)) + " to " + Types.html(spec.schema(value)),
              Html.prose(group.require("description"))
                  + Tables.note(List.of("accessor " + group.require("name") + "()"))));
    }
    schema
        .children("properties")
        .forEach(
            (name, property) -> {
              if (!property.has("x-group")) {
                List<String> notes = new ArrayList<>(Types.bounds(property));
                if (required.contains(name)) {
                  notes.add(0, "required");
                }
                rows.add(
                    List.of(
                        Html.code(name),
                        Types.html(property),
                        Html.prose(property.text("description").orElse("")) + Tables.note(notes)));
              }
            });
    return rows.isEmpty() ? "" : Tables.html(List.of("Field", "Type", "Meaning"), rows);
  }
}
