package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of a spec.
 *
 * @param http the HTTP method in capitals
 * @param path the path with its parameters in braces
 * @param node what the spec says
 */
record Operation(String http, String path, SpecNode node) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** All operations of a spec, in its order. */
  static List<Operation> of(Spec spec) {
    List<Operation> operations = new ArrayList<>();
    spec.root()
        .children("paths")
        .forEach(
            (path, item) ->
                item.children()
                    .forEach(
                        (method, node) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                new Operation(method.toUpperCase(Locale.ROOT), path, node));
                          }
                        }));
    return List.copyOf(operations);
  }

  String tag() {
    return node.texts("tags").get(0);
  }

  String method() {
    return node.require("x-method");
  }

  /** Whether the same request may be sent twice. */
  boolean repeatable() {
    return node.text("x-retry").map("always"::equals).orElse(http.equals("GET"));
  }

  Optional<SpecNode> body() {
    return node.child("requestBody");
  }

  /** The schema of the body, without its wrapper. */
  Optional<SpecNode> bodySchema(Spec spec) {
    return body()
        .flatMap(
            body ->
                body.child("x-request-envelope")
                    .map(envelope -> spec.schema(envelope.require("type")))
                    .or(() -> content(body)));
  }

  /** The schema of the answer, without its wrapper; empty when nothing is answered, or a text. */
  Optional<SpecNode> answerSchema(Spec spec) {
    Optional<String> type = payload().flatMap(payload -> payload.text("type"));
    if (type.isPresent()) {
      return type.filter(spec::hasSchema).map(spec::schema);
    }
    return success().flatMap(Operation::content);
  }

  /** The name of the answer's type in Java. */
  String answerType(Spec spec) {
    String payload =
        payload()
            .flatMap(found -> found.text("type"))
            .or(() -> answerSchema(spec).flatMap(SpecNode::name))
            .orElse("void");
    if (node.has("x-pagination")) {
      return "Paged<" + payload + ">";
    }
    if (node.child("x-envelope").map(envelope -> envelope.flag("list")).orElse(false)) {
      return "List<" + payload + ">";
    }
    return node.has("x-poll") ? "Pending<" + payload + ">" : payload;
  }

  private Optional<SpecNode> payload() {
    return node.child("x-pagination").or(() -> node.child("x-envelope"));
  }

  private Optional<SpecNode> success() {
    return node.children("responses").entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<SpecNode> content(SpecNode node) {
    return node.children("content").values().stream()
        .flatMap(type -> type.child("schema").stream())
        .findFirst();
  }
}
