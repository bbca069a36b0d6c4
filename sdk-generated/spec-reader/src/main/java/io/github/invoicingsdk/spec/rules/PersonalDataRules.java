package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecSchema;
import io.github.invoicingsdk.spec.SpecSchema.Kind;
import java.util.List;
import java.util.Locale;

/**
 * The rules about {@code x-personal}: what identifies somebody, or opens something that is theirs,
 * is masked in {@code toString}. The names are those that logs mask, to which a test of the core
 * holds the models.
 */
final class PersonalDataRules {

  /** Parts of names, in lower case and without separators. */
  private static final List<String> NAMES =
      List.of(
          "subuser",
          "username",
          "login",
          "email",
          "fiscal",
          "taxid",
          "taxnumber",
          "vatid",
          "vatnumber",
          "vatregistration",
          "identificationnumber",
          "iban",
          "swift",
          "bankaccount",
          "accountnumber",
          "phone",
          "mobile",
          "fax",
          "link",
          "url");

  /** Names that say it only as a whole. */
  private static final List<String> WHOLE_NAMES = List.of("cc", "bcc", "nib", "bic");

  private final Spec spec;
  private final Violations violations;

  PersonalDataRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecSchema schema : spec.schemas()) {
      SpecNode personal = schema.node().get("x-personal");
      if (personal != null && schema.kind() != Kind.PROPERTY) {
        violations.add(personal, "x-personal stands on properties only");
      }
      if (!schema.node().is("x-wire-only")) {
        schema.node().members("properties").forEach(this::checkProperty);
      }
    }
  }

  private void checkProperty(SpecNode.Member property) {
    SpecNode value = property.value();
    boolean isPersonal = value.has("x-personal");
    boolean isSecret = value.has("x-secret");
    if (isPersonal && isSecret) {
      violations.add(
          property.key(), property.name() + " is a secret, which says more than x-personal");
    } else if (!isPersonal && !isSecret && isNamedSo(property.name()) && holdsTexts(value)) {
      violations.add(property.key(), property.name() + " identifies somebody: it needs x-personal");
    }
  }

  private static boolean isNamedSo(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return WHOLE_NAMES.contains(plain) || NAMES.stream().anyMatch(plain::contains);
  }

  /** Numbers are ids and counts, objects and enums mask for themselves what there is to mask. */
  private boolean holdsTexts(SpecNode schema) {
    SpecNode resolved = spec.resolveSchema(schema);
    for (String name : List.of("items", "additionalProperties")) {
      if (resolved.path(name).isMapping()) {
        return holdsTexts(resolved.path(name));
      }
    }
    return resolved.text("type").equals("string") && !resolved.has("enum");
  }
}
