package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import io.github.invoicingsdk.spec.SpecSchema;
import io.github.invoicingsdk.spec.SpecSchema.Kind;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules about constraints: none stands where nobody would check it. */
final class ConstraintRules {

  private static final Set<String> OF_TEXTS = Set.of("minLength", "maxLength", "pattern");
  private static final Set<String> OF_NUMBERS = Set.of("minimum", "maximum");

  private final Spec spec;
  private final Violations violations;

  ConstraintRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecSchema schema : spec.schemas()) {
      for (SpecNode.Member member : schema.node().members()) {
        if (OF_TEXTS.contains(member.name()) || OF_NUMBERS.contains(member.name())) {
          checkPlace(schema, member);
        }
      }
      checkPattern(schema.node());
    }
    for (SpecOperation operation : spec.operations()) {
      checkPageSize(operation);
    }
  }

  private void checkPlace(SpecSchema schema, SpecNode.Member member) {
    if (schema.kind() != Kind.PROPERTY && schema.kind() != Kind.PARAMETER) {
      violations.add(
          member.key(), member.name() + " is checked on properties and parameters, nowhere else");
    } else if (OF_TEXTS.contains(member.name()) ? !isText(schema) : !isNumber(schema.node())) {
      violations.add(
          member.key(),
          member.name()
              + (OF_TEXTS.contains(member.name())
                  ? " belongs to texts without a format"
                  : " belongs to numbers"));
    }
  }

  /** A password has no format either: it only is a secret text. */
  private static boolean isText(SpecSchema schema) {
    String format = schema.node().text("format");
    return schema.node().text("type").equals("string")
        && !schema.node().has("enum")
        && (format.isEmpty() || (format.equals("password") && schema.kind() == Kind.PROPERTY));
  }

  private static boolean isNumber(SpecNode schema) {
    return Set.of("integer", "number").contains(schema.text("type"))
        && !schema.has("enum")
        && !schema.text("format").equals("flag");
  }

  private void checkPattern(SpecNode schema) {
    SpecNode pattern = schema.get("pattern");
    if (pattern != null) {
      try {
        Pattern.compile(pattern.text());
      } catch (PatternSyntaxException e) {
        violations.add(pattern, "the pattern cannot be read: " + e.getDescription());
      }
    }
  }

  private void checkPageSize(SpecOperation operation) {
    SpecNode pagination = operation.node().get("x-pagination");
    if (pagination == null) {
      return;
    }
    for (SpecNode parameter : operation.parameters()) {
      SpecNode schema = parameter.get("schema");
      if (parameter.text("name").equals(pagination.text("page-size"))
          && schema != null
          && !Objects.equals(schema.text("maximum"), pagination.text("max-page-size"))) {
        violations.add(
            pagination, "max-page-size must be the maximum of " + pagination.text("page-size"));
      }
    }
  }
}
