package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.model.Checks;
import io.github.invoicingsdk.vocabulary.Constraints;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an argument that the spec does not allow.
 *
 * @param constraints what the spec allows; null for everything
 */
record Bounds(@Nullable Constraints constraints) {

  /**
   * Refuses a value that is out of bounds, by the argument's name.
   *
   * @throws IllegalArgumentException when it is
   */
  void check(Object value, String name) {
    if (constraints == null) {
      return;
    }
    if (value instanceof Number number) {
      checkNumber(constraints, number, name);
    } else if (value instanceof String text) {
      checkText(constraints, text, name);
    }
  }

  private static void checkNumber(Constraints constraints, Number number, String name) {
    if (!constraints.minimum().isEmpty()) {
      Checks.minimum(number, constraints.minimum(), name);
    }
    if (!constraints.maximum().isEmpty()) {
      Checks.maximum(number, constraints.maximum(), name);
    }
  }

  private static void checkText(Constraints constraints, String text, String name) {
    Checks.minLength(text, constraints.minLength(), name);
    Checks.maxLength(text, constraints.maxLength(), name);
    if (!constraints.pattern().isEmpty()) {
      Checks.pattern(text, constraints.pattern(), name);
    }
  }
}
