package io.github.invoicingsdk.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A spec in several files: finds its operations, parameters and schemas, and follows references.
 */
final class Spec {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final Map<String, SpecNode> files = new LinkedHashMap<>();
  private final List<SpecOperation> operations = new ArrayList<>();
  private final List<SpecNode> parameters = new ArrayList<>();
  private final List<SpecNode> responses = new ArrayList<>();
  private final List<SpecNode> requestBodies = new ArrayList<>();
  private final List<SpecNode> media = new ArrayList<>();
  private final List<SpecSchema> schemas = new ArrayList<>();

  private Spec(List<Path> paths) throws IOException {
    for (Path path : paths) {
      String name = String.valueOf(path.getFileName());
      try (Reader reader = Files.newBufferedReader(path, UTF_8)) {
        files.put(name, new SpecNode(name, new Yaml(new LoaderOptions()).compose(reader)));
      }
    }
    files.values().forEach(this::visitFile);
  }

  /** Reads some files that together are one spec. */
  static Spec of(List<Path> paths) throws IOException {
    return new Spec(paths);
  }

  /** Reads all files of a folder but the options of the generator. */
  static Spec in(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return new Spec(
          paths
              .filter(path -> path.toString().endsWith(".yaml"))
              .filter(path -> !path.endsWith("generator.yaml"))
              .sorted()
              .toList());
    }
  }

  Iterable<SpecNode> files() {
    return files.values();
  }

  /** The root document. */
  SpecNode root() {
    return files.values().stream()
        .filter(file -> file.has("openapi"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no root document in " + files.keySet()));
  }

  List<SpecOperation> operations() {
    return operations;
  }

  /** The paths of the root document, in its order, with their items, references resolved. */
  Map<String, SpecNode> paths() {
    Map<String, SpecNode> paths = new LinkedHashMap<>();
    for (SpecNode file : files.values()) {
      for (SpecNode.Member path : file.members("paths")) {
        paths.put(path.name(), resolve(path.value()));
      }
    }
    return paths;
  }

  List<SpecNode> parameters() {
    return parameters;
  }

  List<SpecNode> responses() {
    return responses;
  }

  List<SpecNode> requestBodies() {
    return requestBodies;
  }

  /** The objects that hold the schema and example of a body. */
  List<SpecNode> media() {
    return media;
  }

  List<SpecSchema> schemas() {
    return schemas;
  }

  /** Follows a reference; the node itself when it is none, or leads nowhere. */
  SpecNode resolve(SpecNode node) {
    SpecNode target = node.has("$ref") ? target(node) : null;
    return target == null ? node : resolve(target);
  }

  /** What a reference leads to; null when it leads nowhere. */
  @Nullable SpecNode target(SpecNode node) {
    String[] parts = node.text("$ref").split("#", 2);
    SpecNode target = files.get(parts[0].isEmpty() ? node.file() : parts[0]);
    if (parts.length == 2) {
      for (String part : parts[1].substring(1).split("/", -1)) {
        target = target == null ? null : target.get(part);
      }
    }
    return target;
  }

  /** The schema behind references and the allOf that gives one a description. */
  SpecNode resolveSchema(SpecNode schema) {
    SpecNode resolved = resolve(schema);
    List<SpecNode> allOf = resolved.items("allOf");
    return allOf.size() == 1 ? resolveSchema(allOf.get(0)) : resolved;
  }

  /** The name of the schema that one refers to; empty when it refers to none. */
  String schemaName(SpecNode schema) {
    List<SpecNode> allOf = schema.items("allOf");
    String ref = (allOf.size() == 1 ? allOf.get(0) : schema).text("$ref");
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  /** A schema by its name. */
  @Nullable SpecNode schema(String name) {
    return schemas.stream()
        .filter(schema -> schema.kind() == SpecSchema.Kind.NAMED && schema.name().equals(name))
        .map(SpecSchema::node)
        .findFirst()
        .orElse(null);
  }

  private void visitFile(SpecNode file) {
    for (SpecNode.Member member : file.has("openapi") ? file.members("paths") : file.members()) {
      if (!member.name().equals("components")) {
        visitPathItem(member.value());
      }
    }
    SpecNode components = file.get("components");
    if (components == null) {
      return;
    }
    components.members("parameters").forEach(member -> visitParameter(member.value()));
    components.members("responses").forEach(member -> visitResponse(member.value()));
    for (SpecNode.Member member : components.members("schemas")) {
      visitSchema(
          new SpecSchema(SpecSchema.Kind.NAMED, member.name(), member.key(), member.value()));
    }
  }

  private void visitPathItem(SpecNode item) {
    for (SpecNode.Member member : item.members()) {
      if (METHODS.contains(member.name())) {
        SpecNode operation = member.value();
        operations.add(new SpecOperation(member.key(), operation));
        operation.items("parameters").forEach(this::visitParameter);
        operation.members("responses").forEach(response -> visitResponse(response.value()));
        SpecNode body = operation.get("requestBody");
        if (body != null) {
          requestBodies.add(body);
          visitContent(body);
        }
      }
    }
  }

  private void visitParameter(SpecNode parameter) {
    SpecNode schema = parameter.get("schema");
    if (schema != null) {
      parameters.add(parameter);
      visitSchema(
          new SpecSchema(SpecSchema.Kind.PARAMETER, parameter.text("name"), parameter, schema));
    }
  }

  private void visitResponse(SpecNode response) {
    if (!response.has("$ref")) {
      responses.add(response);
      visitContent(response);
    }
  }

  private void visitContent(SpecNode holder) {
    for (SpecNode.Member content : holder.members("content")) {
      media.add(content.value());
      SpecNode schema = content.value().get("schema");
      if (schema != null) {
        visitSchema(new SpecSchema(SpecSchema.Kind.PAYLOAD, "", schema, schema));
      }
    }
  }

  private void visitSchema(SpecSchema schema) {
    if (schema.kind() == SpecSchema.Kind.NAMED && schema.node().has("$ref")) {
      return; // The root document only lists it.
    }
    schemas.add(schema);
    for (SpecNode.Member property : schema.node().members("properties")) {
      visitSchema(
          new SpecSchema(
              SpecSchema.Kind.PROPERTY, property.name(), property.key(), property.value()));
    }
    for (String name : List.of("items", "additionalProperties")) {
      SpecNode item = schema.node().get(name);
      if (item != null && item.isMapping()) {
        visitSchema(new SpecSchema(SpecSchema.Kind.ITEM, "", item, item));
      }
    }
  }

  /** Every mapping of every file. */
  List<SpecNode> mappings() {
    List<SpecNode> found = new ArrayList<>();
    Set<SpecNode> seen = new HashSet<>();
    files.values().forEach(file -> collect(file, found, seen));
    return found;
  }

  private static void collect(SpecNode node, List<SpecNode> found, Set<SpecNode> seen) {
    if (seen.add(node)) {
      if (node.isMapping()) {
        found.add(node);
      }
      node.members().forEach(member -> collect(member.value(), found, seen));
      node.items().forEach(item -> collect(item, found, seen));
    }
  }
}
