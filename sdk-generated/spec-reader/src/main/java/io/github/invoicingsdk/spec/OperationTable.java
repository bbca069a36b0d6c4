package io.github.invoicingsdk.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays the operations of a spec out as a table in Markdown. */
public final class OperationTable {

  private final Spec spec;

  /** A table of the operations of a spec. */
  public OperationTable(Spec spec) {
    this.spec = spec;
  }

  /** The table, sorted by interface, and in the spec's order within each. */
  public String markdown() {
    Map<String, List<String>> rows = new TreeMap<>();
    spec.operationsById()
        .values()
        .forEach(
            operation ->
                rows.computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
                    .add(row(operation)));
    StringBuilder table =
        new StringBuilder(
            """
            | Interface and method | HTTP | Path | Known from | Sent again | Response | Refusals |
            |---|---|---|---|---|---|---|
            """);
    rows.values().forEach(list -> list.forEach(table::append));
    return table.toString();
  }

  private static String row(SpecOperation operation) {
    SpecNode node = operation.node();
    return "| `%s` | %s | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            operation.javaMethod(),
            operation.http(),
            operation.path(),
            node.path("x-source").text("evidence").replace('-', ' '),
            operation.isRepeatable() ? "always" : "if not processed",
            response(node),
            refusals(node));
  }

  private static String response(SpecNode operation) {
    if (operation.has("x-pagination")) {
      return "paged";
    }
    if (operation.has("x-poll")) {
      return "polled";
    }
    if (operation.path("x-envelope").is("list")) {
      return "list";
    }
    return operation.has("x-returns") ? "object" : "nothing";
  }

  /** The statuses of refusals, each with the codes that the provider has for it. */
  private static String refusals(SpecNode operation) {
    StringJoiner refusals = new StringJoiner(", ");
    for (SpecNode.Member response : operation.members("responses")) {
      String status = response.name();
      if (status.startsWith("2")) {
        continue;
      }
      Set<String> codes = new TreeSet<>();
      for (SpecNode code : operation.items("x-error-codes")) {
        if (code.text("status").equals(status)) {
          codes.add(code.text("code"));
        }
      }
      refusals.add(codes.isEmpty() ? status : status + " (" + String.join(" ", codes) + ")");
    }
    return refusals.toString();
  }
}
