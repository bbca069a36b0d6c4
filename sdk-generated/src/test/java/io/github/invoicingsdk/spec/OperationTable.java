package io.github.invoicingsdk.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays the operations of a spec out as a table in Markdown. */
final class OperationTable {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final Spec spec;

  OperationTable(Spec spec) {
    this.spec = spec;
  }

  /** The table, sorted by interface, and in the spec's order within each. */
  String markdown() {
    Map<String, List<String>> rows = new TreeMap<>();
    spec.paths()
        .forEach(
            (path, item) -> {
              for (String method : METHODS) {
                SpecNode operation = item.get(method);
                if (operation != null) {
                  String tag = operation.items("tags").get(0).text();
                  rows.computeIfAbsent(tag, t -> new ArrayList<>())
                      .add(row(tag, method, path, operation));
                }
              }
            });
    StringBuilder table =
        new StringBuilder(
            """
            | Interface and method | HTTP | Path | Known from | Sent again | Answer | Refusals |
            |---|---|---|---|---|---|---|
            """);
    rows.values().forEach(list -> list.forEach(table::append));
    return table.toString();
  }

  private String row(String tag, String method, String path, SpecNode operation) {
    SpecNode source = operation.get("x-source");
    return "| `%sApi.%s` | %s | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            tag,
            operation.text("x-method"),
            method.toUpperCase(Locale.ROOT),
            path,
            source == null ? "" : source.text("evidence").replace('-', ' '),
            isAlwaysRepeated(method, operation) ? "always" : "if not processed",
            answer(operation),
            refusals(operation));
  }

  private static boolean isAlwaysRepeated(String method, SpecNode operation) {
    return operation.has("x-retry")
        ? operation.text("x-retry").equals("always")
        : method.equals("get");
  }

  private static String answer(SpecNode operation) {
    if (operation.has("x-pagination")) {
      return "paged";
    }
    if (operation.has("x-poll")) {
      return "polled";
    }
    SpecNode envelope = operation.get("x-envelope");
    if (envelope != null && envelope.text("list").equals("true")) {
      return "list";
    }
    return operation.has("x-returns") ? "object" : "nothing";
  }

  /** The statuses of refusals, each with the codes that the provider has for it. */
  private String refusals(SpecNode operation) {
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
