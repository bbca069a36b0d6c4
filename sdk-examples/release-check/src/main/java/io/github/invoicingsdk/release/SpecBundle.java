package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A spec in several files, read as one document, with its extensions. */
final class SpecBundle {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final String name;
  private final OpenAPI document;
  private final JsonNode tree;
  private final JsonNode generator;

  private SpecBundle(String name, OpenAPI document, JsonNode generator) {
    this.name = name;
    this.document = document;
    this.tree = Json.mapper().valueToTree(document);
    this.generator = generator;
  }

  /**
   * Reads the spec in a folder: {@code openapi.yaml}, what it refers to, and {@code
   * generator.yaml}.
   *
   * @throws IllegalArgumentException if the spec cannot be read or a reference leads nowhere
   * @throws IOException if a file cannot be read
   */
  static SpecBundle in(Path folder) throws IOException {
    Path root = folder.resolve("openapi.yaml");
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readLocation(root.toUri().toString(), null, options);
    if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
      throw new IllegalArgumentException(
          "the spec " + root + " cannot be read: " + result.getMessages());
    }
    return new SpecBundle(
        Objects.requireNonNull(folder.getFileName(), "a spec is in a folder with a name")
            .toString(),
        result.getOpenAPI(),
        Yaml.mapper().readTree(Files.readString(folder.resolve("generator.yaml"))));
  }

  /** The name of its folder. */
  String name() {
    return name;
  }

  /** The document, for tools that read it. */
  OpenAPI document() {
    return document;
  }

  /** The whole document. */
  JsonNode tree() {
    return tree;
  }

  /** The options of the generator. */
  JsonNode generator() {
    return generator;
  }

  /** The operations by their ids, in the order of the spec. */
  Map<String, SpecOperation> operations() {
    Map<String, SpecOperation> operations = new LinkedHashMap<>();
    tree.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            SpecOperation operation =
                                new SpecOperation(
                                    this, entry.getKey(), path.getKey(), entry.getValue());
                            operations.put(operation.id(), operation);
                          }
                        }));
    return operations;
  }

  /** The schemas by their names. */
  Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    tree.path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
    return schemas;
  }

  /** What a reference leads to; the node itself when it is none. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? resolve(tree.at(reference.asText().substring(1))) : node;
  }

  /** A schema by its name; a missing node when there is none. */
  JsonNode schema(String schema) {
    JsonNode found = tree.path("components").path("schemas").get(schema);
    return found == null ? MissingNode.getInstance() : found;
  }
}
