package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules about operations: how they are named, grouped and addressed. */
final class OperationRules {

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)\\}");
  private static final Set<String> EVIDENCE = Set.of("documented", "recorded", "seen-in-clients");
  private static final Set<String> RETRY = Set.of("always", "if-not-processed");

  private final Spec spec;
  private final Violations violations;

  OperationRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    Map<String, Set<String>> methodsByTag = new HashMap<>();
    Set<String> operationIds = new HashSet<>();
    for (SpecOperation operation : spec.operations()) {
      checkNames(operation, operationIds, methodsByTag);
      checkSource(operation);
      checkReturns(operation);
      checkParameterOrder(operation);
    }
    checkTags();
    checkPaths();
  }

  private void checkNames(
      SpecOperation operation, Set<String> operationIds, Map<String, Set<String>> methodsByTag) {
    SpecNode node = operation.node();
    for (String name : List.of("operationId", "x-method", "summary", "x-source")) {
      if (!node.has(name)) {
        violations.add(operation.key(), "the operation has no " + name);
      }
    }
    SpecNode id = node.get("operationId");
    if (id != null && !operationIds.add(id.text())) {
      violations.add(id, "operationId " + id.text() + " is used twice");
    }
    List<SpecNode> tags = node.items("tags");
    if (tags.size() != 1) {
      violations.add(operation.key(), "the operation needs exactly one tag");
      return;
    }
    String tag = tags.get(0).text();
    if (spec.root().items("tags").stream().noneMatch(known -> known.text("name").equals(tag))) {
      violations.add(tags.get(0), "the root document does not declare the tag " + tag);
    }
    SpecNode method = node.get("x-method");
    if (method != null) {
      if (!method.text().matches("[a-z][A-Za-z0-9]*")) {
        violations.add(method, "x-method " + method.text() + " is not lowerCamelCase");
      }
      if (!methodsByTag.computeIfAbsent(tag, t -> new HashSet<>()).add(method.text())) {
        violations.add(method, "x-method " + method.text() + " is used twice in " + tag);
      }
    }
  }

  private void checkSource(SpecOperation operation) {
    SpecNode source = operation.node().get("x-source");
    if (source != null && !EVIDENCE.contains(source.text("evidence"))) {
      violations.add(source, "evidence must be one of documented, recorded and seen-in-clients");
    }
    SpecNode retry = operation.node().get("x-retry");
    if (retry != null && !RETRY.contains(retry.text())) {
      violations.add(retry, "x-retry must be always or if-not-processed");
    }
    boolean sentOnce =
        retry == null
            ? !operation.key().text().equals("get")
            : retry.text().equals("if-not-processed");
    if (sentOnce != operation.node().has("x-find-out")) {
      violations.add(
          operation.key(),
          "x-find-out belongs to every operation that must not be sent twice, no other");
    }
    boolean deprecated = operation.node().text("deprecated").equals("true");
    if (deprecated != operation.node().has("x-deprecated")) {
      violations.add(operation.key(), "deprecated: true and x-deprecated go together");
    }
  }

  private void checkReturns(SpecOperation operation) {
    SpecNode responses = operation.node().get("responses");
    if (responses == null || !responses.has("401")) {
      violations.add(operation.key(), "the operation has no response 401");
    }
    boolean hasBody =
        operation.node().members("responses").stream()
            .filter(response -> response.name().startsWith("2"))
            .anyMatch(response -> spec.resolve(response.value()).has("content"));
    if (hasBody != operation.node().has("x-returns")) {
      violations.add(
          operation.key(), "x-returns belongs to every operation that answers something, no other");
    }
  }

  /** The templates put a separator before every parameter but the first of its kind. */
  private void checkParameterOrder(SpecOperation operation) {
    int last = 0;
    boolean hasObject = false;
    boolean hasOptional = false;
    for (SpecNode item : operation.node().items("parameters")) {
      SpecNode parameter = spec.resolve(item);
      boolean required = parameter.text("required").equals("true");
      boolean supplied = parameter.has("x-supplied");
      if (supplied && required) {
        violations.add(item, "a parameter with x-supplied is not required");
      }
      int rank = supplied ? 2 : required ? 0 : 1;
      if (rank < last) {
        violations.add(item, "required parameters come first, those with x-supplied come last");
      }
      last = Math.max(last, rank);
      boolean object = ParameterRules.isObject(spec, parameter);
      if ((hasObject && !supplied) || (object && hasOptional)) {
        violations.add(
            item, "beside an object there is no optional parameter: make it one of its properties");
      }
      hasObject |= object;
      hasOptional |= !required && !supplied;
    }
    SpecNode body = operation.node().get("requestBody");
    if (body != null && !spec.resolve(body).text("required").equals("true")) {
      violations.add(operation.key(), "the request body must be required");
    }
  }

  private void checkTags() {
    for (SpecNode tag : spec.root().items("tags")) {
      if (!tag.has("description")) {
        violations.add(tag, "the tag " + tag.text("name") + " has no description");
      }
    }
  }

  private void checkPaths() {
    for (SpecNode.Member path : spec.root().members("paths")) {
      Set<String> inPath =
          PATH_PARAMETER
              .matcher(path.name())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      for (String name : inPath) {
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
          violations.add(path.key(), "path parameter " + name + " is not lowerCamelCase");
        }
      }
      for (SpecNode.Member method : spec.resolve(path.value()).members()) {
        checkPathParameters(path, inPath, method);
      }
    }
  }

  private void checkPathParameters(
      SpecNode.Member path, Set<String> inPath, SpecNode.Member method) {
    List<SpecNode> parameters =
        new SpecOperation(spec, method.key(), path.name(), method.value()).parameters();
    Set<String> declared =
        parameters.stream()
            .filter(parameter -> parameter.text("in").equals("path"))
            .map(parameter -> parameter.text("name"))
            .collect(Collectors.toSet());
    if (!declared.equals(inPath)) {
      violations.add(
          method.key(),
          "the path parameters " + declared + " are not those of the path " + path.name());
    }

    if (path.name().contains("?")
        && parameters.stream().anyMatch(parameter -> parameter.text("in").equals("query"))) {
      violations.add(method.key(), "a path with a ? can have no further query parameters");
    }
  }
}
