package io.github.invoicingsdk.site;

import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private final String accessor;
  private final SpecOperation operation;
  private final SpecNode node;
  private final Types types;

  OperationSection(SpecOperation operation, String accessor, Types types) {
    this.accessor = accessor;
    this.operation = operation;
    this.node = operation.node();
    this.types = types;
  }

  String html() {
    String method = node.text("x-method");
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"operation\">\n<h2 id=\"").append(method).append("\">");
    html.append(Html.escape(method)).append("</h2>\n");
    html.append("<p class=\"wire\"><span class=\"http\">").append(operation.http());
    html.append("</span> ").append(Html.code(operation.path())).append("</p>\n<p>");
    html.append(Html.prose(node.text("summary")));
    if (node.has("description")) {
      html.append(' ').append(Html.prose(node.text("description")));
    }
    html.append("</p>\n");
    if (node.has("x-deprecated")) {
      html.append("<p><strong>Deprecated.</strong> ");
      html.append(Html.prose(node.text("x-deprecated"))).append("</p>\n");
    }
    html.append("<pre tabindex=\"0\"><code>");
    html.append(Html.escape(signature())).append("</code></pre>\n");
    html.append(parameters()).append(body()).append(facts()).append(refusals());
    return html.append("</section>\n").toString();
  }

  private String signature() {
    Stream<String> required =
        operation.arguments().stream()
            .filter(SpecOperation.Argument::required)
            .map(argument -> argumentType(argument) + " " + argumentName(argument));
    return "%s client.%s().%s(%s)"
        .formatted(
            operation.returns(),
            accessor,
            node.text("x-method"),
            Stream.concat(required, options()).collect(Collectors.joining(", ")));
  }

  private static String argumentType(SpecOperation.Argument argument) {
    return PRIMITIVES.getOrDefault(argument.type(), argument.type());
  }

  private static String argumentName(SpecOperation.Argument argument) {
    if (!argument.node().has("content")) {
      return Types.camel(argument.name());
    }
    String member = argument.node().path("x-request-envelope").text("member");
    return Types.camel(member.isEmpty() ? argument.type() : member);
  }

  /** The last argument, which may be left out: the optional parameters in one object. */
  private Stream<String> options() {
    return operation.arguments().stream()
        .filter(argument -> !argument.required())
        .limit(1)
        .map(
            first ->
                first.isObject() ? first.type() + " query" : operation.optionsType() + " options");
  }

  private String parameters() {
    List<List<String>> rows = new ArrayList<>();
    for (SpecNode parameter : operation.parameters()) {
      List<String> notes = new ArrayList<>();
      if (parameter.is("x-supplied")) {
        notes.add("supplied by the SDK");
      } else {
        notes.add(parameter.is("required") ? "required" : "optional");
      }
      SpecNode schema = parameter.path("schema");
      notes.addAll(types.bounds(schema));
      fields(parameter, notes);
      rows.add(
          List.of(
              Html.code(parameter.text("name")),
              Html.escape(parameter.is("explode") ? "query, as fields" : parameter.text("in")),
              types.html(schema),
              sentence(parameter.text("description")) + Tables.note(notes)));
    }
    return rows.isEmpty()
        ? ""
        : "<h3>Parameters</h3>\n" + Tables.html(List.of("Name", "In", "Type", "Meaning"), rows);
  }

  private static void fields(SpecNode parameter, List<String> notes) {
    List<String> filters =
        parameter.items("x-filter-fields").stream()
            .flatMap(field -> field.members().stream())
            .filter(member -> !member.name().equals("type"))
            .map(member -> member.value().text())
            .toList();
    if (!filters.isEmpty()) {
      notes.add("fields: " + String.join(", ", filters));
    }
    List<String> sorts = parameter.texts("x-sort-fields");
    if (!sorts.isEmpty()) {
      notes.add("fields: " + String.join(", ", sorts));
    }
  }

  private String body() {
    return operation.arguments().stream()
        .filter(argument -> argument.node().has("content"))
        .map(
            argument -> {
              SpecNode body = argument.node();
              String member = body.path("x-request-envelope").text("member");
              return "<h3>Request body</h3>\n<p>"
                  + types.html(argument.type())
                  + (body.has("description") ? ": " + phrase(body.text("description")) : "")
                  + (member.isEmpty()
                      ? ""
                      : " Sent as the member " + Html.code(member) + " of an object.")
                  + "</p>\n";
            })
        .collect(Collectors.joining());
  }

  private String facts() {
    StringBuilder html = new StringBuilder("<dl class=\"facts\">\n");
    fact(html, "Response", response());
    if (node.has("x-pagination")) {
      fact(html, "Pages", pages(node.path("x-pagination")));
    }
    if (node.has("x-poll")) {
      fact(html, "Polling", polling(node.path("x-poll")));
    }
    fact(
        html,
        "Sent again",
        operation.isRepeatable()
            ? "After any failure that may pass: twice has the effect of once."
            : "Only if the failure proves that nothing was processed.");
    if (node.has("x-find-out")) {
      fact(html, "If the outcome is unknown", Html.prose(node.text("x-find-out")));
    }
    SpecNode source = node.path("x-source");
    String evidence = source.text("evidence");
    fact(
        html,
        "Known from",
        Html.prose(source.text("document"))
            + "; "
            + EVIDENCE.getOrDefault(evidence, Html.escape(evidence))
            + ".");
    return html.append("</dl>\n").toString();
  }

  private static String polling(SpecNode poll) {
    return "The provider answers %s until it has finished; %s asks every %s ms."
        .formatted(
            poll.has("pending-status") ? poll.text("pending-status") : "202",
            Html.code("await"),
            poll.text("interval-millis"));
  }

  private String response() {
    String payload = operation.payload();
    String type =
        payload.equals("void")
            ? "Nothing"
            : node.has("x-pagination")
                ? "Pages of " + types.html(payload)
                : node.path("x-envelope").is("list")
                    ? "A list of " + types.html(payload)
                    : types.html(payload);
    List<String> members = node.path("x-envelope").texts("members");
    return type
        + (node.has("x-returns") ? ": " + phrase(node.text("x-returns")) : ". ")
        + (members.isEmpty()
            ? ""
            : " Read from "
                + members.stream().map(Html::code).collect(Collectors.joining(" or "))
                + " in the response.");
  }

  private static String pages(SpecNode paging) {
    String size = paging.text("max-page-size");
    String total = paging.text("total-items");
    return "Items in "
        + Html.code(paging.text("items"))
        + (size.isEmpty() ? "; no largest page is documented" : "; at most " + size + " on a page")
        + (total.isEmpty()
            ? "; without a total: reading ends at an empty or repeated page"
            : "; their number in " + Html.code(total))
        + ".";
  }

  private String refusals() {
    List<List<String>> rows = new ArrayList<>();
    for (SpecNode.Member response : node.members("responses")) {
      String status = response.name();
      if (!status.startsWith("2")) {
        List<SpecNode> codes =
            node.items("x-error-codes").stream()
                .filter(code -> code.text("status").equals(status))
                .toList();
        SpecNode refusal = Objects.requireNonNull(operation.responses().get(status));
        rows.add(
            List.of(
                Html.link(Refusals.address(status), Html.code(status)),
                Html.prose(refusal.text("description")) + codes(codes)));
      }
    }
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
                        + Html.code(code.text("code"))
                        + " "
                        + Html.code(code.text("name"))
                        + ": "
                        + Html.prose(code.text("meaning"))
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
