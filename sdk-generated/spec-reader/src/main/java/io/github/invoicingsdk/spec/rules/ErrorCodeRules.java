package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.HashSet;
import java.util.Set;

/** The rules about the error codes of operations. */
final class ErrorCodeRules {

  private final Spec spec;
  private final Violations violations;

  ErrorCodeRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecOperation operation : spec.operations()) {
      Set<String> codes = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (SpecNode code : operation.node().items("x-error-codes")) {
        checkCode(operation, code, codes, names);
      }
    }
  }

  private void checkCode(
      SpecOperation operation, SpecNode code, Set<String> codes, Set<String> names) {
    SpecNode value = code.get("code");
    if (value != null && !value.isQuoted()) {
      violations.add(value, "the code " + value.text() + " must stand in quotes");
    }
    SpecNode responses = operation.node().get("responses");
    if (responses == null || !responses.has(code.text("status"))) {
      violations.add(code, "the operation has no response " + code.text("status"));
    }
    if (!codes.add(code.text("status") + " " + code.text("code"))) {
      violations.add(
          code, "the code " + code.text("code") + " occurs twice under " + code.text("status"));
    }
    if (!names.add(code.text("name"))) {
      violations.add(code, "the name " + code.text("name") + " occurs twice");
    }
    if (!code.text("name").matches("[A-Z][A-Z0-9_]*")) {
      violations.add(code, "the name " + code.text("name") + " is not in upper case");
    }
  }
}
