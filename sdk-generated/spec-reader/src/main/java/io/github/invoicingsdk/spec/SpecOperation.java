package io.github.invoicingsdk.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An operation, and the Java method that it becomes.
 *
 * @param spec where it stands
 * @param key the HTTP method, where violations of the operation as a whole are reported
 * @param path the path in the root document; empty when it does not lead here
 * @param node the operation itself
 */
public record SpecOperation(Spec spec, SpecNode key, String path, SpecNode node) {

  /**
   * An argument of the Java method.
   *
   * @param name the name on the wire, {@code body} for the request body
   * @param type the Java type
   * @param required whether it must be given
   * @param node the parameter or the body
   */
  public record Argument(String name, String type, boolean required, SpecNode node) {
    /** How it looks in a declaration, near enough for a report. */
    public String declaration() {
      return type + " " + name;
    }

    /** What it is to a caller: optional ones stand in an object of options. */
    public String called() {
      return (required ? "argument `" : "option `") + name + "`";
    }

    /** Whether it is itself the object of which its properties are the parameters. */
    public boolean isObject() {
      return node.text("explode").equals("true")
          && !node.path("schema").text("type").equals("array");
    }
  }

  /** The id. */
  public String id() {
    return node.text("operationId");
  }

  /** The only tag. */
  public String tag() {
    return node.texts("tags").stream().findFirst().orElse("");
  }

  /** The name of the Java interface. */
  public String api() {
    return tag() + "Api";
  }

  /** The Java method with its interface. */
  public String javaMethod() {
    return api() + "." + node.text("x-method");
  }

  /** The HTTP method in upper case. */
  public String http() {
    return key.text().toUpperCase(Locale.ROOT);
  }

  /** The method and path of its requests. */
  public String address() {
    return http() + " " + path;
  }

  /** Whether the same request may be sent twice. */
  public boolean isRepeatable() {
    return node.has("x-retry") ? node.text("x-retry").equals("always") : http().equals("GET");
  }

  /** The parameters in the order of the spec, references followed. */
  public List<SpecNode> parameters() {
    return node.items("parameters").stream().map(spec::resolve).toList();
  }

  /** The parameters for which the method has an argument. */
  public List<SpecNode> givenParameters() {
    return parameters().stream().filter(parameter -> !parameter.is("x-supplied")).toList();
  }

  /** The parameters that the SDK supplies. */
  public List<SpecNode> suppliedParameters() {
    return parameters().stream().filter(parameter -> parameter.is("x-supplied")).toList();
  }

  /**
   * The arguments of the Java method: the parameters that the SDK does not supply, and the body.
   */
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    for (SpecNode parameter : givenParameters()) {
      String named = parameter.text("x-names-of");
      arguments.add(
          new Argument(
              parameter.text("name"),
              named.isEmpty() ? JavaTypes.of(parameter.path("schema")) : named,
              parameter.is("required"),
              parameter));
    }
    SpecNode body = body();
    if (!body.isMissing()) {
      String wrapped = body.path("x-request-envelope").text("type");
      arguments.add(
          new Argument(
              "body",
              wrapped.isEmpty() ? JavaTypes.of(content(body)) : wrapped,
              body.is("required"),
              body));
    }
    return arguments;
  }

  /** The request body, references followed; missing when there is none. */
  public SpecNode body() {
    return spec.resolve(node.path("requestBody"));
  }

  /** The responses by their statuses, references followed. */
  public Map<String, SpecNode> responses() {
    Map<String, SpecNode> responses = new TreeMap<>();
    for (SpecNode.Member response : node.members("responses")) {
      responses.put(response.name(), spec.resolve(response.value()));
    }
    return responses;
  }

  /** The schema of the response of success; missing when it has none. */
  public SpecNode success() {
    return responses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> content(response.getValue()))
        .filter(schema -> !schema.isMissing())
        .findFirst()
        .orElse(SpecNode.nothing());
  }

  /** The type that the Java method returns. */
  public String returns() {
    String type = payload();
    SpecNode envelope = node.path("x-envelope");
    if (node.has("x-pagination")) {
      return "Paged<" + type + ">";
    }
    if (envelope.is("list")) {
      return "List<" + type + ">";
    }
    if (envelope.is("optional")) {
      return "Optional<" + type + ">";
    }
    return node.has("x-poll") ? "Pending<" + type + ">" : type;
  }

  /** The type of what was asked for, or of one item of a list; {@code void} when it is nothing. */
  public String payload() {
    for (String wrapper : List.of("x-pagination", "x-envelope")) {
      String type = node.path(wrapper).text("type");
      if (!type.isEmpty()) {
        return type;
      }
    }
    return success().isMissing() ? "void" : JavaTypes.of(success());
  }

  /** The name of the object that has the optional parameters, without its interface. */
  public String optionsType() {
    String method = node.text("x-method");
    return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1) + "Options";
  }

  /** The schema of the first content of a body or a response; missing when there is none. */
  public static SpecNode content(SpecNode bodyOrResponse) {
    return bodyOrResponse.members("content").stream()
        .findFirst()
        .map(content -> content.value().path("schema"))
        .orElse(SpecNode.nothing());
  }
}
