package io.github.invoicingsdk.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A spec in several files: finds its operations, parameters and schemas, and follows references.
 */
public final class Spec {

  private static final String GENERATOR = "generator.yaml";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final Map<String, SpecNode> files = new LinkedHashMap<>();
  private final Map<SpecNode, String> pathsOfItems = new HashMap<>();
  private final List<SpecOperation> operations = new ArrayList<>();
  private final List<SpecNode> parameters = new ArrayList<>();
  private final List<SpecNode> responses = new ArrayList<>();
  private final List<SpecNode> requestBodies = new ArrayList<>();
  private final List<SpecNode> media = new ArrayList<>();
  private final List<SpecSchema> schemas = new ArrayList<>();
  private final Map<String, SpecNode> namedSchemas = new LinkedHashMap<>();

  private Spec(List<Path> paths) throws IOException {
    for (Path path : paths) {
      files.put(String.valueOf(path.getFileName()), read(path));
    }
    paths().forEach((path, item) -> pathsOfItems.putIfAbsent(item, path));
    files.values().forEach(this::visitFile);
  }

  /**
   * Reads some files that together are one spec.
   *
   * @throws IOException if one cannot be read
   * @throws IllegalArgumentException if one is no YAML; the message names it with the line
   */
  public static Spec of(List<Path> paths) throws IOException {
    return new Spec(paths);
  }

  /**
   * Reads all files of a folder but the options of the generator.
   *
   * @throws IOException if one cannot be read
   * @throws IllegalArgumentException if one is no YAML; the message names it with the line
   */
  public static Spec in(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return new Spec(
          paths
              .filter(path -> path.toString().endsWith(".yaml"))
              .filter(path -> !path.endsWith(GENERATOR))
              .sorted()
              .toList());
    }
  }

  /** Reads the options of the generator in a folder. */
  public static SpecNode generatorIn(Path folder) throws IOException {
    return read(folder.resolve(GENERATOR));
  }

  /** The folders below a folder that hold a spec, by their names. */
  public static Map<String, Path> foldersIn(Path folder) throws IOException {
    Map<String, Path> specs = new TreeMap<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (Files.exists(child.resolve("openapi.yaml"))) {
          specs.put(String.valueOf(child.getFileName()), child);
        }
      }
    }
    return specs;
  }

  private static SpecNode read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (Reader reader = Files.newBufferedReader(path, UTF_8)) {
      Node node = new Yaml(new LoaderOptions()).compose(reader);
      if (node == null) {
        throw new IllegalArgumentException(path + ": the file is empty");
      }
      return new SpecNode(name, node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new IllegalArgumentException(
          "%s:%d: this is no YAML: %s".formatted(path, line, e.getProblem()), e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(path + ": this is no YAML: " + e.getMessage(), e);
    }
  }

  public Iterable<SpecNode> files() {
    return files.values();
  }

  /** The root document. */
  public SpecNode root() {
    return files.values().stream()
        .filter(file -> file.has("openapi"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no root document in " + files.keySet()));
  }

  /** All operations of all files, in the order of the files. */
  public List<SpecOperation> operations() {
    return operations;
  }

  /** The operations that the root document leads to by their ids, in its order. */
  public Map<String, SpecOperation> operationsById() {
    Map<String, List<SpecOperation>> byPath = new HashMap<>();
    for (SpecOperation operation : operations) {
      byPath.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
    }
    Map<String, SpecOperation> byId = new LinkedHashMap<>();
    for (String path : paths().keySet()) {
      for (SpecOperation operation : byPath.getOrDefault(path, List.of())) {
        byId.put(operation.id(), operation);
      }
    }
    return byId;
  }

  /** The paths of the root document, in its order, with their items, references resolved. */
  public Map<String, SpecNode> paths() {
    Map<String, SpecNode> paths = new LinkedHashMap<>();
    for (SpecNode file : files.values()) {
      for (SpecNode.Member path : file.members("paths")) {
        paths.put(path.name(), resolve(path.value()));
      }
    }
    return paths;
  }

  public List<SpecNode> parameters() {
    return parameters;
  }

  public List<SpecNode> responses() {
    return responses;
  }

  public List<SpecNode> requestBodies() {
    return requestBodies;
  }

  /** The objects that hold the schema and example of a body. */
  public List<SpecNode> media() {
    return media;
  }

  public List<SpecSchema> schemas() {
    return schemas;
  }

  /** Follows a reference; the node itself when it is none, or leads nowhere. */
  public SpecNode resolve(SpecNode node) {
    SpecNode target = node.has("$ref") ? target(node) : null;
    return target == null ? node : resolve(target);
  }

  /** What a reference leads to; null when it leads nowhere. */
  public @Nullable SpecNode target(SpecNode node) {
    String[] parts = node.text("$ref").split("#", 2);
    SpecNode target = files.get(parts[0].isEmpty() ? node.file() : parts[0]);
    if (parts.length == 2) {
      for (String part : parts[1].substring(1).split("/", -1)) {
        String name = part.replace("~1", "/").replace("~0", "~");
        target = target == null ? null : target.get(name);
      }
    }
    return target;
  }

  /** The schema behind references and the allOf that gives one a description. */
  public SpecNode resolveSchema(SpecNode schema) {
    SpecNode resolved = resolve(schema);
    List<SpecNode> allOf = resolved.items("allOf");
    return allOf.size() == 1 ? resolveSchema(allOf.get(0)) : resolved;
  }

  /** The name of the schema that one refers to; empty when it refers to none. */
  public String schemaName(SpecNode schema) {
    List<SpecNode> allOf = schema.items("allOf");
    String ref = (allOf.size() == 1 ? allOf.get(0) : schema).text("$ref");
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  /** A schema by its name; null when there is none. */
  public @Nullable SpecNode schema(String name) {
    return namedSchemas.get(name);
  }

  /** The schemas that have a name, by it. */
  public Map<String, SpecNode> namedSchemas() {
    return Collections.unmodifiableMap(namedSchemas);
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
        operations.add(
            new SpecOperation(this, member.key(), pathsOfItems.getOrDefault(item, ""), operation));
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
    if (schema.kind() == SpecSchema.Kind.NAMED) {
      namedSchemas.putIfAbsent(schema.name(), schema.node());
    }
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
  public List<SpecNode> mappings() {
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
