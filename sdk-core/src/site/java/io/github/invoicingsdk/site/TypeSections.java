package io.github.invoicingsdk.site;

import io.github.invoicingsdk.spec.JavaTypes;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Renders the types that the operations of one page send and return, each once. */
final class TypeSections {

  private final Spec spec;
  private final Types javaTypes;
  private final Map<String, SpecNode> sections = new TreeMap<>();

  TypeSections(Spec spec, Types javaTypes) {
    this.spec = spec;
    this.javaTypes = javaTypes;
  }

  /** Adds the types that a Java type names, and all that they consist of. */
  void add(String javaType) {
    for (String name : javaTypes.named(javaType)) {
      SpecNode schema = Objects.requireNonNull(spec.schema(name));
      if (sections.putIfAbsent(name, schema) == null) {
        for (SpecNode group : schema.items("x-property-groups")) {
          add(group.text("key"));
          add(group.text("value"));
        }
        for (SpecNode.Member property : schema.members("properties")) {
          if (!property.value().has("x-group")) {
            add(JavaTypes.of(property.value()));
          }
        }
      }
    }
  }

  List<Page.Part> parts() {
    return sections.keySet().stream().map(name -> new Page.Part(Types.anchor(name), name)).toList();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    sections.forEach(
        (name, schema) -> {
          html.append("<section class=\"type\" id=\"")
              .append(Types.anchor(name))
              .append("\">\n<h3>");
          html.append(Html.code(name)).append("</h3>\n");
          if (schema.has("description")) {
            html.append("<p>").append(Html.prose(schema.text("description"))).append("</p>\n");
          }
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
    for (SpecNode group : schema.items("x-property-groups")) {
      rows.add(
          List.of(
              Html.code(group.text("prefix") + "*"),
              "map of "
                  + javaTypes.html(group.text("key"))
                  + " to "
                  + javaTypes.html(group.text("value")),
              Html.prose(group.text("description"))
                  + Tables.note(List.of("accessor " + group.text("name") + "()"))));
    }
    for (SpecNode.Member property : schema.members("properties")) {
      SpecNode node = property.value();
      if (!node.has("x-group")) {
        List<String> notes = new ArrayList<>(javaTypes.bounds(node));
        if (required.contains(property.name())) {
          notes.add(0, "required");
        }
        rows.add(
            List.of(
                Html.code(property.name()),
                javaTypes.html(node),
                Html.prose(description(node)) + Tables.note(notes)));
      }
    }
    return rows.isEmpty() ? "" : Tables.html(List.of("Field", "Type", "Meaning"), rows);
  }

  private String description(SpecNode property) {
    return property.has("description")
        ? property.text("description")
        : spec.resolveSchema(property).text("description");
  }
}
