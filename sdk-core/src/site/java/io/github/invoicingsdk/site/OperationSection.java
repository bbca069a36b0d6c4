package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders one operation: how it is called, what it takes and answers, and how it can fail. */
final class OperationSection {

  private static final Map<String, String> EVIDENCE =
      Map.of(
          "documented", "documented by the provider",
          "recorded", "recorded in a real exchange",
          "seen-in-clients", "only seen in clients");

  private static final Map<String, String> PRIMITIVES =
      Map.of("Long", "long", "Integer", "int", "Boolean", "boolean");

  private final Spec spec;
  private final String accessor;
  private final Operation operation;
  private final SpecNode node;

  OperationSection(Spec spec, String accessor, Operation operation) {
    this.spec = spec;
    this.accessor = accessor;
    this.operation = operation;
    this.node = operation.node();
  }

  /** The parameters that a caller says, by an argument or by options. */
  static List<SpecNode> arguments(Operation operation) {
    return operation.node().list("parameters").stream()
        .filter(parameter -> !parameter.flag("x-supplied"))
        .toList();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"operation\">\n<h2 id=\"")
        .append(operation.method())
        .append("\">");
    html.append(Html.escape(operation.method())).append("</h2>\n");
    html.append("<p class=\"wire\"><span class=\"http\">").append(operation.http());
    html.append("</span> ").append(Html.code(operation.path())).append("</p>\n<p>");
    html.append(Html.prose(node.require("summary")));
    node.text("description").ifPresent(text -> html.append(' ').append(Html.prose(text)));
    html.append("</p>\n");
    node.text("x-deprecated")
        .ifPresent(
            text ->
                html.append("<p><strong>Deprecated.</strong> ")
                    .append(Html.prose(text))
                    .append("</p>\n"));
    html.append("<pre tabindex=\"0\"><code>")
        .append(Html.escape(signature()))
        .append("</code></pre>\n");
    html.append(parameters()).append(body()).append(facts()).append(refusals());
    return html.append("</section>\n").toString();
  }

  private String signature() {
    Stream<String> parameters =
        arguments(operation).stream()
            .filter(parameter -> parameter.flag("required"))
            .map(
                parameter ->
                    argumentType(parameter) + " " + Types.camel(parameter.require("name")));
    Stream<String> body =
        operation.bodySchema(spec).stream()
            .map(
                schema -> {
                  String type = Types.java(schema);
                  String name =
                      operation
                          .body()
                          .flatMap(request -> request.child("x-request-envelope"))
                          .map(envelope -> envelope.require("member"))
                          .orElse(type);
                  return type + " " + Types.camel(name);
                });
    return operation.answerType(spec)
        + " client."
        + accessor
        + "()."
        + operation.method()
        + Stream.of(parameters, body, options())
            .flatMap(declarations -> declarations)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String argumentType(SpecNode parameter) {
    String type = parameter.child("schema").map(Types::java).orElse("String");
    return PRIMITIVES.getOrDefault(type, type);
  }

  /** The last argument, which may be left out: the optional parameters in one object. */
  private Stream<String> options() {
    return arguments(operation).stream()
        .filter(parameter -> !parameter.flag("required"))
        .findFirst()
        .map(
            first ->
                first.flag("explode")
                    ? first.child("schema").map(Types::java).orElseThrow() + " query"
                    : operation.method().substring(0, 1).toUpperCase(Locale.ROOT)
                        + operation.method().substring(1)
                        + "Options options")
        .stream();
  }

  private String parameters() {
    List<List<String>> rows = new ArrayList<>();
    for (SpecNode parameter : node.list("parameters")) {
      List<String> notes = new ArrayList<>();
      if (parameter.flag("x-supplied")) {
        notes.add("supplied by the SDK");
      } else {
        notes.add(parameter.flag("required") ? "required" : "optional");
      }
      SpecNode schema = parameter.child("schema").orElseThrow();
      notes.addAll(Types.bounds(schema));
      fields(parameter, notes);
      rows.add(
          List.of(
              Html.code(parameter.require("name")),
              Html.escape(parameter.flag("explode") ? "query, as fields" : parameter.require("in")),
              Types.html(schema),
              sentence(parameter.text("description").orElse("")) + Tables.note(notes)));
    }
    return rows.isEmpty()
        ? ""
        : "<h3>Parameters</h3>\n" + Tables.html(List.of("Name", "In", "Type", "Meaning"), rows);
  }

  private static void fields(SpecNode parameter, List<String> notes) {
    List<String> filters = new ArrayList<>();
    for (SpecNode field : parameter.list("x-filter-fields")) {
      field.keys().stream()
          .filter(kind -> !kind.equals("type"))
          .forEach(kind -> filters.add(field.require(kind.toString())));
    }
    if (!filters.isEmpty()) {
      notes.add("fields: " + String.join(", ", filters));
    }
    List<String> sorts = parameter.texts("x-sort-fields");
    if (!sorts.isEmpty()) {
      notes.add("fields: " + String.join(", ", sorts));
    }
  }

  private String body() {
    return operation
        .body()
        .map(
            body ->
                "<h3>Request body</h3>\n<p>"
                    + operation.bodySchema(spec).map(Types::html).orElse("")
                    + body.text("description").map(text -> ": " + phrase(text)).orElse("")
                    + body.child("x-request-envelope")
                        .map(
                            envelope ->
                                " Sent as the member "
                                    + Html.code(envelope.require("member"))
                                    + " of an object.")
                        .orElse("")
                    + "</p>\n")
        .orElse("");
  }

  private String facts() {
    StringBuilder html = new StringBuilder("<dl class=\"facts\">\n");
    fact(html, "Answer", answer());
    node.child("x-pagination").ifPresent(paging -> fact(html, "Pages", pages(paging)));
    node.child("x-poll")
        .ifPresent(
            poll ->
                fact(
                    html,
                    "Polling",
                    "The provider answers "
                        + poll.text("pending-status").orElse("202")
                        + " until it has finished; "
                        + Html.code("await")
                        + " asks every "
                        + poll.require("interval-millis")
                        + " ms."));
    fact(
        html,
        "Sent again",
        operation.repeatable()
            ? "After any failure that may pass: twice has the effect of once."
            : "Only if the failure proves that nothing was processed.");
    node.text("x-find-out")
        .ifPresent(text -> fact(html, "If the outcome is unknown", Html.prose(text)));
    SpecNode source = node.child("x-source").orElseThrow();
    String evidence = source.require("evidence");
    fact(
        html,
        "Known from",
        Html.prose(source.require("document"))
            + "; "
            + EVIDENCE.getOrDefault(evidence, Html.escape(evidence))
            + ".");
    return html.append("</dl>\n").toString();
  }

  private String answer() {
    String type = operation.answerSchema(spec).map(Types::html).orElse("");
    if (type.isEmpty()) {
      String java = operation.answerType(spec);
      type = java.equals("void") ? "Nothing" : Html.code(java);
    } else if (node.has("x-pagination")) {
      type = "Pages of " + type;
    } else if (operation.answerType(spec).startsWith("List<")) {
      type = "A list of " + type;
    }
    return type
        + node.text("x-returns").map(text -> ": " + phrase(text)).orElse(". ")
        + node.child("x-envelope")
            .map(
                envelope ->
                    " Read from "
                        + envelope.texts("members").stream()
                            .map(Html::code)
                            .collect(Collectors.joining(" or "))
                        + " in the answer.")
            .orElse("");
  }

  private static String pages(SpecNode paging) {
    return "Items in "
        + Html.code(paging.require("items"))
        + paging
            .text("max-page-size")
            .map(size -> "; at most " + size + " on a page")
            .orElse("; no largest page is documented")
        + paging
            .text("total-items")
            .map(path -> "; their number in " + Html.code(path))
            .orElse("; without a total: reading ends at an empty or repeated page")
        + ".";
  }

  private String refusals() {
    List<List<String>> rows = new ArrayList<>();
    node.children("responses")
        .forEach(
            (status, response) -> {
              if (!status.startsWith("2")) {
                List<SpecNode> codes =
                    node.list("x-error-codes").stream()
                        .filter(code -> code.require("status").equals(status))
                        .toList();
                rows.add(
                    List.of(
                        Html.link(Refusals.address(status), Html.code(status)),
                        Html.prose(response.require("description")) + codes(codes)));
              }
            });
    return rows.isEmpty()
        ? ""
        : "<h3>Refusals</h3>\n" + Tables.html(List.of("Status", "Meaning"), rows);
  }

  private static String codes(List<SpecNode> codes) {
    return codes.isEmpty()
        ? ""
        : codes.stream()
            .map(
                code ->
                    "<li>"
                        + Html.code(code.require("code"))
                        + " "
                        + Html.code(code.require("name"))
                        + ": "
                        + Html.prose(code.require("meaning"))
                        + "</li>")
            .collect(Collectors.joining("\n", "\n<ul class=\"codes\">\n", "\n</ul>"));
  }

  private static void fact(StringBuilder html, String name, String value) {
    html.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
  }

  /** Phrases of the spec become sentences. */
  private static String sentence(String phrase) {
    if (phrase.isBlank()) {
      return "";
    }
    String text = phrase.strip();
    return phrase(Character.toUpperCase(text.charAt(0)) + text.substring(1));
  }

  private static String phrase(String text) {
    String whole = text.strip();
    return Html.prose(whole.endsWith(".") ? whole : whole + ".");
  }
}
