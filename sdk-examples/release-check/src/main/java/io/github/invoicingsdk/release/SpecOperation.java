package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An operation of a spec, and the Java method that it becomes.
 *
 * @param spec where it stands
 * @param method the HTTP method, in lower case
 * @param path the path, as it stands in the spec
 * @param node the operation itself
 */
record SpecOperation(SpecBundle spec, String method, String path, JsonNode node) {

  /** An argument of the Java method. */
  record Argument(String name, String type, boolean required, JsonNode node) {
    /** How it looks in a declaration, near enough for a report. */
    String declaration() {
      return type + " " + name + (required ? "" : " (may be null)");
    }
  }

  String id() {
    return node.path("operationId").asText();
  }

  /** The name of the Java interface. */
  String api() {
    return node.path("tags").path(0).asText() + "Api";
  }

  /** The Java method with its interface. */
  String javaMethod() {
    return api() + "." + node.path("x-method").asText();
  }

  /** The method and path of its requests. */
  String address() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** What a changelog may call it: its id, its method, or its whole interface. */
  List<String> names() {
    return List.of(id(), javaMethod(), api());
  }

  /** The parameters, references followed. */
  List<JsonNode> parameters() {
    List<JsonNode> parameters = new ArrayList<>();
    node.path("parameters").forEach(parameter -> parameters.add(spec.resolve(parameter)));
    return parameters;
  }

  /**
   * The arguments of the Java method: the parameters that the SDK does not supply, and the body.
   */
  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    for (JsonNode parameter : parameters()) {
      if (!parameter.path("x-supplied").asBoolean()) {
        JsonNode named = parameter.path("x-names-of");
        arguments.add(
            new Argument(
                parameter.path("name").asText(),
                named.isTextual() ? named.asText() : JavaTypes.of(parameter.path("schema")),
                parameter.path("required").asBoolean(),
                parameter));
      }
    }
    JsonNode body = body();
    if (!body.isMissingNode()) {
      JsonNode wrapped = body.path("x-request-envelope").path("type");
      String type = wrapped.isTextual() ? wrapped.asText() : JavaTypes.of(content(body));
      arguments.add(new Argument("body", type, body.path("required").asBoolean(), body));
    }
    return arguments;
  }

  /** The request body, references followed; missing when there is none. */
  JsonNode body() {
    return spec.resolve(node.path("requestBody"));
  }

  /** The responses by their statuses, references followed. */
  Map<String, JsonNode> responses() {
    Map<String, JsonNode> responses = new TreeMap<>();
    node.path("responses")
        .properties()
        .forEach(entry -> responses.put(entry.getKey(), spec.resolve(entry.getValue())));
    return responses;
  }

  /** The response of a status, references followed; missing when there is none. */
  JsonNode response(String status) {
    return spec.resolve(node.path("responses").path(status));
  }

  /** The responses of statuses that are no success, references followed. */
  Map<String, JsonNode> refusals() {
    Map<String, JsonNode> refusals = responses();
    refusals.keySet().removeIf(status -> status.startsWith("2"));
    return refusals;
  }

  /** The type that the Java method returns. */
  String returns() {
    String type = payload();
    return node.has("x-poll") ? "Pending<" + type + ">" : type;
  }

  private String payload() {
    if (node.has("x-pagination")) {
      return "Paged<" + node.path("x-pagination").path("type").asText() + ">";
    }
    JsonNode envelope = node.path("x-envelope");
    if (envelope.isObject()) {
      String type = envelope.path("type").asText();
      if (envelope.path("list").asBoolean()) {
        return "List<" + type + ">";
      }
      return envelope.path("optional").asBoolean() ? "Optional<" + type + ">" : type;
    }
    for (Map.Entry<String, JsonNode> response : responses().entrySet()) {
      if (response.getKey().startsWith("2") && !content(response.getValue()).isMissingNode()) {
        return JavaTypes.of(content(response.getValue()));
      }
    }
    return "void";
  }

  /** The schema of the first content of a body or a response; missing when there is none. */
  static JsonNode content(JsonNode bodyOrResponse) {
    for (JsonNode media : bodyOrResponse.path("content")) {
      return media.path("schema");
    }
    return MissingNode.getInstance();
  }
}
