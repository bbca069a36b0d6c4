package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import io.github.invoicingsdk.spec.SpecOperation.Argument;
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
          "security",
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
    comparison.findings.addAll(
        Facets.compare(before.node(), after.node(), Aspect.REST, COMPARED_BY_THEMSELVES));
    return comparison.findings;
  }

  private void compareNames() {
    if (!before.javaMethod().equals(after.javaMethod())) {
      add(
          Impact.BREAKING,
          Aspect.REST,
          "the method is `%s` instead of `%s`".formatted(after.javaMethod(), before.javaMethod()));
    }
    if (!before.id().equals(after.id())) {
      add(Impact.BEHAVIOUR, Aspect.REST, "listeners and messages call it by its new id");
    }
    if (!before.address().equals(after.address())) {
      add(
          Impact.BEHAVIOUR,
          Aspect.REST,
          "requests go to `%s` instead of `%s`".formatted(after.address(), before.address()));
    }
  }

  private void compareReturns() {
    if (!before.returns().equals(after.returns())) {
      add(
          Impact.BREAKING,
          Aspect.RESPONSES,
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
            add(Impact.BREAKING, aspect(argument), argument.called() + " removed");
          } else {
            compareArgument(argument, kept);
          }
        });
    now.forEach(
        (name, argument) -> {
          if (old.containsKey(name)) {
            return;
          }
          if (argument.required()) {
            add(
                Impact.BREAKING,
                aspect(argument),
                "argument `%s` added: callers must pass one more"
                    .formatted(argument.declaration()));
          } else {
            add(
                Impact.ADDITION,
                aspect(argument),
                "option `%s` added".formatted(argument.declaration()));
          }
        });
    if (!inCommon(old, now).equals(inCommon(now, old))) {
      add(Impact.BREAKING, Aspect.PARAMETERS, "arguments come in another order");
    }
  }

  private static Aspect aspect(Argument argument) {
    return argument.node().has("in") ? Aspect.PARAMETERS : Aspect.REQUEST;
  }

  private void compareArgument(Argument old, Argument now) {
    String called = now.called();
    Aspect aspect = aspect(now);
    if (!old.type().equals(now.type())) {
      add(
          Impact.BREAKING,
          aspect,
          "%s is `%s` instead of `%s`".formatted(called, now.type(), old.type()));
    } else {
      // A type that became another one has been told.
      addAll(
          called,
          Facets.compare(old.node().path("schema"), now.node().path("schema"), aspect, Set.of()));
    }
    if (old.required() != now.required()) {
      // An object of parameters stays the argument that it was.
      add(
          now.required() || !now.isObject() ? Impact.BREAKING : Impact.ADDITION,
          aspect,
          "%s was an %s".formatted(called, old.required() ? "argument" : "option"));
    }
    addAll(called, Facets.compare(old.node(), now.node(), aspect, PARTS_OF_TYPES));
    compareFields("filter", old.node(), now.node());
    compareFields("sort", old.node(), now.node());
  }

  private void compareFields(String kind, SpecNode old, SpecNode now) {
    Map<String, String> oldFields = fields(old.path("x-" + kind + "-fields"));
    Map<String, String> newFields = fields(now.path("x-" + kind + "-fields"));
    compareConstants(kind + " field", oldFields, newFields, Impact.BREAKING);
  }

  private static Map<String, String> fields(SpecNode list) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (SpecNode field : list.items()) {
      if (field.isMapping()) {
        // The kind is the first member, and the name of the field its value.
        SpecNode.Member kind = field.members().get(0);
        fields.put(kind.value().text(), kind.name() + field.text("type"));
      } else {
        fields.put(field.text(), "");
      }
    }
    return fields;
  }

  private void compareSupplied() {
    Map<String, SpecNode> old = supplied(before);
    Map<String, SpecNode> now = supplied(after);
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      SpecNode oldOne = old.get(name);
      SpecNode newOne = now.get(name);
      if (oldOne == null) {
        add(Impact.BEHAVIOUR, Aspect.PARAMETERS, "the SDK sends the parameter `" + name + "`");
      } else if (newOne == null) {
        add(
            Impact.BEHAVIOUR,
            Aspect.PARAMETERS,
            "the SDK no longer sends the parameter `" + name + "`");
      } else {
        String called = "parameter `" + name + "`";
        addAll(called, Facets.compare(oldOne, newOne, Aspect.PARAMETERS, Set.of("schema")));
        addAll(
            called,
            Facets.compare(
                oldOne.path("schema"), newOne.path("schema"), Aspect.PARAMETERS, Set.of()));
      }
    }
  }

  private void compareRetry() {
    String old = retry(before);
    String now = retry(after);
    if (!old.equals(now)) {
      String risk =
          now.equals("always") && !after.http().equals("GET")
              ? "; a write may be sent twice: is it proven to be harmless?"
              : "";
      add(Impact.BEHAVIOUR, Aspect.EXTENSION, "x-retry: " + old + " -> " + now + risk);
    }
  }

  private static String retry(SpecOperation operation) {
    return operation.isRepeatable() ? "always" : "if-not-processed";
  }

  private void compareErrorCodes() {
    Map<String, SpecNode> old = codes(before);
    Map<String, SpecNode> now = codes(after);
    compareConstants("error code", numbers(old), numbers(now), Impact.BEHAVIOUR);
    now.forEach(
        (name, code) -> {
          SpecNode was = old.get(name);
          if (was != null && !was.text("meaning").equals(code.text("meaning"))) {
            add(
                Impact.DOCUMENTATION,
                Aspect.EXTENSION,
                "error code `%s` has another meaning: %s".formatted(name, code.text("meaning")));
          }
        });
  }

  private static Map<String, SpecNode> codes(SpecOperation operation) {
    Map<String, SpecNode> codes = new LinkedHashMap<>();
    operation.node().items("x-error-codes").forEach(code -> codes.put(code.text("name"), code));
    return codes;
  }

  private static Map<String, String> numbers(Map<String, SpecNode> codes) {
    Map<String, String> numbers = new LinkedHashMap<>();
    codes.forEach((name, code) -> numbers.put(name, code.text("status") + " " + code.text("code")));
    return numbers;
  }

  private void compareConstants(
      String kind, Map<String, String> old, Map<String, String> now, Impact otherMeaning) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      if (!old.containsKey(name)) {
        add(Impact.ADDITION, Aspect.EXTENSION, kind + " `" + name + "` added");
      } else if (!now.containsKey(name)) {
        add(Impact.BREAKING, Aspect.EXTENSION, kind + " `" + name + "` removed");
      } else if (!Objects.equals(old.get(name), now.get(name))) {
        add(
            otherMeaning,
            Aspect.EXTENSION,
            kind + " `" + name + "`: " + old.get(name) + " -> " + now.get(name));
      }
    }
  }

  private void compareResponses() {
    Map<String, SpecNode> old = before.responses();
    Map<String, SpecNode> now = after.responses();
    Set<String> statuses = new TreeSet<>(old.keySet());
    statuses.addAll(now.keySet());
    for (String status : statuses) {
      boolean success = status.startsWith("2");
      Impact impact = success ? Impact.BEHAVIOUR : Impact.DOCUMENTATION;
      Aspect aspect = success ? Aspect.RESPONSES : Aspect.REST;
      SpecNode oldOne = old.get(status);
      SpecNode newOne = now.get(status);
      if (oldOne == null) {
        add(impact, aspect, "responses " + status + " too");
      } else if (newOne == null) {
        add(impact, aspect, "no longer answers " + status);
      } else {
        for (Finding finding : Facets.compare(oldOne, newOne, aspect, Set.of())) {
          findings.add(finding.within("response " + status).atMost(impact));
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
    return some.values().stream()
        .filter(argument -> argument.required())
        .map(argument -> others.get(argument.name()))
        .filter(Objects::nonNull)
        .filter(argument -> argument.required())
        .map(argument -> argument.name())
        .toList();
  }

  private static Map<String, SpecNode> supplied(SpecOperation operation) {
    Map<String, SpecNode> supplied = new LinkedHashMap<>();
    operation
        .suppliedParameters()
        .forEach(parameter -> supplied.put(parameter.text("name"), parameter));
    return supplied;
  }

  private void addAll(String part, List<Finding> some) {
    some.forEach(finding -> findings.add(finding.within(part)));
  }

  private void add(Impact impact, Aspect aspect, String text) {
    findings.add(new Finding(impact, aspect, text));
  }
}
