package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.invoicingsdk.release.SpecOperation.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares an operation with what it was, as seen by a caller of its Java method. */
final class OperationComparison {

  private static final Set<String> COMPARED_BY_THEMSELVES =
      Set.of(
          "operationId",
          "tags",
          "parameters",
          "requestBody",
          "responses",
          "x-method",
          "x-error-codes",
          "x-retry");
  private static final Set<String> PARTS_OF_TYPES =
      Set.of("name", "required", "schema", "content", "x-filter-fields", "x-sort-fields");

  private final SpecOperation before;
  private final SpecOperation after;
  private final List<Finding> findings = new ArrayList<>();

  private OperationComparison(SpecOperation before, SpecOperation after) {
    this.before = before;
    this.after = after;
  }

  /** The differences, in the order in which a reader looks for them. */
  static List<Finding> compare(SpecOperation before, SpecOperation after) {
    OperationComparison comparison = new OperationComparison(before, after);
    comparison.compareNames();
    comparison.compareReturns();
    comparison.compareArguments();
    comparison.compareSupplied();
    comparison.compareRetry();
    comparison.compareErrorCodes();
    comparison.compareResponses();
    comparison.findings.addAll(Facets.compare(before.node(), after.node(), COMPARED_BY_THEMSELVES));
    return comparison.findings;
  }

  private void compareNames() {
    if (!before.javaMethod().equals(after.javaMethod())) {
      add(
          Impact.BREAKING,
          "the method is `%s` instead of `%s`".formatted(after.javaMethod(), before.javaMethod()));
    }
    if (!before.id().equals(after.id())) {
      add(Impact.BEHAVIOUR, "listeners and messages call it by its new id");
    }
    if (!before.address().equals(after.address())) {
      add(
          Impact.BEHAVIOUR,
          "requests go to `%s` instead of `%s`".formatted(after.address(), before.address()));
    }
  }

  private void compareReturns() {
    if (!before.returns().equals(after.returns())) {
      add(
          Impact.BREAKING,
          "returns `%s` instead of `%s`".formatted(after.returns(), before.returns()));
    }
  }

  private void compareArguments() {
    Map<String, Argument> old = byName(before);
    Map<String, Argument> now = byName(after);
    old.forEach(
        (name, argument) -> {
          Argument kept = now.get(name);
          if (kept == null) {
            add(Impact.BREAKING, "argument `" + name + "` removed");
          } else {
            compareArgument(argument, kept);
          }
        });
    now.forEach(
        (name, argument) -> {
          if (!old.containsKey(name)) {
            add(
                Impact.BREAKING,
                "argument `%s` added: callers must pass one more"
                    .formatted(argument.declaration()));
          }
        });
    if (!inCommon(old, now).equals(inCommon(now, old))) {
      add(Impact.BREAKING, "arguments come in another order");
    }
  }

  private void compareArgument(Argument old, Argument now) {
    String called = "argument `" + old.name() + "`";
    JsonNode oldSchema = old.node().path("schema");
    JsonNode newSchema = now.node().path("schema");
    if (!old.type().equals(now.type())) {
      add(Impact.BREAKING, "%s is `%s` instead of `%s`".formatted(called, now.type(), old.type()));
    }
    if (old.required() != now.required()) {
      // What must be there is a primitive where Java has one.
      boolean primitive = Set.of("Integer", "Long", "Boolean").contains(now.type());
      add(
          now.required() || primitive ? Impact.BREAKING : Impact.ADDITION,
          called + (now.required() ? " must not be null" : " may be null"));
    }
    for (Finding finding : Facets.compare(oldSchema, newSchema, Set.of())) {
      // A type that became another one has been told.
      if (old.type().equals(now.type())) {
        add(finding.impact(), called + ": " + finding.text());
      }
    }
    for (Finding finding : Facets.compare(old.node(), now.node(), PARTS_OF_TYPES)) {
      add(finding.impact(), called + ": " + finding.text());
    }
    compareFields("filter", old.node(), now.node());
    compareFields("sort", old.node(), now.node());
  }

  private void compareFields(String kind, JsonNode old, JsonNode now) {
    Map<String, String> oldFields = fields(old.path("x-" + kind + "-fields"));
    Map<String, String> newFields = fields(now.path("x-" + kind + "-fields"));
    compareConstants(kind + " field", oldFields, newFields, Impact.BREAKING);
  }

  private static Map<String, String> fields(JsonNode list) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (JsonNode field : list) {
      if (field.isTextual()) {
        fields.put(field.asText(), "");
      } else {
        // The kind is the first member, and the name of the field its value.
        Map.Entry<String, JsonNode> kind = field.properties().iterator().next();
        fields.put(kind.getValue().asText(), kind.getKey() + field.path("type").asText());
      }
    }
    return fields;
  }

  private void compareSupplied() {
    Map<String, JsonNode> old = supplied(before);
    Map<String, JsonNode> now = supplied(after);
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      JsonNode oldOne = old.get(name);
      JsonNode newOne = now.get(name);
      if (oldOne == null) {
        add(Impact.BEHAVIOUR, "the SDK sends the parameter `" + name + "`");
      } else if (newOne == null) {
        add(Impact.BEHAVIOUR, "the SDK no longer sends the parameter `" + name + "`");
      } else {
        List<Finding> found = Facets.compare(oldOne, newOne, Set.of("schema"));
        found.addAll(Facets.compare(oldOne.path("schema"), newOne.path("schema"), Set.of()));
        found.forEach(
            finding -> add(finding.impact(), "parameter `%s`: %s".formatted(name, finding.text())));
      }
    }
  }

  private void compareRetry() {
    String old = retry(before);
    String now = retry(after);
    if (!old.equals(now)) {
      String risk =
          now.equals("always") && !after.method().equals("get")
              ? "; a write may be sent twice: is it proven to be harmless?"
              : "";
      add(Impact.BEHAVIOUR, "x-retry: " + old + " -> " + now + risk);
    }
  }

  private static String retry(SpecOperation operation) {
    return operation
        .node()
        .path("x-retry")
        .asText(operation.method().equals("get") ? "always" : "if-not-processed");
  }

  private void compareErrorCodes() {
    compareConstants("error code", codes(before), codes(after), Impact.BEHAVIOUR);
  }

  private static Map<String, String> codes(SpecOperation operation) {
    Map<String, String> codes = new LinkedHashMap<>();
    operation
        .node()
        .path("x-error-codes")
        .forEach(
            code ->
                codes.put(
                    code.path("name").asText(),
                    code.path("status").asText() + " " + code.path("code").asText()));
    return codes;
  }

  private void compareConstants(
      String kind, Map<String, String> old, Map<String, String> now, Impact otherMeaning) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      if (!old.containsKey(name)) {
        add(Impact.ADDITION, kind + " `" + name + "` added");
      } else if (!now.containsKey(name)) {
        add(Impact.BREAKING, kind + " `" + name + "` removed");
      } else if (!Objects.equals(old.get(name), now.get(name))) {
        add(otherMeaning, kind + " `" + name + "`: " + old.get(name) + " -> " + now.get(name));
      }
    }
  }

  private void compareResponses() {
    Set<String> old = before.responses().keySet();
    Set<String> now = after.responses().keySet();
    Set<String> statuses = new TreeSet<>(old);
    statuses.addAll(now);
    for (String status : statuses) {
      Impact impact = status.startsWith("2") ? Impact.BEHAVIOUR : Impact.DOCUMENTATION;
      if (!old.contains(status)) {
        add(impact, "answers " + status + " too");
      } else if (!now.contains(status)) {
        add(impact, "no longer answers " + status);
      } else {
        JsonNode oldOne = before.response(status);
        JsonNode newOne = after.response(status);
        for (Finding finding : Facets.compare(oldOne, newOne, Set.of())) {
          add(finding.impact().atMost(impact), "answer %s: %s".formatted(status, finding.text()));
        }
      }
    }
  }

  private static Map<String, Argument> byName(SpecOperation operation) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    operation.arguments().forEach(argument -> arguments.put(argument.name(), argument));
    return arguments;
  }

  private static List<String> inCommon(Map<String, Argument> some, Map<String, Argument> others) {
    return some.keySet().stream().filter(others::containsKey).toList();
  }

  private static Map<String, JsonNode> supplied(SpecOperation operation) {
    Map<String, JsonNode> supplied = new LinkedHashMap<>();
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("x-supplied").asBoolean()) {
        supplied.put(parameter.path("name").asText(), parameter);
      }
    }
    return supplied;
  }

  private void add(Impact impact, String text) {
    findings.add(new Finding(impact, text));
  }
}
