package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules about ids: a response about one object is held against the id in the path. */
final class MatchRules {

  private final Spec spec;
  private final Violations violations;

  MatchRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecOperation operation : spec.operations()) {
      SpecNode envelope = operation.node().get("x-envelope");
      if (envelope == null) {
        continue;
      }
      SpecNode match = envelope.get("match");
      String wanted = idInPath(operation, envelope.text("type"));
      if (match != null) {
        checkMatch(operation, envelope, match);
      } else if (wanted != null && hasId(envelope) && !envelope.text("list").equals("true")) {
        violations.add(envelope, "needs match: " + wanted);
      }
    }
  }

  private void checkMatch(SpecOperation operation, SpecNode envelope, SpecNode match) {
    if (operation.parameters().stream()
        .noneMatch(parameter -> parameter.text("name").equals(match.text()))) {
      violations.add(match, "the operation has no parameter " + match.text());
    } else if (!hasId(envelope)) {
      violations.add(match, envelope.text("type") + " has no id that could match");
    }
  }

  /** What is sent to an object with POST makes another one. */
  private @Nullable String idInPath(SpecOperation operation, String type) {
    if (operation.key().text().equals("post") || type.isEmpty()) {
      return null;
    }
    String typeId = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "Id";
    return operation.parameters().stream()
        .filter(parameter -> parameter.text("in").equals("path"))
        .map(parameter -> parameter.text("name"))
        .filter(List.of("id", typeId)::contains)
        .findFirst()
        .orElse(null);
  }

  private boolean hasId(SpecNode envelope) {
    SpecNode schema = spec.schema(envelope.text("type"));
    SpecNode properties = schema == null ? null : schema.get("properties");
    return properties != null && (properties.has("id") || properties.has("Id"));
  }
}
