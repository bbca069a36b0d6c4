package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A spec with the options by which code is generated from it.
 *
 * @param folder where it stands
 * @param spec what it says
 * @param generator the options of the generator
 */
record SpecBundle(Path folder, Spec spec, SpecNode generator) {

  /**
   * Reads the spec in a folder: {@code openapi.yaml}, what it refers to, and {@code
   * generator.yaml}.
   *
   * @throws IllegalArgumentException if a file is no YAML; the message names it
   * @throws IOException if a file cannot be read
   */
  static SpecBundle in(Path folder) throws IOException {
    return new SpecBundle(folder, Spec.in(folder), Spec.generatorIn(folder));
  }

  /** The name of its folder. */
  String name() {
    return Objects.requireNonNull(folder.getFileName(), "a spec is in a folder with a name")
        .toString();
  }

  /** What a reader calls the provider's API. */
  String title() {
    return root().path("info").text("title");
  }

  /** The root document. */
  SpecNode root() {
    return spec.root();
  }

  /**
   * The document as openapi-diff wants it.
   *
   * @throws IllegalArgumentException if its parser cannot read the spec
   */
  OpenAPI document() {
    Path root = folder.resolve("openapi.yaml");
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readLocation(root.toUri().toString(), null, options);
    if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
      throw new IllegalArgumentException(
          "the spec " + root + " cannot be read: " + result.getMessages());
    }
    return result.getOpenAPI();
  }

  /** The operations by their ids, in the order of the spec. */
  Map<String, SpecOperation> operations() {
    return spec.operationsById();
  }

  /** The schemas by their names. */
  Map<String, SpecNode> schemas() {
    return spec.namedSchemas();
  }

  /** The schemes of security by their names. */
  Map<String, SpecNode> securitySchemes() {
    Map<String, SpecNode> schemes = new LinkedHashMap<>();
    for (SpecNode file : spec.files()) {
      for (SpecNode.Member scheme : file.path("components").members("securitySchemes")) {
        schemes.put(scheme.name(), scheme.value());
      }
    }
    return schemes;
  }

  /** Whether something on the wire has this name: a property or a parameter. */
  boolean names(String wireName) {
    return spec.schemas().stream().anyMatch(schema -> schema.name().equals(wireName));
  }
}
