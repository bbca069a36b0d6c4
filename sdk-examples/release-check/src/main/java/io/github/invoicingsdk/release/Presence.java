package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.SpecNode;

/** Whether an object has a value for a property. */
enum Presence {
  /** It is no object of the schema without one. */
  REQUIRED,

  /** The provider always sends one; its accessor throws if it did not. */
  ALWAYS,

  /** It may be absent. */
  OPTIONAL;

  static Presence of(SpecNode schema, String property) {
    SpecNode described = schema.path("properties").path(property);
    if (schema.texts("required").contains(property) && !described.is("nullable")) {
      return REQUIRED;
    }
    return described.is("x-always") ? ALWAYS : OPTIONAL;
  }
}
