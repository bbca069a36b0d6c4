package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import io.github.invoicingsdk.spec.SpecSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about texts that end up in Javadoc. */
final class TextRules {

  private final Spec spec;
  private final Violations violations;

  TextRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecOperation operation : spec.operations()) {
      sentence(operation.node().get("summary"));
      sentence(operation.node().get("description"));
      sentence(operation.node().get("x-deprecated"));
      phrase(operation.node().get("x-returns"));
      SpecNode source = operation.node().get("x-source");
      safe(source == null ? null : source.get("document"));
      for (SpecNode code : operation.node().items("x-error-codes")) {
        sentence(code.get("meaning"));
        if (code.text("meaning").contains("\"")) {
          violations.add(code, "a meaning stands in quotes in Java and can hold none");
        }
      }
    }
    spec.root().items("tags").forEach(tag -> sentence(tag.get("description")));
    for (SpecNode parameter : spec.parameters()) {
      SpecNode description = parameter.get("description");
      if (parameter.has("x-supplied")) {
        sentence(description);
      } else {
        phrase(description);
      }
    }
    for (SpecNode body : spec.requestBodies()) {
      if (!body.has("description")) {
        violations.add(body, "the request body has no description");
      }
      phrase(body.get("description"));
    }
    for (SpecNode response : spec.responses()) {
      if (!response.has("description")) {
        violations.add(response, "the response has no description");
      }
      sentence(response.get("description"));
    }
    for (SpecSchema schema : spec.schemas()) {
      sentence(schema.node().get("description"));
      schema.node().items("x-enum-descriptions").forEach(this::sentence);
      schema.node().items("x-property-groups").forEach(group -> sentence(group.get("description")));
    }
  }

  /** A sentence of its own. */
  private void sentence(@Nullable SpecNode text) {
    if (text != null && !text.text().matches("(?s)[A-Z].*\\.")) {
      violations.add(text, "a sentence begins with a capital letter and ends with a full stop");
    }
    safe(text);
  }

  /** What follows a Javadoc tag. */
  private void phrase(@Nullable SpecNode text) {
    if (text != null && !text.text().matches("(?s)[a-z].*[^.]")) {
      violations.add(text, "a phrase begins with a small letter and ends without a full stop");
    }
    safe(text);
  }

  private void safe(@Nullable SpecNode node) {
    if (node == null) {
      return;
    }
    String text = node.text();
    for (String bad : List.of("*/", "<", "&", "\\")) {
      if (text.contains(bad)) {
        violations.add(node, "the text holds " + bad + ", which breaks Javadoc");
      }
    }
    if (text.lines().anyMatch(line -> line.strip().startsWith("@"))) {
      violations.add(node, "a line of the text begins with @, which begins a Javadoc tag");
    }
    if (!balanced(text)) {
      violations.add(node, "the braces of the text are not balanced");
    }
  }

  private static boolean balanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
